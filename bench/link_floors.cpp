// SPDX-License-Identifier: GPL-3.0-or-later
#include "link_floors.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "vectors/features.hpp"

namespace headway::bench {
namespace {

std::map<std::string, float> counted(const std::vector<std::string>& terms) {
    std::map<std::string, float> out;
    for (const std::string& t : terms) out[t] += 1;
    return out;
}

constexpr float k1 = 1.2F;
constexpr float b = 0.75F;

}  // namespace

Floor::Floor(const std::vector<FloorLabel>& labels, Terms terms, Weighing weighing)
    : terms_(std::move(terms)), weighing_(weighing) {
    std::vector<float> lengths;
    float total = 0;
    for (std::uint32_t i = 0; i < labels.size(); ++i) {
        const auto found = terms_(labels[i].text);
        for (const auto& [term, count] : counted(found)) index_[term].entries.push_back({i, count});
        skills_.push_back(labels[i].skill);
        lengths.push_back(static_cast<float>(found.size()));
        total += lengths.back();
    }
    const auto n = static_cast<float>(labels.size());
    std::vector<float> squares(labels.size());
    for (auto& [name, term] : index_) {
        const auto df = static_cast<float>(term.entries.size());
        term.idf = weighing_ == Weighing::bm25 ? std::log(1 + (n - df + 0.5F) / (df + 0.5F))
                                               : std::log((1 + n) / (1 + df));
        for (Entry& e : term.entries) {
            if (weighing_ == Weighing::bm25) {
                const float relative = lengths[e.label] / (total / n);
                e.weight = e.weight * (k1 + 1) / (e.weight + k1 * (1 - b + b * relative)) * term.idf;
            } else {
                e.weight = std::sqrt(e.weight) * term.idf;
                squares[e.label] += e.weight * e.weight;
            }
        }
    }
    if (weighing_ == Weighing::bm25) return;
    for (auto& [name, term] : index_) {
        for (Entry& e : term.entries) e.weight /= std::sqrt(squares[e.label]);
    }
}

float Floor::asked(const Term& term, float count) const {
    return weighing_ == Weighing::bm25 ? 1 : std::sqrt(count) * term.idf;
}

std::vector<std::uint32_t> Floor::rank(std::string_view text, std::size_t top) const {
    std::unordered_map<std::uint32_t, float> labels;
    for (const auto& [name, count] : counted(terms_(text))) {
        const auto found = index_.find(name);
        if (found == index_.end()) continue;
        const float weight = asked(found->second, count);
        for (const Entry& e : found->second.entries) labels[e.label] += weight * e.weight;
    }
    std::map<std::uint32_t, float> best;
    for (const auto& [label, score] : labels) best[skills_[label]] = std::max(best[skills_[label]], score);
    std::vector<std::pair<std::uint32_t, float>> ranked(best.begin(), best.end());
    std::ranges::stable_sort(ranked, [](const auto& x, const auto& y) { return x.second > y.second; });
    std::vector<std::uint32_t> out;
    for (const auto& [skill, score] : ranked) {
        if (out.size() == top) break;
        out.push_back(skill);
    }
    return out;
}

std::vector<std::string> stemmed_words(std::string_view text) {
    std::vector<std::string> out;
    for (const std::string& word : vectors::plain_words(text)) {
        if (!vectors::is_stop_word(word)) out.push_back(vectors::light_stem(word));
    }
    return out;
}

std::vector<std::string> character_grams(std::string_view text) {
    std::vector<std::string> out;
    for (const std::string& word : vectors::plain_words(text)) {
        const std::string marked = "<" + word + ">";
        for (std::size_t n = 3; n <= 5; ++n) {
            for (std::size_t i = 0; i + n <= marked.size(); ++i) out.push_back(marked.substr(i, n));
        }
    }
    return out;
}

}  // namespace headway::bench
