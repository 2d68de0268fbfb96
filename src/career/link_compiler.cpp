// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "career/link_table.hpp"
#include "ontology/word_group.hpp"
#include "vectors/features.hpp"

namespace headway::career {
namespace {

using ontology::Pack;
using ontology::Range;
using ontology::SkillRow;

/// A name of a skill in plain words; `indexed` names take part in the word index, the others only have a
/// vector.
struct Label {
    std::vector<std::string> words;
    bool indexed = true;
    bool loose = false;  ///< Words that go together in any order, and no phrase: for the profile alone.
};

/// The names of a skill, each once: sources repeat a name among the others, or with other capitals.
class Labels {
  public:
    void add(std::string_view text, bool indexed) {
        std::vector<std::string> words = vectors::plain_words(text);
        const bool known = std::ranges::any_of(labels_, [&](const Label& l) { return l.words == words; });
        if (!known) labels_.push_back({std::move(words), indexed, ontology::is_word_group(text)});
    }
    [[nodiscard]] std::vector<Label> take() { return std::move(labels_); }

  private:
    std::vector<Label> labels_;
};

std::vector<Label> labels_of(const Pack& pack, const SkillRow& row) {
    Labels out;
    if (row.kind == ontology::Kind::group) return {};
    out.add(pack.text(row.name), true);
    for (const auto& a : pack.aliases().subspan(row.aliases.begin, row.aliases.end - row.aliases.begin)) {
        if (a.kind != ontology::AliasKind::hidden) out.add(pack.text(a.text), true);
    }
    for (const ontology::Text t :
         pack.words().subspan(row.signals.begin, row.signals.end - row.signals.begin)) {
        out.add(pack.text(t), false);
    }
    return out.take();
}

/// How much the name counts in the mean beside each other label; chosen like the weights of the ranking.
constexpr float name_weight = 3;
/// How much a word of a group counts in the profile beside one of a phrase: it stands there for itself.
constexpr float group_weight = 2;

class Compiler {
  public:
    explicit Compiler(const vectors::Embedding& embedding) : embedding_(embedding) {}

    void add(const Pack& pack) {
        std::vector<IndexedLabel> indexed;
        for (const SkillRow& row : pack.skills()) add(pack, row, indexed);
        add_commonness(pack);
        if (pack.name() != "headway") add_lexical_index(file_, std::string(pack.name()), indexed);
    }

    [[nodiscard]] Result<void> write(const std::vector<std::uint64_t>& sources, const std::string& path) {
        file_.add<std::uint64_t>("sources", sources);
        file_.add<Range>("ranges", ranges_);
        file_.add<vectors::Row>("vectors", vectors_);
        file_.add<float>("scales", scales_);
        file_.add<vectors::Row>("means", means_);
        file_.add<float>("mean_scales", mean_scales_);
        file_.add<float>("commonness", commonness_);
        profiles_.write(file_);
        return file_.write(path, link_magic, link_version);
    }

  private:
    void add(const Pack& pack, const SkillRow& row, std::vector<IndexedLabel>& indexed) {
        const auto begin = static_cast<std::uint32_t>(vectors_.size());
        std::array<float, vectors::width> sum{};
        profiles_.begin_skill();
        for (const Label& label : labels_of(pack, row)) {
            profiles_.add(label.words, label.loose ? group_weight : 1);
            if (label.loose) continue;
            if (label.indexed) indexed.push_back({static_cast<std::uint32_t>(vectors_.size()), label.words});
            const vectors::Vector v = embedding_.embed(label.words);
            const float weight = vectors_.size() == begin ? name_weight : 1;
            vectors_.push_back(v.values);
            scales_.push_back(v.scale);
            for (std::size_t i = 0; i < vectors::width; ++i) {
                sum[i] += weight * static_cast<float>(v.values[i]) * v.scale;
            }
        }
        ranges_.push_back({begin, static_cast<std::uint32_t>(vectors_.size())});
        const vectors::Vector mean = vectors::quantized(sum);
        means_.push_back(mean.values);
        mean_scales_.push_back(mean.scale);
    }

    void add_commonness(const Pack& pack) {
        // A technology stands once for every commodity it belongs to; an occupation counts once.
        std::vector<std::uint32_t> uses(pack.skills().size());
        std::vector<std::uint32_t> last(pack.skills().size(), ontology::none);
        for (const ontology::OccupationSkillRow& row : pack.occupation_skills()) {
            if (last[row.skill] != row.occupation) ++uses[row.skill];
            last[row.skill] = row.occupation;
        }
        for (const std::uint32_t n : uses) commonness_.push_back(std::log1p(static_cast<float>(n)));
    }

    const vectors::Embedding& embedding_;
    TableFileWriter file_;
    WordProfilesWriter profiles_;
    std::vector<Range> ranges_;
    std::vector<vectors::Row> vectors_, means_;
    std::vector<float> scales_, mean_scales_, commonness_;
};

}  // namespace

Result<void> compile_link_table(std::span<const Pack> packs, const vectors::Embedding& embedding,
                                const std::string& path) {
    Compiler compiler(embedding);
    std::vector<std::uint64_t> sources = {embedding.checksum()};
    for (const Pack& pack : packs) {
        sources.push_back(pack.checksum());
        compiler.add(pack);
    }
    return compiler.write(sources, path);
}

}  // namespace headway::career
