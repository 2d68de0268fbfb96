// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/page_policy.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "http/base64.hpp"
#include "http/digest.hpp"
#include "http/request.hpp"

namespace headway::http {
namespace {

constexpr std::string_view white = " \t\r\n\f";

std::size_t find_ignoring_case(std::string_view text, std::string_view wanted, std::size_t from) {
    for (std::size_t i = from; i + wanted.size() <= text.size(); ++i) {
        if (text[i] == wanted[0] && same_name(text.substr(i, wanted.size()), wanted)) return i;
    }
    return std::string_view::npos;
}

std::string entities_decoded(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, char>, 6> entities{
        {{"&quot;", '"'}, {"&amp;", '&'}, {"&#x27;", '\''}, {"&#39;", '\''}, {"&lt;", '<'}, {"&gt;", '>'}}};
    std::string out;
    while (!text.empty()) {
        const auto found = std::ranges::find_if(
            entities, [&](const auto& entity) { return text.starts_with(entity.first); });
        out += found == entities.end() ? text[0] : found->second;
        text.remove_prefix(found == entities.end() ? 1 : found->first.size());
    }
    return out;
}

struct Tag {
    std::string_view name;
    bool has_src = false;
    std::string style;    ///< Value of the style attribute.
    std::size_t end = 0;  ///< Behind its '>'.
};

/// `at` is the place of '<' before a letter.
Tag read_tag(std::string_view html, std::size_t at) {
    Tag out;
    std::size_t i = at + 1;
    const auto skip = [&](std::string_view stop) { i = std::min(html.find_first_of(stop, i), html.size()); };
    skip(" \t\r\n\f/>");
    out.name = html.substr(at + 1, i - at - 1);
    while (i < html.size() && html[i] != '>') {
        i = std::min(html.find_first_not_of(" \t\r\n\f/", i), html.size());
        const std::size_t begin = i;
        skip(" \t\r\n\f/>=");
        const std::string_view name = html.substr(begin, i - begin);
        std::string_view value;
        std::size_t next = std::min(html.find_first_not_of(white, i), html.size());
        if (next < html.size() && html[next] == '=') {
            i = std::min(html.find_first_not_of(white, next + 1), html.size());
            const bool quoted = i < html.size() && (html[i] == '"' || html[i] == '\'');
            const std::size_t from = quoted ? i + 1 : i;
            i = from;
            skip(quoted ? html.substr(from - 1, 1) : std::string_view(" \t\r\n\f>"));
            value = html.substr(std::min(from, html.size()), i - std::min(from, html.size()));
            if (quoted && i < html.size()) ++i;
        }
        if (same_name(name, "src")) out.has_src = true;
        if (same_name(name, "style")) out.style = entities_decoded(value);
        if (name.empty() && i == begin && i < html.size() && html[i] != '>') ++i;  // a stray '='
    }
    out.end = std::min(i + 1, html.size());
    return out;
}

std::string hash_source(std::string_view content) {
    return "'sha256-" + base64(sha256(content)) + "'";
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::string page_policy(std::string_view html) {
    std::set<std::string> scripts;
    std::set<std::string> styles;
    for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
        if (html.substr(at).starts_with("<!--")) {
            at = std::min(html.find("-->", at + 4), html.size());
            continue;
        }
        if (at + 1 >= html.size() || !is_letter(html[at + 1])) {
            ++at;
            continue;
        }
        const Tag tag = read_tag(html, at);
        at = tag.end;
        if (!tag.style.empty()) styles.insert({"'unsafe-hashes'", hash_source(tag.style)});
        const bool script = same_name(tag.name, "script");
        if (!script && !same_name(tag.name, "style")) continue;
        const std::size_t close =
            std::min(find_ignoring_case(html, script ? "</script" : "</style", at), html.size());
        if (!tag.has_src) (script ? scripts : styles).insert(hash_source(html.substr(at, close - at)));
        at = close;
    }
    std::string out = "default-src 'self'; script-src 'self'";
    for (const std::string& hash : scripts) out += " " + hash;
    out += "; style-src 'self'";
    for (const std::string& hash : styles) out += " " + hash;
    return out +
           "; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; "
           "frame-ancestors 'none'";
}

}  // namespace headway::http
