// SPDX-License-Identifier: GPL-3.0-or-later
#include "boards/tags.hpp"

#include <algorithm>

namespace headway::boards {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;
constexpr std::size_t longest_name = 32;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

char lower(char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

bool same_word(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::string name_at(std::string_view html, std::size_t at) {
    std::string out;
    while (at < html.size() && out.size() < longest_name && !is_blank(html[at]) && html[at] != '>' &&
           html[at] != '/')
        out += lower(html[at++]);
    return out;
}

}  // namespace

std::size_t Tags::end_of_tag(std::size_t from) const {
    char quote = 0;
    for (std::size_t i = from; i < html_.size(); ++i) {
        const char c = html_[i];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            // A quote opens a value only where one may stand.
            if (html_[i - 1] == '=' || is_blank(html_[i - 1])) quote = c;
        } else if (c == '>') {
            return i;
        }
    }
    return nowhere;
}

std::optional<Piece> Tags::tag() {
    const bool close = at_ + 1 < html_.size() && html_[at_ + 1] == '/';
    const std::size_t name = at_ + (close ? 2 : 1);
    if (name >= html_.size() || !is_letter(html_[name])) return std::nullopt;
    const std::size_t end = end_of_tag(name);
    if (end == nowhere) {
        no_more_tags_ = true;
        return std::nullopt;
    }
    Piece out;
    out.kind = close ? Piece::Kind::close : Piece::Kind::open;
    out.text = html_.substr(at_ + 1, end - at_ - 1);
    out.name = name_at(html_, name);
    const std::size_t behind = name + out.name.size();
    if (!close && behind < end) out.attributes = html_.substr(behind, end - behind);
    at_ = end + 1;
    return out;
}

std::optional<Piece> Tags::next() {
    std::size_t begin = at_;
    while (at_ < html_.size()) {
        if (no_more_tags_) {
            at_ = html_.size();
            break;
        }
        const std::size_t open = html_.find('<', at_);
        if (open == nowhere) {
            at_ = html_.size();
            break;
        }
        const bool other = open + 1 < html_.size() && (html_[open + 1] == '!' || html_[open + 1] == '?');
        const bool tag_follows =
            open + 1 < html_.size() && (is_letter(html_[open + 1]) || html_[open + 1] == '/');
        if ((other || tag_follows) && open > begin) {
            at_ = open;
            return Piece{Piece::Kind::text, html_.substr(begin, open - begin), {}, {}};
        }
        at_ = open;
        if (other) {
            const bool comment = html_.substr(open).starts_with("<!--");
            const std::size_t end = comment ? html_.find("-->", open + 4) : html_.find('>', open);
            at_ = end == nowhere ? html_.size() : end + (comment ? 3 : 1);
            begin = at_;
            continue;
        }
        if (tag_follows) {
            if (auto found = tag()) return found;
        }
        ++at_;
    }
    if (begin >= html_.size()) return std::nullopt;
    return Piece{Piece::Kind::text, html_.substr(begin), {}, {}};
}

std::string_view Tags::raw_until_close(std::string_view name) {
    for (std::size_t open = html_.find("</", at_); open != nowhere; open = html_.find("</", open + 2)) {
        const std::string_view behind = html_.substr(open + 2);
        if (behind.size() <= name.size() || !same_word(behind.substr(0, name.size()), name) ||
            is_letter(behind[name.size()]))
            continue;
        const std::string_view out = html_.substr(at_, open - at_);
        const std::size_t end = html_.find('>', open);
        at_ = end == nowhere ? html_.size() : end + 1;
        return out;
    }
    const std::string_view out = html_.substr(at_);
    at_ = html_.size();
    return out;
}

std::optional<std::string_view> attribute_of(std::string_view attributes, std::string_view name) {
    std::size_t at = 0;
    const auto skip = [&] {
        while (at < attributes.size() && (is_blank(attributes[at]) || attributes[at] == '/')) ++at;
    };
    while (true) {
        skip();
        if (at >= attributes.size()) return std::nullopt;
        const std::size_t begin = at;
        while (at < attributes.size() && !is_blank(attributes[at]) && attributes[at] != '=') ++at;
        const std::string_view found = attributes.substr(begin, at - begin);
        skip();
        std::string_view value;
        if (at < attributes.size() && attributes[at] == '=') {
            ++at;
            while (at < attributes.size() && is_blank(attributes[at])) ++at;
            const bool quoted = at < attributes.size() && (attributes[at] == '"' || attributes[at] == '\'');
            const std::size_t from = at + (quoted ? 1 : 0);
            std::size_t end = from;
            if (quoted) {
                end = std::min(attributes.find(attributes[at], from), attributes.size());
            } else {
                while (end < attributes.size() && !is_blank(attributes[end])) ++end;
            }
            value = attributes.substr(std::min(from, attributes.size()), end - std::min(from, end));
            at = std::min(end + (quoted ? 1 : 0), attributes.size());
        }
        if (same_word(found, name)) return value;
        if (at == begin) ++at;
    }
}

}  // namespace headway::boards
