// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/occupation_ranking.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>
#include <unordered_map>

#include "text/tokens.hpp"

namespace headway::career {
namespace {

using ontology::TitleModelView;
using ontology::TitlePart;
using ontology::TitleWord;

// What being listed is worth, in log-odds; chosen on the inner split of bench/titles_bench.cpp.
constexpr float listed_name = 8;
constexpr float listed = 3;
constexpr float listed_reported = 1;
constexpr float listed_bridged = 2;
constexpr float less_faithful = 0.5F;  ///< Taken off for each step away from the title as written.
constexpr float duties_weight = 0.35F;
constexpr std::size_t most_duty_words = 400;

/// How often an answer of this share of the softmax was right; measured by bench/titles_bench.cpp --inner.
constexpr std::array<double, 11> right_if_open = {0.02, 0.16, 0.27, 0.36, 0.43, 0.50,
                                                  0.57, 0.64, 0.70, 0.78, 0.92};

double calibrated(double share) {
    const double at = std::clamp(share, 0.0, 1.0) * 10;
    const auto i = std::min<std::size_t>(static_cast<std::size_t>(at), 9);
    return right_if_open[i] + (right_if_open[i + 1] - right_if_open[i]) * (at - static_cast<double>(i));
}

void mend_typos(std::vector<TitleWord>& words, const TitleModelView& model) {
    int mended = 0;
    for (TitleWord& w : words) {
        if (w.part != TitlePart::work || model.knows(ontology::word_feature(w.text)) || mended == 3) continue;
        if (const auto known = model.nearest_word(w.text)) w.text = *known;
        ++mended;
    }
}

/// Adds what the lists say to the scores.
void add_listed(std::string_view title, const std::vector<TitleWord>& words, const TitleLookup& lookup,
                std::vector<float>& scores) {
    std::vector<std::string> variants = ontology::title_variants(words);
    variants.insert(variants.begin(), std::string(title));
    float off = 0;
    for (const std::string& variant : variants) {
        const auto found = lookup(variant);
        for (const KnownTitle& k : found) {
            float bonus = k.bridged ? listed_bridged : k.name ? listed_name : listed;
            if (k.reported) bonus += listed_reported;
            scores[k.occupation] += bonus - off;
        }
        if (std::any_of(found.begin(), found.end(), [](const KnownTitle& k) { return !k.bridged; })) return;
        off = std::min(off + less_faithful, listed_bridged - less_faithful);
    }
}

/// The words of the duties as evidence: the mean of their weights, so that long ads do not drown the title.
void add_duties(std::string_view duties, const TitleModelView& model, std::vector<float>& scores) {
    std::vector<ontology::TitleFeature> features;
    for (const text::Token& t : text::tokenize(duties.substr(0, 20'000))) {
        if (t.in_link || t.digit_first || t.end - t.begin < 4) continue;
        const auto id = ontology::word_feature(text::normal_form(duties.substr(t.begin, t.end - t.begin)));
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

}  // namespace

std::vector<RankedOccupation> rank_occupations(std::string_view title, std::string_view duties,
                                               std::size_t top, const TitleModelView& model,
                                               const TitleLookup& lookup) {
    title = title.substr(0, 400);
    std::vector<TitleWord> words = ontology::read_title(title);
    mend_typos(words, model);
    const auto features = ontology::title_features(words);
    const bool known =
        std::any_of(features.begin(), features.end(), [&](const auto& f) { return model.knows(f.id); });
    std::vector<float> scores;
    model.score(features, scores);
    std::vector<float> before = scores;
    add_listed(title, words, lookup, scores);
    if (scores.empty() || (!known && before == scores)) return {};
    if (!duties.empty()) add_duties(duties, model, scores);

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
        out.push_back({order[i], calibrated(share)});
    }
    return out;
}

}  // namespace headway::career
