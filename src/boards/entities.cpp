// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "boards/markup.hpp"
#include "document/charset.hpp"

namespace headway::boards {
namespace {

struct Entity {
    std::string_view name;
    char32_t value;
};

/// HTML 4's names of U+00A0 to U+00FF, in that order.
constexpr std::array<std::string_view, 96> latin1 = {
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",
    "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",
    "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12",
    "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil",
    "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde",
    "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",
    "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",
    "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",
    "eth",    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
    "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

constexpr std::array<Entity, 41> others = {
    Entity{"quot", U'"'},        Entity{"amp", U'&'},         Entity{"apos", U'\''},
    Entity{"lt", U'<'},          Entity{"gt", U'>'},          Entity{"OElig", U'\u0152'},
    Entity{"oelig", U'\u0153'},  Entity{"Scaron", U'\u0160'}, Entity{"scaron", U'\u0161'},
    Entity{"Yuml", U'\u0178'},   Entity{"circ", U'\u02C6'},   Entity{"tilde", U'\u02DC'},
    Entity{"ensp", U'\u2002'},   Entity{"emsp", U'\u2003'},   Entity{"thinsp", U'\u2009'},
    Entity{"zwnj", U'\u200C'},   Entity{"zwj", U'\u200D'},    Entity{"ndash", U'\u2013'},
    Entity{"mdash", U'\u2014'},  Entity{"lsquo", U'\u2018'},  Entity{"rsquo", U'\u2019'},
    Entity{"sbquo", U'\u201A'},  Entity{"ldquo", U'\u201C'},  Entity{"rdquo", U'\u201D'},
    Entity{"bdquo", U'\u201E'},  Entity{"dagger", U'\u2020'}, Entity{"bull", U'\u2022'},
    Entity{"hellip", U'\u2026'}, Entity{"permil", U'\u2030'}, Entity{"prime", U'\u2032'},
    Entity{"lsaquo", U'\u2039'}, Entity{"rsaquo", U'\u203A'}, Entity{"euro", U'\u20AC'},
    Entity{"trade", U'\u2122'},  Entity{"larr", U'\u2190'},   Entity{"rarr", U'\u2192'},
    Entity{"minus", U'\u2212'},  Entity{"le", U'\u2264'},     Entity{"ge", U'\u2265'},
    Entity{"check", U'\u2713'},  Entity{"NewLine", U'\n'}};

std::optional<char32_t> named(std::string_view name) {
    const auto latin = std::ranges::find(latin1, name);
    if (latin != latin1.end()) return static_cast<char32_t>(0xA0 + (latin - latin1.begin()));
    const auto other = std::ranges::find(others, name, &Entity::name);
    if (other != others.end()) return other->value;
    return std::nullopt;
}

/// "#8364" and "#x20AC".
std::optional<char32_t> numbered(std::string_view name) {
    name.remove_prefix(1);
    const bool hex = name.starts_with('x') || name.starts_with('X');
    if (hex) name.remove_prefix(1);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), value, hex ? 16 : 10);
    if (error != std::errc() || end != name.data() + name.size() || value == 0) return std::nullopt;
    return value;
}

/// U+0080 to U+009F mean Windows-1252, as in browsers.
void append(std::string& out, char32_t value) {
    if (value >= 0x80 && value < 0xA0) {
        const char byte = static_cast<char>(value);
        out += document::windows1252_to_utf8(std::string_view(&byte, 1));
    } else {
        document::append_utf8(out, value);
    }
}

}  // namespace

std::string decode_entities(std::string_view text) {
    constexpr std::size_t longest = 12;
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t mark = std::min(text.find('&', at), text.size());
        out += text.substr(at, mark - at);
        if (mark == text.size()) break;
        const std::size_t end = text.substr(mark, longest).find(';');
        std::optional<char32_t> value;
        if (end != std::string_view::npos && end > 1) {
            const std::string_view name = text.substr(mark + 1, end - 1);
            value = name[0] == '#' ? numbered(name) : named(name);
        }
        if (value) {
            append(out, *value);
            at = mark + end + 1;
        } else {
            out += '&';
            at = mark + 1;
        }
    }
    return out;
}

}  // namespace headway::boards
