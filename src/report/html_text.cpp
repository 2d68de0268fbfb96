// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html_text.hpp"

#include "report/quotation.hpp"
#include "report/web_address.hpp"

namespace headway::report {
namespace {

std::string escaped(std::string_view s) {
    std::string out;
    out.reserve(s.size() + s.size() / 16);
    for (char c : s) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

}  // namespace

std::string html_text(std::string_view s) {
    return escaped(one_line(s));
}

std::string html_lines(std::string_view s) {
    return escaped(many_lines(s));
}

std::string html_link(std::string_view label, std::string_view address) {
    if (!is_safe_address(address)) return html_text(label);
    return "<a href=\"" + html_text(address) + "\" rel=\"noopener noreferrer\">" + html_text(label) + "</a>";
}

}  // namespace headway::report
