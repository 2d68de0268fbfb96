// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranked_jobs_made_up.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>

namespace headway::bench {
namespace {

constexpr std::uint32_t family = 4;  // neighbouring ranks that stand in for each other

ranking::SkillKey key_of(std::uint32_t rank) {
    return ranking::skill_key("made-up:" + std::to_string(rank));
}

}  // namespace

MadeUpJobs::MadeUpJobs(std::uint64_t seed) : random_(seed) {
    double sum = 0;
    for (std::uint32_t rank = 0; rank < skills; ++rank) {
        sum += 1.0 / (rank + 6);
        up_to_.push_back(sum);
    }
}

double MadeUpJobs::between(double from, double to) {
    return from + (to - from) * static_cast<double>(random_() >> 11U) * 0x1p-53;
}

bool MadeUpJobs::chance(double of) {
    return between(0, 1) < of;
}

std::uint32_t MadeUpJobs::draw() {
    const auto found = std::lower_bound(up_to_.begin(), up_to_.end(), between(0, up_to_.back()));
    return std::min(static_cast<std::uint32_t>(found - up_to_.begin()), skills - 1);
}

ranking::JobProfile MadeUpJobs::job() {
    constexpr std::array levels = {1.5, 3.0, 3.0, 3.8, 4.25, 4.7, 5.75};
    ranking::JobProfile out;
    std::set<std::uint32_t> asked;
    const auto count = static_cast<std::size_t>(between(12, 19));
    const double seniority = 0.25 * std::floor(between(-3, 4));
    while (out.requirements.size() < count) {
        const std::uint32_t skill = draw();
        if (!asked.insert(skill).second) continue;
        ranking::JobRequirement& r = out.requirements.emplace_back();
        if (!chance(0.1)) r.any_of.push_back(key_of(skill));
        if (!r.any_of.empty() && chance(0.12)) {
            const std::uint32_t more = chance(0.3) ? 2 : 1;
            for (std::uint32_t i = 1; i <= more; ++i)
                r.any_of.push_back(key_of(skill / family * family + (skill + i) % family));
        }
        std::sort(r.any_of.begin(), r.any_of.end());
        double weight = chance(0.7) ? 1 : 0.4;
        weight *= chance(0.3) ? 0.7 : 1;
        weight *= chance(0.2) ? 0.6 : 1;
        weight *= between(0.8, 1) * (chance(0.3) ? between(0.9, 1.3) : 1);
        r.weight = static_cast<std::uint16_t>(std::lround(weight / ranking::weight_step));
        const double level = levels[static_cast<std::size_t>(between(0, levels.size()))] + seniority;
        r.needed = static_cast<std::uint8_t>(std::lround(std::clamp(level, 0.0, 7.0) / ranking::level_step));
        r.open = chance(0.08);
        r.partial = chance(0.08);
    }
    return out;
}

ranking::HeldProfile MadeUpJobs::person(std::size_t named, std::uint32_t frequent) {
    std::set<std::uint32_t> held;
    for (std::uint32_t i = 0; i < frequent; ++i) held.insert(i);
    while (held.size() < named) held.insert(draw());
    ranking::HeldProfile out;
    const auto add = [&](std::uint32_t skill, double amount, double level, double open) {
        const std::array usual = {ranking::HeldAmount{amount, level}};
        const std::array opened = {ranking::HeldAmount{open, level}};
        out.add(key_of(skill), usual, opened);
    };
    for (const std::uint32_t s : held) add(s, between(0.8, 1), between(2, 6), 0);
    for (const std::uint32_t s : held) {
        const std::uint32_t near = s / family * family + (s + 1) % family;
        if (chance(0.5)) add(near, 0.45, between(2, 6), 0.8);
    }
    for (int i = 0; i < 40; ++i) add(draw(), between(0.4, 0.65), between(2, 5), 0);
    return out;
}

}  // namespace headway::bench
