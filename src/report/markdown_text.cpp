// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/markdown_text.hpp"

#include "report/quotation.hpp"
#include "report/web_address.hpp"

namespace headway::report {

std::string markdown_text(std::string_view s) {
    constexpr std::string_view escaped = "\\`*_[]|~$#";
    const std::string clean = one_line(s);
    std::string out;
    out.reserve(clean.size() + 8);
    for (std::size_t i = 0; i < clean.size(); ++i) {
        const char c = clean[i];
        const std::string_view rest = std::string_view(clean).substr(i);
        if (c == '<') {
            out += "&lt;";
        } else if (c == '>') {
            out += "&gt;";
        } else if (c == '&') {
            out += "&amp;";
        } else if (c == '@') {
            out += "<!-- -->@";  // an entity would still become a mention or a mail link after parsing
        } else if (c == ':' && rest.starts_with("://")) {
            out += "&#58;";
        } else if (c == '.' && i >= 3 && (clean[i - 1] | 0x20) == 'w' && (clean[i - 2] | 0x20) == 'w') {
            out += "&#46;";  // "www." is a link by itself
        } else {
            if (escaped.find(c) != std::string_view::npos) out += '\\';
            out += c;
        }
    }
    return out;
}

std::string markdown_link(std::string_view label, std::string_view address) {
    if (!is_safe_address(address)) return markdown_text(label);
    return "[" + markdown_text(label) + "](<" + std::string(address) + ">)";
}

}  // namespace headway::report
