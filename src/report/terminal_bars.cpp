// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/terminal_bars.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace headway::report {
namespace {

constexpr double highest_level = 7;
constexpr std::array<std::string_view, 9> eighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"};

/// Position on a scale of `cells`; everything that is no number is the left end.
double position(double value, double highest, int cells) {
    return value > 0 ? std::min(value / highest, 1.0) * cells : 0;
}

}  // namespace

std::vector<BarCell> level_bar(const WireRequirement& r, int cells) {
    cells = std::max(cells, 2);
    std::vector<BarCell> out(static_cast<std::size_t>(cells), {Cell::track, "·"});
    const bool near = r.support == "transfer";
    const double held = r.held ? position(r.held->value, highest_level, cells) : 0;
    for (int i = 0; i < cells; ++i) {
        const auto part = static_cast<int>(std::lround(std::clamp(held - i, 0.0, 1.0) * 8));
        if (part == 0) break;
        const bool shaded = near && part >= 4;
        if (near && !shaded) break;
        out[static_cast<std::size_t>(i)] = {
            near ? Cell::near : Cell::held,
            std::string(near ? "▒" : eighths[static_cast<std::size_t>(part)])};
    }
    const auto mark = static_cast<int>(position(r.needed.value, highest_level, cells));
    out[static_cast<std::size_t>(std::min(mark, cells - 1))] = {Cell::needed, "┃"};
    return out;
}

std::string score_bar(double score, const WireInterval& interval, int cells) {
    const auto to_cell = [&](double v) {
        return static_cast<int>(std::lround(position(v, 100, std::max(cells, 0))));
    };
    std::string out;
    for (int i = 0; i < cells; ++i) {
        if (i < to_cell(std::min(interval.low, score))) {
            out += "█";
        } else if (i < to_cell(score)) {
            out += "▓";
        } else if (i < to_cell(interval.high)) {
            out += "▒";
        } else {
            out += "░";
        }
    }
    return out;
}

}  // namespace headway::report
