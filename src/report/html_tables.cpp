// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html_tables.hpp"

#include <fmt/format.h>

#include "report/html_text.hpp"

namespace headway::report {
namespace {

/// A table that scrolls sideways by itself where the screen is narrow; reachable with the keyboard.
std::string table(std::string_view caption, std::string_view head, std::string_view body,
                  std::string_view foot) {
    return fmt::format(
        "<div class=\"scroll\" role=\"region\" aria-label=\"{0}\" "
        "tabindex=\"0\"><table><caption>{0}</caption>"
        "<thead><tr>{1}</tr></thead><tbody>{2}</tbody>{3}</table></div>\n",
        caption, head, body, foot);
}

std::string columns(std::initializer_list<std::string_view> names) {
    std::string out;
    for (std::string_view name : names) out += fmt::format("<th scope=\"col\">{}</th>", name);
    return out;
}

std::string row_head(const Numbered& n) {
    return fmt::format("<tr><td>{0}</td><th scope=\"row\"><a href=\"#requirement-{0}\">{1}</a></th>",
                       n.number, html_text(n.requirement->name));
}

std::string range(const Wording& in, const WireLevel& level) {
    return fmt::format("{} <span>({}–{})</span>", html_text(in.level(level)), in.one_decimal(level.low),
                       in.one_decimal(level.high));
}

}  // namespace

std::string levels_table(const Wording& in, const std::vector<Numbered>& all) {
    std::string body;
    for (const Numbered& n : all) {
        const WireRequirement& r = *n.requirement;
        std::string held = r.held ? range(in, *r.held) : std::string(in->nothing_found);
        if (r.held && r.support == "transfer" && r.met_by)
            held += in.fill(in->in_skill, html_text(r.met_by->name));
        body += fmt::format("{}<td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>", row_head(n), held,
                            range(in, r.needed), status_words(in, r).label, in.one_decimal(r.gain));
    }
    return table(in->levels_caption,
                 columns({in->number, in->requirement, in->held, in->needed, in->status, in->gain}), body,
                 {});
}

std::string arithmetic_table(const Wording& in, const WireReport& report, const std::vector<Numbered>& all) {
    std::string body;
    for (const Numbered& n : all) {
        const WireRequirement& r = *n.requirement;
        body += fmt::format("{}<td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>", row_head(n),
                            in.two_decimals(r.weight), in.two_decimals(r.coverage),
                            in.two_decimals(r.points * report.weight_sum / 100), in.two_decimals(r.points),
                            in.two_decimals(r.gain));
    }
    const std::string foot = fmt::format(
        "<tfoot><tr><td></td><th "
        "scope=\"row\">{}</th><td>{}</td><td></td><td>{}</td><td>{}</td><td>{}</td>"
        "</tr></tfoot>",
        in->together, in.two_decimals(report.weight_sum), in.two_decimals(weighted_sum(report)),
        in.two_decimals(report.score), in.two_decimals(100 - report.score));
    return table(in->sum_caption,
                 columns({in->number, in->requirement, in->weight, in->coverage, in->weight_coverage,
                          in->points, in->gain}),
                 body, foot);
}

}  // namespace headway::report
