// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html_chart.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>

#include "report/columns.hpp"
#include "report/html_text.hpp"
#include "report/quotation.hpp"

namespace headway::report {
namespace {

constexpr double highest_level = 7;

/// Measures of a chart in its own units, which are CSS pixels at full size.
struct Layout {
    std::string_view id;
    double width;
    double left;   ///< of the plot
    double right;  ///< of the plot
    double top;    ///< of the first row
    double row;
    double line;    ///< of the dumbbell within its row
    double name_x;  ///< end of the name when beside the plot, else its beginning
    double name_y;  ///< within the row
    int name_columns;
    double gain_x;
};

constexpr Layout wide = {"chart-wide", 800, 290, 736, 46, 30, 15, 276, 19.5, 36, 796};
constexpr Layout narrow = {"chart-narrow", 344, 10, 334, 46, 50, 35, 4, 17, 41, 340};
constexpr Layout strip = {"", 344, 10, 334, 0, 24, 12, 0, 0, 0, 0};

double clamped(double level) {
    return level > 0 ? std::min(level, highest_level) : 0;  // no number counts as 0
}

double x_of(const Layout& layout, double level) {
    return layout.left + clamped(level) / highest_level * (layout.right - layout.left);
}

std::string line(std::string_view name, double x1, double y1, double x2, double y2) {
    return fmt::format(R"(<line class="{}" x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}"/>)", name, x1, y1,
                       x2, y2);
}

struct Band {
    double from;
    double to;
    std::string_view label;
};
constexpr std::array<Band, 4> bands = {
    {{0, 2, "basic"}, {2, 3.5, "working"}, {3.5, 5, "proficient"}, {5, 7, "advanced"}}};

/// With labels in a language, or with none.
std::string background(const Layout& layout, double bottom, const Wording* labels) {
    const bool labelled = labels != nullptr;
    std::string out;
    const double top = labelled ? layout.top - 4 : 0;
    for (std::size_t i = 0; i < bands.size(); ++i) {
        const double from = x_of(layout, bands[i].from);
        const double to = x_of(layout, bands[i].to);
        out += fmt::format(R"(<rect class="band{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>)",
                           i % 2, from, top, to - from, bottom - top);
        if (!labelled) out += line("grid", to, 0, to, bottom);
        if (labelled) {
            out += fmt::format(R"(<text class="axis" x="{:.1f}" y="16" text-anchor="middle">{}</text>)",
                               (from + to) / 2, html_text(labels->speech().level(bands[i].label)));
        }
    }
    if (!labelled) {
        out += line("grid", x_of(layout, 0), 0, x_of(layout, 0), bottom);
        out += line("grid", x_of(layout, 0), layout.line, x_of(layout, highest_level), layout.line);
    }
    for (int level = 0; level <= 7 && labelled; ++level) {
        const double x = x_of(layout, level);
        out += line("grid", x, top, x, bottom);
        out +=
            fmt::format(R"(<text class="axis" x="{:.1f}" y="34" text-anchor="middle">{}</text>)", x, level);
    }
    return out;
}

/// Held and needed on one line at height y.
std::string dumbbell(const Layout& layout, const WireRequirement& r, double y) {
    const double needed = x_of(layout, r.needed.value);
    std::string out =
        line("range wanted", x_of(layout, r.needed.low), y + 8, x_of(layout, r.needed.high), y + 8);
    if (!r.held) {
        const double zero = x_of(layout, 0);
        out += line("gap open", zero, y, needed, y);
        out += line("nothing", zero - 4, y - 4, zero + 4, y + 4) +
               line("nothing", zero - 4, y + 4, zero + 4, y - 4);
    } else {
        const double held = x_of(layout, r.held->value);
        const bool near = r.support == "transfer";
        out += line("range", x_of(layout, r.held->low), y, x_of(layout, r.held->high), y);
        out += line(near ? "gap open" : "gap", held, y, needed, y);
        out += fmt::format(R"(<circle class="{}" cx="{:.1f}" cy="{:.1f}" r="6"/>)",
                           near ? "held near" : "held", held, y);
    }
    return out + fmt::format(R"(<rect class="needed" x="{:.1f}" y="{:.1f}" width="4" height="18" rx="1.5"/>)",
                             needed - 2, y - 9);
}

std::string row_title(const Wording& in, const Numbered& n) {
    const WireRequirement& r = *n.requirement;
    const std::string skill =
        r.support == "transfer" && r.met_by ? in.fill(in->in_skill, r.met_by->name) : std::string();
    const std::string held =
        r.held ? in.fill(in->row_held, in.one_decimal(r.held->value), skill) : std::string(in->row_nothing);
    return html_text(
        in.fill(in->row, n.number, r.name, held, in.one_decimal(r.needed.value), in.one_decimal(r.gain)));
}

std::string chart_row(const Wording& in, const Layout& layout, const Numbered& n, double y, bool beside) {
    const WireRequirement& r = *n.requirement;
    const std::string name =
        fmt::format("{}. {}", n.number, shorten(one_line(r.name), layout.name_columns - 4));
    const std::string gain = one_decimal(r.gain) == "0.0" ? "–" : "+" + in.one_decimal(r.gain);
    return fmt::format(
        R"(<g class="row {}"><title>{}</title>{}<text class="name" x="{:.1f}" y="{:.1f}"{}>{}</text>)"
        R"(<text class="gain" x="{:.1f}" y="{:.1f}" text-anchor="end">{}</text></g>)",
        status_words(in, r).status, row_title(in, n), dumbbell(layout, r, y + layout.line), layout.name_x,
        y + layout.name_y, beside ? R"( text-anchor="end")" : "", html_text(name), layout.gain_x,
        y + layout.name_y, gain);
}

}  // namespace

std::string dumbbell_chart(const Wording& in, const std::vector<Numbered>& all, ChartShape shape) {
    const Layout& layout = shape == ChartShape::wide ? wide : narrow;
    const double bottom = layout.top + static_cast<double>(all.size()) * layout.row;
    std::string out = fmt::format(
        R"(<svg class="chart {0}" role="img" aria-labelledby="{0}-title {0}-desc" viewBox="0 0 {1:.0f} {2:.0f}" )"
        R"(xmlns="http://www.w3.org/2000/svg"><title id="{0}-title">{3}</title>)"
        R"(<desc id="{0}-desc">{4}</desc>)",
        layout.id, layout.width, bottom + 6, in->chart_title,
        in.fill(in->chart_description, counted(all.size(), in->one_requirement, in->requirements)));
    out += background(layout, bottom, &in);
    if (shape == ChartShape::wide) {
        out += fmt::format(R"(<text class="axis" x="{:.1f}" y="34" text-anchor="end">{}</text>)",
                           layout.gain_x, in->gain_axis);
    }
    double y = layout.top;
    for (const Numbered& n : all) {
        out += "\n" + chart_row(in, layout, n, y, shape == ChartShape::wide);
        y += layout.row;
    }
    return out + "</svg>";
}

std::string level_strip(const WireRequirement& r) {
    return fmt::format(
        R"(<svg class="strip" aria-hidden="true" viewBox="0 0 {:.0f} {:.0f}" xmlns="http://www.w3.org/2000/svg">)"
        R"({}<g class="row {}">{}</g></svg>)",
        strip.width, strip.row, background(strip, strip.row, nullptr), status_of(r),
        dumbbell(strip, r, strip.line));
}

std::string score_chart(double score, const WireInterval& interval) {
    const auto x = [](double v) { return v > 0 ? std::min(v, 100.0) * 6 : 0; };
    const double low = x(interval.low);
    const double high = x(interval.high);
    return fmt::format(
        R"(<svg class="scorebar" aria-hidden="true" viewBox="0 0 600 24" preserveAspectRatio="none" )"
        R"(xmlns="http://www.w3.org/2000/svg"><rect class="track" x="0" y="5" width="600" height="14"/>)"
        R"(<rect class="fill" x="0" y="5" width="{:.1f}" height="14"/>)"
        R"(<rect class="interval" x="{:.1f}" y="5" width="{:.1f}" height="14"/>{}{}{}</svg>)",
        x(score), low, std::max(high - low, 0.0), line("bracket", low, 1, low, 23),
        line("bracket", high, 1, high, 23), line("bracket", low, 12, high, 12));
}

}  // namespace headway::report
