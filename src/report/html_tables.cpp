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

std::string range(const WireLevel& level) {
    return fmt::format("{} <span>({}–{})</span>", html_text(level_words(level)), one_decimal(level.low),
                       one_decimal(level.high));
}

}  // namespace

std::string levels_table(const std::vector<Numbered>& all) {
    std::string body;
    for (const Numbered& n : all) {
        const WireRequirement& r = *n.requirement;
        std::string held = r.held ? range(*r.held) : std::string("nothing found");
        if (r.held && r.support == "transfer" && r.met_by) held += " in " + html_text(r.met_by->name);
        body += fmt::format("{}<td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>", row_head(n), held,
                            range(r.needed), html_text(r.status), one_decimal(r.gain));
    }
    return table("Levels held and needed, with their ranges",
                 columns({"No.", "Requirement", "Held", "Needed", "Status", "Gain"}), body, {});
}

std::string arithmetic_table(const WireReport& report, const std::vector<Numbered>& all) {
    std::string body;
    for (const Numbered& n : all) {
        const WireRequirement& r = *n.requirement;
        body += fmt::format("{}<td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>", row_head(n),
                            two_decimals(r.weight), two_decimals(r.coverage),
                            two_decimals(r.points * report.weight_sum / 100), two_decimals(r.points),
                            two_decimals(r.gain));
    }
    const std::string foot = fmt::format(
        "<tfoot><tr><td></td><th "
        "scope=\"row\">Together</th><td>{}</td><td></td><td>{}</td><td>{}</td><td>{}</td>"
        "</tr></tfoot>",
        two_decimals(report.weight_sum), two_decimals(weighted_sum(report)), two_decimals(report.score),
        two_decimals(100 - report.score));
    return table("The score, term by term",
                 columns({"No.", "Requirement", "Weight", "Coverage", "Weight × coverage", "Points", "Gain"}),
                 body, foot);
}

}  // namespace headway::report
