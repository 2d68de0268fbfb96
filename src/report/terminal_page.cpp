// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/terminal_page.hpp"

#include <algorithm>
#include <vector>

#include "report/columns.hpp"

namespace headway::report {
namespace {

/// Select Graphic Rendition of ECMA-48; the sixteen basic colours follow the user's own theme.
std::string_view code_of(Ink ink) {
    switch (ink) {
        case Ink::strong:
            return "\x1b[1m";
        case Ink::soft:
            return "\x1b[2m";
        case Ink::missing:
            return "\x1b[31m";
        case Ink::weak:
            return "\x1b[33m";
        case Ink::matched:
            return "\x1b[32m";
        case Ink::needed:
            return "\x1b[1;36m";
        case Ink::plain:
            break;
    }
    return {};
}

}  // namespace

std::string TerminalPage::in(Ink ink, std::string_view s) const {
    const std::string_view code = colour_ && !s.empty() ? code_of(ink) : std::string_view();
    if (code.empty()) return std::string(s);
    return std::string(code) + std::string(s) + "\x1b[0m";
}

void TerminalPage::line(std::string_view s) {
    out_ += s;
    out_ += '\n';
}

void TerminalPage::paragraph(Ink ink, std::string_view s, std::string_view first, int most_lines) {
    const int indent = columns_of(first);
    std::vector<std::string> lines = wrap(s, width_ - indent);
    const auto most = static_cast<std::size_t>(std::max(most_lines, 1));
    if (lines.size() > most) {
        lines.resize(most);
        lines.back() = shorten(lines.back() + " …", width_ - indent);
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string before =
            i == 0 ? std::string(first) : std::string(static_cast<std::size_t>(indent), ' ');
        line(before + in(ink, lines[i]));
    }
}

void TerminalPage::heading(Ink ink, std::string_view title, std::string_view note) {
    blank();
    const std::string rest = shorten(note, width_ - columns_of(title) - 2);
    line(in(ink == Ink::plain ? Ink::strong : ink, title) + (rest.empty() ? "" : "  " + in(Ink::soft, rest)));
    std::string rule;
    for (int i = 0; i < width_; ++i) rule += "─";
    line(in(Ink::soft, rule));
}

}  // namespace headway::report
