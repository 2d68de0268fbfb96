// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/title_model.hpp"

#include <algorithm>
#include <functional>

#include "base/hash_search.hpp"
#include "text/fuzzy.hpp"

namespace headway::ontology {
namespace {

constexpr std::string_view model_magic{"HWTTL1\n\0", 8};
constexpr std::uint32_t model_version = 1;

}  // namespace

void TitleModelView::score(std::span<const TitleFeature> features_of_title, std::vector<float>& out) const {
    out.assign(bias.begin(), bias.end());
    for (const TitleFeature& f : features_of_title) {
        const std::size_t i = lower_bound_of_hash(features, f.id, std::identity());
        if (i == features.size() || features[i] != f.id) continue;
        const float value = f.value * scale[0];
        const auto first = starts[i];
        const auto theirs = occupations.subspan(first, starts[i + 1] - first);
        const auto* weight = weights.subspan(first, theirs.size()).data();
        for (const auto occupation : theirs) out[occupation] += value * static_cast<float>(*weight++);
    }
}

bool TitleModelView::knows(std::uint32_t feature) const {
    const std::size_t i = lower_bound_of_hash(features, feature, std::identity());
    return i < features.size() && features[i] == feature;
}

std::optional<std::string_view> TitleModelView::nearest_word(std::string_view word) const {
    if (word.size() < 5 || word.size() > 40) return std::nullopt;
    const std::uint32_t limit = word.size() >= 9 ? 2 : 1;
    const text::EditDistance distance(word);
    std::optional<std::string_view> best;
    std::uint32_t least = limit + 1;
    for (std::size_t i = 0; i + 1 < word_starts.size(); ++i) {
        const std::string_view known(letters.data() + word_starts[i], word_starts[i + 1] - word_starts[i]);
        if (known.size() + limit < word.size()) continue;
        if (known.size() > word.size() + limit) break;
        if (known.front() != word.front()) continue;
        const std::uint32_t d = distance.to(known, limit);
        if (d == 0) return std::nullopt;
        if (d < least) {
            least = d;
            best = known;
        }
    }
    return best;
}

Result<void> TitleModelView::check(const std::string& where) const {
    const auto ascending = [](std::span<const std::uint32_t> v) {
        return std::is_sorted(v.begin(), v.end()) && !v.empty() && v.front() == 0;
    };
    const bool fits = bias.size() == codes.size() && scale.size() == 1 && ascending(starts) &&
                      starts.size() == features.size() + 1 && starts.back() == occupations.size() &&
                      occupations.size() == weights.size() && ascending(word_starts) &&
                      word_starts.back() == letters.size() &&
                      std::is_sorted(features.begin(), features.end()) &&
                      std::adjacent_find(word_starts.begin(), word_starts.end()) == word_starts.end() &&
                      std::all_of(occupations.begin(), occupations.end(),
                                  [&](std::uint16_t o) { return o < codes.size(); });
    if (!fits) return fail(ErrorCode::invalid, "the title model is damaged", where, "Install it again");
    return {};
}

Result<TitleModel> TitleModel::open(const std::string& path) {
    auto file = TableFile::open(path, model_magic, model_version);
    if (!file) return pass_on(file);
    TitleModel model(std::move(*file));
    Result<void> result;
    const auto take = [&]<class T>(std::string_view name, std::span<const T>& into) {
        if (!result) return;
        if (auto rows = model.file_.rows<T>(name)) {
            into = *rows;
        } else {
            result = pass_on(rows);
        }
    };
    TitleModelView& v = model.view_;
    take("codes", v.codes);
    take("bias", v.bias);
    take("scale", v.scale);
    take("features", v.features);
    take("starts", v.starts);
    take("occupations", v.occupations);
    take("weights", v.weights);
    take("word_starts", v.word_starts);
    take("letters", v.letters);
    if (!result) return pass_on(result);
    if (auto checked = v.check(path); !checked) return pass_on(checked);
    return model;
}

Result<void> write_title_model(const TitleModelView& m, const std::string& path) {
    TableFileWriter file;
    file.add("codes", m.codes);
    file.add("bias", m.bias);
    file.add("scale", m.scale);
    file.add("features", m.features);
    file.add("starts", m.starts);
    file.add("occupations", m.occupations);
    file.add("weights", m.weights);
    file.add("word_starts", m.word_starts);
    file.add("letters", m.letters);
    return file.write(path, model_magic, model_version);
}

}  // namespace headway::ontology
