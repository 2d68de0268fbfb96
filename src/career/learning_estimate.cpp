// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/learning_estimate.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace headway::career {
namespace {

constexpr std::size_t enough = 3;       // resources that say what is usual for a skill
constexpr double without_corpus = 8.0;  // the median of the corpus that ships

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double pace(const LearningResource& r) {
    return r.hours / (r.to - r.from);
}

}  // namespace

double hours_per_level(const LearningCorpus& corpus, SkillId canonical) {
    std::vector<double> paces;
    for (const auto& [unused, resource] : corpus.teaching(canonical))
        paces.push_back(pace(corpus.resources()[resource]));
    if (paces.size() < enough) {
        paces.clear();
        for (const LearningResource& r : corpus.resources()) paces.push_back(pace(r));
    }
    return paces.empty() ? without_corpus : median(std::move(paces));
}

double level_after(const LearningCorpus& corpus, SkillId canonical, double from, double needed,
                   double hours) {
    return std::max(from, std::min(needed, from + hours / hours_per_level(corpus, canonical)));
}

std::string duration_words(double hours) {
    constexpr double step = 5;          // minutes, below an hour
    constexpr double exact_below = 10;  // hours; from there on halves are no matter
    const double minutes = std::max(step, std::round(hours * 60 / step) * step);
    if (minutes < 60) return fmt::format("{:.0f} minutes", minutes);
    const double tenths = hours < exact_below ? std::round(hours * 10) / 10 : std::round(hours);
    return tenths == 1 ? "1 hour" : fmt::format("{} hours", tenths);
}

}  // namespace headway::career
