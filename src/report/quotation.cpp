// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/quotation.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

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

std::string trimmed(std::string s) {
    if (s.starts_with(' ')) s.erase(0, 1);
    if (s.ends_with(' ')) s.pop_back();
    return s;
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

Sentences::Extent Sentences::sentence_of(const WireEvidence& e) const {
    const auto next =
        std::upper_bound(sentences_.begin(), sentences_.end(), e.start,
                         [](std::uint32_t at, const text::Sentence& s) { return at < s.begin; });
    if (next != sentences_.begin() && std::prev(next)->end >= e.end) {
        return {std::prev(next)->begin, std::prev(next)->end};
    }
    return {e.start, e.end};
}

std::vector<Piece> Sentences::cut(Extent sentence, const std::vector<const WireEvidence*>& evidence) const {
    std::vector<Piece> out;
    std::uint32_t at = sentence.begin;
    const auto add = [&](std::uint32_t end, bool quoted) {
        if (end <= at) return;
        std::string piece = one_line(text_.substr(at, end - at));
        if (!out.empty() && out.back().text.ends_with(' ') && piece.starts_with(' ')) piece.erase(0, 1);
        if (!piece.empty()) out.push_back({std::move(piece), quoted});
        at = end;
    };
    for (const WireEvidence* e : evidence) {
        add(e->start, false);
        if (!out.empty() && out.back().quoted && e->end > at && e->start < at) {
            out.back().text += one_line(text_.substr(at, e->end - at));  // overlaps the one before
            at = e->end;
        }
        add(e->end, true);
    }
    add(sentence.end, false);
    return out;
}

Passage Sentences::around(const WireEvidence& e) const {
    if (!holds(e)) return {{{trimmed(one_line(e.text)), true}}, {&e}};
    return {cut(sentence_of(e), {&e}), {&e}};
}

std::vector<Passage> Sentences::passages(const std::vector<WireEvidence>& all) const {
    std::vector<Passage> out;
    std::vector<Extent> extents;
    for (const WireEvidence& e : all) {
        const Extent extent = holds(e) ? sentence_of(e) : Extent{};
        const auto same = std::find(extents.begin(), extents.end(), extent);
        if (extent == Extent{} || same == extents.end()) {
            extents.push_back(extent);
            out.push_back(around(e));
        } else {
            out[static_cast<std::size_t>(same - extents.begin())].evidence.push_back(&e);
        }
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        std::vector<const WireEvidence*>& evidence = out[i].evidence;
        if (evidence.size() < 2) continue;
        std::sort(evidence.begin(), evidence.end(), [](const WireEvidence* a, const WireEvidence* b) {
            return std::tuple(a->start, a->end, a) < std::tuple(b->start, b->end, b);
        });
        out[i].pieces = cut(extents[i], evidence);
    }
    return out;
}

Passage shorten(Passage p, int columns) {
    columns = std::max(columns, 1);
    int total = 0;
    for (const Piece& piece : p.pieces) total += columns_of(piece.text);
    if (total <= columns || p.pieces.empty()) return p;
    const bool has_before = !p.pieces.front().quoted;
    const bool has_after = p.pieces.size() > 1 && !p.pieces.back().quoted;
    const int before = has_before ? columns_of(p.pieces.front().text) : 0;
    const int after = has_after ? columns_of(p.pieces.back().text) : 0;
    const int kept = total - before - after;
    if (kept + 2 >= columns) {
        const std::size_t first = has_before ? 1 : 0;
        if (first >= p.pieces.size()) return p;
        p.pieces = {{shorten(p.pieces[first].text, columns), true}};
        return p;
    }
    // Both sides get half of the room; what one side does not need goes to the other.
    const int room = columns - kept;
    const int left = std::min(before, std::max(room / 2, room - after));
    const int right = std::min(after, room - left);
    if (left < before) {
        p.pieces.front().text = "…" + std::string(last_columns(p.pieces.front().text, std::max(left - 1, 0)));
    }
    if (right < after) {
        p.pieces.back().text = std::string(first_columns(p.pieces.back().text, std::max(right - 1, 0))) + "…";
    }
    return p;
}

}  // namespace headway::report
