// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/clean.hpp"

#include <algorithm>
#include <array>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "document/charset.hpp"
#include "text/utf8.hpp"

namespace headway::document {
namespace {

constexpr std::array<std::string_view, 7> ligatures{"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
constexpr std::string_view bullet_mark = "\u2022";

/// Marks that are bullets wherever they start a line.
constexpr std::u32string_view sure_bullets =
    U"\u2022\u2023\u2043\u204C\u204D\u2219\u25A0\u25A1\u25AA\u25AB\u25B6\u25B8\u25BA\u25C6\u25C7\u25CB\u25CF"
    U"\u25D8\u25E6\u2605\u2606\u2713\u2714\u2756\u2794\u279C\u27A2\u27A4\u29BF\u2B9A";
/// Marks that are bullets only when a blank follows.
constexpr std::u32string_view likely_bullets =
    U"-*+\u00B7\u2010\u2011\u2012\u2013\u2014\u2212\u00BB\u203A\u2192";

bool is_space(char32_t c) {
    return c == ' ' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

bool is_line_end(char32_t c) {
    return c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_invisible(char32_t c) {
    return c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0x034F || c == 0x061C || c == 0x115F ||
           c == 0x1160 || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE0FFF);
}

bool is_private(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

/// Symbol and Wingdings bullets as word processors write them into the private-use area.
bool is_private_bullet(char32_t c) {
    return c == 0xF0B7 || c == 0xF0A7 || c == 0xF0A8 || c == 0xF0D8 || c == 0xF0FC || c == 0xF076 ||
           c == 0xF06C || c == 0xF06E || c == 0xF071;
}

bool is_noncharacter(char32_t c) {
    return (c & 0xFFFEU) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

bool is_combining(char32_t c) {
    return (c >= 0x300 && c <= 0x36F) || c == 0x3099 || c == 0x309A;
}

std::string compose(const std::string& utf8) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) return utf8;
    const auto source =
        icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
    const icu::UnicodeString composed = nfc->normalize(source, status);
    if (U_FAILURE(status)) return utf8;
    std::string out;
    composed.toUTF8String(out);
    return out;
}

/// Code points that pass through the sieve are appended to `out`; the result says whether `c` could be read.
bool append_clean(std::string& out, char32_t c, char32_t before, SoftHyphen soft_hyphen) {
    if (is_space(c)) {
        out += ' ';
    } else if (c >= 0xFB00 && c <= 0xFB06) {
        out += ligatures[c - 0xFB00];
    } else if (c == 0xAD) {
        if (soft_hyphen == SoftHyphen::painted) out += '-';
    } else if (is_private_bullet(c)) {
        out += bullet_mark;
    } else if (c == 0xFFFD || is_private(c) || is_noncharacter(c) || (c < 0x20 && c != '\t') ||
               (c >= 0x7F && c < 0xA0)) {
        return false;
    } else if (c == 0x200C || c == 0x200D) {
        // Joiners shape words in Arabic and Indic scripts; in others they are noise.
        if (before >= 0x600) append_utf8(out, c);
    } else if (!is_invisible(c)) {
        append_utf8(out, c);
    }
    return true;
}

std::size_t blanks_at(std::string_view s, std::size_t i) {
    std::size_t n = 0;
    while (i + n < s.size() && (s[i + n] == ' ' || s[i + n] == '\t')) ++n;
    return n;
}

void append_tidy_line(std::string& out, std::string_view line) {
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
    line.remove_prefix(blanks_at(line, 0));
    if (const std::size_t bullet = bullet_length(line); bullet > 0 && bullet < line.size()) {
        out += bullet_mark;
        out += ' ';
        line.remove_prefix(bullet);
    }
    for (std::size_t i = 0; i < line.size();) {
        const std::size_t n = blanks_at(line, i);
        if (n == 0) {
            out += line[i++];
            continue;
        }
        out += line.substr(i, n).find('\t') != std::string_view::npos ? '\t' : ' ';
        i += n;
    }
}

}  // namespace

std::string clean_characters(std::string_view utf8, SoftHyphen soft_hyphen, CleanLosses* losses) {
    std::string out;
    out.reserve(utf8.size());
    bool combining = false;
    char32_t before = 0;
    CleanLosses count;
    for (std::size_t i = 0; i < utf8.size();) {
        const text::CodePoint c = text::decode(utf8, i);
        if (is_line_end(c.value)) {
            if (c.value == '\r' && i + 1 < utf8.size() && utf8[i + 1] == '\n') ++i;
            out += '\n';
        } else if (append_clean(out, c.value, before, soft_hyphen)) {
            ++count.kept;
        } else {
            ++count.unreadable;
        }
        combining = combining || is_combining(c.value);
        before = c.value;
        i += c.length;
    }
    if (losses != nullptr) {
        losses->kept += count.kept;
        losses->unreadable += count.unreadable;
    }
    return combining ? compose(out) : out;
}

std::size_t bullet_length(std::string_view line) {
    if (line.empty()) return 0;
    const text::CodePoint c = text::decode(line, 0);
    const std::size_t blanks = blanks_at(line, c.length);
    if (sure_bullets.find(c.value) != std::u32string_view::npos) return c.length + blanks;
    if (blanks > 0 && likely_bullets.find(c.value) != std::u32string_view::npos) return c.length + blanks;
    // A word processor's second-level bullet is the letter o of a fixed-width font.
    if (c.value == 'o' && blanks > 0 && c.length + blanks < line.size()) {
        const char next = line[c.length + blanks];
        if (next >= 'A' && next <= 'Z') return c.length + blanks;
    }
    return 0;
}

std::string tidy_lines(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 1);
    bool empty_line_due = false;
    std::size_t begin = 0;
    while (begin < text.size()) {
        std::size_t end = text.find('\n', begin);
        if (end == std::string_view::npos) end = text.size();
        const std::size_t mark = out.size();
        append_tidy_line(out, text.substr(begin, end - begin));
        if (out.size() == mark) {
            empty_line_due = !out.empty();
        } else {
            if (empty_line_due) out.insert(mark, 1, '\n');
            empty_line_due = false;
            out += '\n';
        }
        begin = end + 1;
    }
    return out;
}

}  // namespace headway::document
