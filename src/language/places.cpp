// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/places.hpp"

#include <algorithm>
#include <array>

namespace headway::language {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_word(char c) {
    return is_digit(c) || is_lower(c) || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Reads from the front of a text.
class Reader {
  public:
    explicit Reader(std::string_view text) : rest_(text) {}

    bool word(std::string_view w) {
        if (!rest_.starts_with(w)) return false;
        rest_.remove_prefix(w.size());
        return true;
    }
    /// How many characters of a class were there.
    std::size_t run(bool (*of)(char)) {
        const auto end = std::ranges::find_if_not(rest_, of);
        const auto n = static_cast<std::size_t>(end - rest_.begin());
        rest_.remove_prefix(n);
        return n;
    }
    bool exactly(std::size_t n, bool (*of)(char)) {
        const std::string_view part = rest_.substr(0, n);
        if (part.size() != n || !std::ranges::all_of(part, of)) return false;
        rest_.remove_prefix(n);
        return true;
    }
    [[nodiscard]] bool done() const { return rest_.empty(); }

  private:
    std::string_view rest_;
};

bool is_figure(Reader r) {
    if (!r.word("-")) r.word("+");
    if (r.run(is_digit) == 0) return false;
    return !r.word(".") ? r.done() : r.run(is_digit) > 0 && r.done();
}

bool read_day(Reader& r) {
    return r.exactly(4, is_digit) && r.word("-") && r.exactly(2, is_digit) && r.word("-") &&
           r.exactly(2, is_digit);
}

bool is_day(Reader r) {
    return read_day(r) && r.done();
}

bool is_moment(Reader r) {
    constexpr auto of_time = [](char c) { return is_digit(c) || c == ':' || c == '.'; };
    return read_day(r) && r.word("T") && r.run(of_time) > 0 && r.word("Z") && r.done();
}

bool is_pages(Reader r) {
    do {
        if (r.run(is_digit) == 0) return false;
    } while (r.word(", "));
    r.word(" and others");
    return r.done();
}

bool is_packs(Reader r) {
    constexpr auto of_release = [](char c) { return is_word(c) || c == '.'; };
    do {
        if (r.run(is_lower) == 0 || !r.word(" ") || !r.exactly(1, is_digit)) return false;
        r.run(of_release);
    } while (r.word(", "));
    return r.done();
}

bool is_url(Reader r) {
    constexpr auto of_address = [](char c) { return !is_blank(c); };
    return r.run(is_word) > 0 && r.word("://") && r.run(of_address) > 0 && r.done();
}

/// "…something (label)"
bool is_leveled(std::string_view s) {
    if (!s.ends_with(')')) return false;
    s.remove_suffix(1);
    const std::size_t open = s.rfind(" (");
    if (open == std::string_view::npos || open == 0) return false;
    const std::string_view label = s.substr(open + 2);
    return !label.empty() && std::ranges::all_of(label, is_lower);
}

bool is_name(std::string_view text, std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
        const std::string_view here = text.substr(at, 2);
        if (here == ". " || here == ": " || here == "; ") return false;
    }
    return true;
}

struct Named {
    std::string_view place;
    Kind kind;
};
constexpr std::array<Named, 27> named = {{
    {"count", Kind::figure},    {"most", Kind::figure},   {"size", Kind::figure},
    {"from", Kind::figure},     {"to", Kind::figure},     {"needed", Kind::figure},
    {"sure", Kind::figure},     {"points", Kind::figure}, {"hours", Kind::figure},
    {"level", Kind::figure},    {"years", Kind::figure},  {"months", Kind::figure},
    {"one", Kind::one},         {"single", Kind::one},    {"pageCount", Kind::figure},
    {"skill", Kind::name},      {"wide", Kind::name},     {"packs", Kind::packs},
    {"url", Kind::url},         {"day", Kind::day},       {"time", Kind::moment},
    {"pages", Kind::pages},     {"quoted", Kind::quoted}, {"listed", Kind::listed},
    {"leveled", Kind::leveled}, {"known", Kind::known},   {"why", Kind::why},
}};

}  // namespace

Kind kind_of(std::string_view place) {
    const auto* const found = std::ranges::find(named, place, &Named::place);
    return found == named.end() ? Kind::any : found->kind;
}

bool is_greedy(Kind kind) {
    return kind != Kind::any && kind != Kind::name;
}

bool takes(Kind kind, std::string_view text, std::size_t begin, std::size_t end) {
    const std::string_view s = text.substr(begin, end - begin);
    switch (kind) {
        case Kind::name:
            return is_name(text, begin, end);
        case Kind::figure:
            return is_figure(Reader(s));
        case Kind::one:
            return s == "1";
        case Kind::day:
            return is_day(Reader(s));
        case Kind::moment:
            return is_moment(Reader(s));
        case Kind::pages:
            return is_pages(Reader(s));
        case Kind::quoted:
            return s.starts_with("“") && s.ends_with("”") && s.size() > 6;
        case Kind::leveled:
            return is_leveled(s);
        case Kind::packs:
            return is_packs(Reader(s));
        case Kind::url:
            return is_url(Reader(s));
        case Kind::any:
        case Kind::listed:
        case Kind::known:
        case Kind::why:
            return true;
    }
    return true;
}

}  // namespace headway::language
