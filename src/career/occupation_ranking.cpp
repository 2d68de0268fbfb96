// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/occupation_ranking.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <string>
#include <utility>

#include "text/tokens.hpp"

namespace headway::career {
namespace {

using ontology::TitleModelView;
using ontology::TitlePart;
using ontology::TitleWord;

// What being listed is worth, in log-odds; chosen on the inner split of bench/titles_bench.cpp.
constexpr float listed_name = 10;
constexpr float listed = 5;
constexpr float listed_reported = 1;
constexpr float listed_bridged = 3;
constexpr float listed_like_name = 1;
constexpr float less_faithful = 1.0F;  ///< Taken off for each step away from the title as written.
constexpr float duties_weight = 1.5F;
constexpr double most_if_no_word_known = 0.15;  ///< Only pieces of its words speak for the answer.
constexpr std::size_t longest_title = 400;      ///< Bytes; the rest is not read.
constexpr std::size_t most_duty_words = 400;
constexpr std::size_t shortest_duty = 4;  ///< Bytes of a word.

/// Words that hundreds of names share tell nothing of likeness.
constexpr auto frequent_trades =
    std::to_array<std::string_view>({"engineer", "manager", "technician", "specialist", "worker", "operator",
                                     "assistant", "supervisor", "other"});

/// How often an answer of 0, 10, … 100 % of the softmax was right, for titles that nobody lists and for
/// listed ones; measured by bench/titles_bench.cpp --inner.
using Curve = std::array<double, 11>;
constexpr Curve right_if_open = {0.12, 0.24, 0.31, 0.385, 0.475, 0.555, 0.625, 0.705, 0.78, 0.85, 0.92};
constexpr Curve right_if_listed = {0.03, 0.06, 0.12, 0.22, 0.31, 0.40, 0.465, 0.50, 0.57, 0.70, 0.985};

double calibrated(double share, const Curve& curve) {
    const double at = std::clamp(share, 0.0, 1.0) * 10;
    const auto i = std::min<std::size_t>(static_cast<std::size_t>(at), 9);
    return curve[i] + (curve[i + 1] - curve[i]) * (at - static_cast<double>(i));
}

/// The first answer gets its confidence from the curve; the others divide what it leaves.
void calibrate(std::vector<RankedOccupation>& ranked) {
    if (ranked.empty()) return;
    const RankedOccupation& first = ranked.front();
    const double most = calibrated(first.share, first.listed ? right_if_listed : right_if_open);
    const double scale = first.share < 1 ? (1 - most) / (1 - first.share) : 0;
    for (RankedOccupation& r : ranked) r.confidence = std::min(most, r.share * scale);
    ranked.front().confidence = most;
}

void mend_typos(std::vector<TitleWord>& words, const TitleModelView& model) {
    int mended = 0;
    for (TitleWord& w : words) {
        if (w.part != TitlePart::work || model.knows(ontology::word_feature(w.text)) || mended == 3) continue;
        if (const auto known = model.nearest_word(w.text)) w.text = *known;
        ++mended;
    }
}

/// Adds what the lists say to the scores; whether the framework itself lists the title, or what is left of it
/// without noise.
bool add_listed(std::string_view title, const std::vector<TitleWord>& words, const TitleLookup& lookup,
                std::vector<float>& scores) {
    std::vector<std::string> variants = ontology::title_variants(words);
    if (std::ranges::none_of(words, &TitleWord::reworded))
        variants.insert(variants.begin(), std::string(title));
    float off = 0;
    for (const std::string& variant : variants) {
        const auto found = lookup(variant);
        std::map<std::uint32_t, float> worth;  // An occupation may list a title twice, in two spellings.
        for (const KnownTitle& k : found) {
            const float bonus = (k.bridged ? listed_bridged
                                 : k.name  ? listed_name
                                           : listed) +
                                (k.reported ? listed_reported : 0.0F) + listed_like_name * k.likeness;
            worth[k.occupation] = std::max(worth[k.occupation], bonus);
        }
        for (const auto& [occupation, bonus] : worth) scores[occupation] += bonus - off;
        if (std::any_of(found.begin(), found.end(), [](const KnownTitle& k) { return !k.bridged; }))
            return true;
        off = std::min(off + less_faithful, 2 * less_faithful);
    }
    return false;
}

/// The words of the duties as evidence: their weights, divided by the root of their
/// number so that long ads do not drown the title.
void add_duties(const Duties& duties, const TitleModelView& model, std::vector<float>& scores) {
    std::vector<std::pair<std::uint64_t, std::string_view>> words;  // by what they are, and as written
    for (const text::Token& t : duties.words) {
        const std::string_view written = duties.text.substr(t.begin, t.end - t.begin);
        if (!t.in_link && !t.digit_first && written.size() >= shortest_duty)
            words.emplace_back(t.key, written);
    }
    std::ranges::sort(words, {}, [](const auto& w) { return w.first; });
    words.erase(std::ranges::unique(words, {}, [](const auto& w) { return w.first; }).begin(), words.end());
    std::vector<ontology::TitleFeature> features;
    for (const auto& [key, written] : words) {
        const auto id = ontology::word_feature(text::normal_form(written));
        if (model.knows(id)) features.push_back({id, 1});
    }
    std::sort(features.begin(), features.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    features.erase(std::unique(features.begin(), features.end(),
                               [](const auto& a, const auto& b) { return a.id == b.id; }),
                   features.end());
    if (features.size() > most_duty_words) features.resize(most_duty_words);
    if (features.empty()) return;
    const float share = duties_weight / std::sqrt(static_cast<float>(features.size()));
    for (auto& f : features) f.value = share;
    std::vector<float> added;
    model.score(features, added);
    for (std::size_t o = 0; o < scores.size(); ++o) scores[o] += added[o] - model.bias[o];
}

/// The best `top` scores, best first, with their shares of the softmax.
std::vector<RankedOccupation> best_of(const std::vector<float>& scores, std::size_t top, bool is_listed) {
    const float best = *std::max_element(scores.begin(), scores.end());
    double sum = 0;
    for (float s : scores) sum += std::exp(static_cast<double>(s - best));
    std::vector<std::uint32_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0U);
    top = std::min(top, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(top), order.end(),
                      [&](std::uint32_t a, std::uint32_t b) {
                          return scores[a] != scores[b] ? scores[a] > scores[b] : a < b;
                      });
    std::vector<RankedOccupation> out;
    for (std::size_t i = 0; i < top; ++i) {
        const double share = std::exp(static_cast<double>(scores[order[i]] - best)) / sum;
        out.push_back({order[i], share, share, is_listed});
    }
    return out;
}

}  // namespace

std::vector<std::string> telling_words(std::string_view title) {
    std::vector<std::string> out;
    for (TitleWord& w : ontology::read_title(title)) {
        const bool counts = w.part == TitlePart::work || w.part == TitlePart::tail;
        const bool frequent =
            std::find(frequent_trades.begin(), frequent_trades.end(), w.text) != frequent_trades.end();
        if (counts && !frequent) out.push_back(std::move(w.text));
    }
    return out;
}

float name_likeness(const std::vector<std::string>& words, std::string_view name) {
    if (words.empty()) return 0;
    const auto names = telling_words(name);
    const auto shared = std::count_if(words.begin(), words.end(), [&](const std::string& w) {
        return std::find(names.begin(), names.end(), w) != names.end();
    });
    return static_cast<float>(shared) / static_cast<float>(words.size());
}

std::vector<RankedOccupation> rank_occupations(std::string_view title, const Duties& duties, std::size_t top,
                                               const TitleModelView& model, const TitleLookup& lookup) {
    title = title.substr(0, longest_title);
    std::vector<TitleWord> words = ontology::read_title(title);
    mend_typos(words, model);
    const auto features = ontology::title_features(words);
    const auto knows = [&](const ontology::TitleFeature& f) { return model.knows(f.id); };
    std::vector<float> scores;
    model.score(features, scores);
    const std::vector<float> by_model = scores;
    const bool is_listed = add_listed(title, words, lookup, scores);
    const bool nothing_known = std::none_of(features.begin(), features.end(), knows) && by_model == scores;
    const bool by_duties_alone = words.empty() && !duties.empty();
    if (scores.empty() || (nothing_known && !by_duties_alone)) return {};
    const bool only_model = by_model == scores;
    if (!duties.empty()) add_duties(duties, model, scores);
    std::vector<RankedOccupation> out = best_of(scores, top, is_listed);
    calibrate(out);
    const bool word_known = std::any_of(words.begin(), words.end(), [&](const TitleWord& w) {
        return w.part == TitlePart::work && model.knows(ontology::word_feature(w.text));
    });
    if (!word_known && only_model && (duties.empty() || by_duties_alone)) {
        for (RankedOccupation& r : out) r.confidence = std::min(r.confidence, most_if_no_word_known);
    }
    return out;
}

}  // namespace headway::career
