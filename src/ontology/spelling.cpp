// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/spelling.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "text/tokens.hpp"
#include "text/utf8.hpp"

namespace headway::ontology {
namespace {

constexpr auto spellings = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"licence", "license"},
    {"licences", "licenses"},
    {"counsellor", "counselor"},
    {"counselling", "counseling"},
    {"behaviour", "behavior"},
    {"paediatric", "pediatric"},
    {"anaesthetist", "anesthetist"},
    {"anaesthesia", "anesthesia"},
});

std::string_view other_word(std::string_view word) {
    for (const auto& [british, american] : spellings) {
        if (word == british) return american;
        if (word == american) return british;
    }
    return {};
}

}  // namespace

std::optional<std::string> other_spelling(std::string_view name) {
    std::string out;
    std::size_t kept = 0;
    for (const text::Token& t : text::tokenize(name)) {
        const std::string_view written = name.substr(t.begin, t.end - t.begin);
        std::string other(other_word(text::fold(written)));
        if (other.empty()) continue;
        if (t.upper_first) other.front() = written.front();
        out += name.substr(kept, t.begin - kept);
        out += other;
        kept = t.end;
    }
    if (kept == 0) return std::nullopt;
    out += name.substr(kept);
    return out;
}

}  // namespace headway::ontology
