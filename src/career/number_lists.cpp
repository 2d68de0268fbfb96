// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/number_lists.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "base/hash.hpp"
#include "text/phrases.hpp"

namespace headway::career {
namespace {

bool joins(const text::Token& word) {
    return word.key == hash64("and") || word.key == hash64("or");
}

bool counts(const text::Token& word) {
    constexpr std::array units = {hash64("year"),   hash64("yr"),    hash64("month"), hash64("week"),
                                  hash64("day"),    hash64("hour"),  hash64("hr"),    hash64("time"),
                                  hash64("people"), hash64("person")};
    return std::find(units.begin(), units.end(), word.key) != units.end();
}

/// The number that goes on with the list that ends at token `last`, if one does.
std::optional<std::uint32_t> next_number(const Reading& r, std::uint32_t last) {
    const auto here = [&](std::uint32_t t) {
        return t < r.tokens.size() && r.sentence_of[t] == r.sentence_of[last];
    };
    std::uint32_t t = last + 1;
    if (!here(t)) return std::nullopt;
    if (joins(r.tokens[t])) {
        ++t;
    } else if (const auto gap = r.between(last); gap != "/" && gap != ", " && gap != "," && gap != " / ") {
        return std::nullopt;
    }
    if (here(t) && joins(r.tokens[t])) ++t;  // ", and"
    if (!here(t) || !r.tokens[t].digit_first || (here(t + 1) && counts(r.tokens[t + 1]))) return std::nullopt;
    return t;
}

/// The skill whose name is that of the mention with another number at its end.
SkillId with_number(const Reading& r, const ontology::Catalog& catalog, const Mention& m,
                    std::uint32_t number) {
    const auto from = r.tokens.begin() + m.first_token;
    std::vector<text::Token> name(from, from + m.token_count - 1);
    name.push_back(r.tokens[number]);
    const auto& lexicon = catalog.lexicon();
    const auto found = text::match_longest(lexicon.phrases(), name);
    if (found.size() != 1 || found.front().length != name.size()) return ontology::none;
    for (const ontology::PhraseEntry& e : lexicon.entries(found.front().phrase)) {
        if (e.role <= ontology::PhraseRole::derived) return e.skill;
    }
    return ontology::none;
}

}  // namespace

void name_numbers(const Reading& r, const ontology::Catalog& catalog, std::vector<Mention>& mentions) {
    std::vector<Mention> more;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        const Mention& m = mentions[i];
        std::uint32_t last = m.first_token + m.token_count - 1;
        if (m.token_count < 2 || !r.tokens[last].digit_first) continue;
        while (const auto number = next_number(r, last)) {
            last = *number;
            const bool named = i + 1 < mentions.size() && mentions[i + 1].first_token <= last;
            const SkillId skill = with_number(r, catalog, m, last);
            if (named || skill == ontology::none) break;
            Mention& next = more.emplace_back(m);
            next.skill = skill;
            next.first_token = last;
            next.token_count = 1;
            next.begin = r.tokens[last].begin;
            next.end = r.tokens[last].end;
        }
    }
    if (more.empty()) return;
    const auto middle = mentions.insert(mentions.end(), more.begin(), more.end());
    std::inplace_merge(mentions.begin(), middle, mentions.end(),
                       [](const Mention& a, const Mention& b) { return a.first_token < b.first_token; });
}

}  // namespace headway::career
