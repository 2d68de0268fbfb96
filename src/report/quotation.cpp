// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/quotation.hpp"

#include <algorithm>

#include "report/columns.hpp"
#include "text/utf8.hpp"

namespace headway::report {
namespace {

/// Controls, and the marks that reorder text (Unicode Bidirectional Algorithm, explicit formatting).
bool never_shown(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
           (c >= 0xE0000 && c <= 0xE007F) || (c >= 0xFFF9 && c <= 0xFFFB);
}

bool is_space(char32_t c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
           c == 0x3000;
}

void append(std::string& out, std::string_view s, std::size_t at, const text::CodePoint& c) {
    if (c.value == 0xFFFD && c.length == 1) {
        out += "\xEF\xBF\xBD";
    } else {
        out += s.substr(at, c.length);
    }
}

bool on_character(std::string_view s, std::size_t at) {
    return at >= s.size() || (static_cast<unsigned char>(s[at]) & 0xC0U) != 0x80U;
}

}  // namespace

std::string one_line(std::string_view s) {
    std::string out;
    out.reserve(s.size());
    for (std::size_t at = 0; at < s.size();) {
        const text::CodePoint c = text::decode(s, at);
        if (is_space(c.value)) {
            if (out.empty() || out.back() != ' ') out += ' ';
        } else if (!never_shown(c.value)) {
            append(out, s, at, c);
        }
        at += c.length;
    }
    return out;
}

std::string many_lines(std::string_view s) {
    std::string out;
    out.reserve(s.size());
    for (std::size_t at = 0; at < s.size();) {
        const text::CodePoint c = text::decode(s, at);
        if (c.value == '\n' || c.value == '\t') {
            out += s[at];
        } else if (c.value == '\f') {
            out += '\n';
        } else if (!never_shown(c.value)) {
            append(out, s, at, c);
        }
        at += c.length;
    }
    return out;
}

Sentences::Sentences(std::string_view text)
    : text_(text), sentences_(text::split_sentences(text, text::split_lines(text))) {}

bool Sentences::holds(const WireEvidence& e) const {
    return e.start < e.end && e.end <= text_.size() && on_character(text_, e.start) &&
           on_character(text_, e.end) && text_.substr(e.start, e.end - e.start) == e.text;
}

Quotation Sentences::around(const WireEvidence& e) const {
    if (!holds(e)) return {{}, one_line(e.text), {}};
    auto found = std::upper_bound(sentences_.begin(), sentences_.end(), e.start,
                                  [](std::uint32_t at, const text::Sentence& s) { return at < s.begin; });
    std::size_t begin = e.start;
    std::size_t end = e.end;
    if (found != sentences_.begin() && std::prev(found)->end >= e.end) {
        begin = std::prev(found)->begin;
        end = std::prev(found)->end;
    }
    Quotation out{one_line(text_.substr(begin, e.start - begin)), one_line(e.text),
                  one_line(text_.substr(e.end, end - e.end))};
    if (out.before == " ") out.before.clear();
    if (out.after == " ") out.after.clear();
    return out;
}

Quotation shorten(Quotation q, int columns) {
    columns = std::max(columns, 1);
    const int quoted = columns_of(q.quoted);
    const int before = columns_of(q.before);
    const int after = columns_of(q.after);
    if (quoted + before + after <= columns) return q;
    if (quoted + 2 >= columns) return {{}, shorten(q.quoted, columns), {}};
    // Both sides get half of the room; what one side does not need goes to the other.
    const int room = columns - quoted;
    int left = std::min(before, std::max(room / 2, room - after));
    const int right = std::min(after, room - left);
    left = std::min(before, room - right);
    if (left < before) q.before = "…" + std::string(last_columns(q.before, std::max(left - 1, 0)));
    if (right < after) q.after = std::string(first_columns(q.after, std::max(right - 1, 0))) + "…";
    if (left == 0) q.before.clear();
    if (right == 0) q.after.clear();
    return q;
}

}  // namespace headway::report
