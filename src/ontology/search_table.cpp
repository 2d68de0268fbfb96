// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/search_table.hpp"

#include <algorithm>

namespace headway::ontology {
namespace {

template <class T>
bool within(Range r, std::span<const T> rows) {
    return r.begin <= r.end && r.end <= rows.size();
}

/// How many of the numbers 0, 1, … name a text of an item.
std::size_t name_count(const SkillRow& row) {
    return 1 + std::size_t{row.aliases.end - row.aliases.begin};
}
std::size_t name_count(const OccupationRow& row) {
    return 1 + 2 * std::size_t{row.titles.end - row.titles.begin};
}

/// For each item over all packs, how many names it has.
std::vector<std::size_t> name_counts(std::span<const Pack> packs, bool occupations) {
    std::vector<std::size_t> out;
    for (const Pack& p : packs) {
        if (occupations) {
            for (const OccupationRow& row : p.occupations()) out.push_back(name_count(row));
        } else {
            for (const SkillRow& row : p.skills()) out.push_back(name_count(row));
        }
    }
    return out;
}

/// Whether every range and number stays inside its table, so that a search needs no check.
bool sound(const SearchTable& t, std::span<const Pack> packs) {
    const auto skills = name_counts(packs, false);
    const auto occupations = name_counts(packs, true);
    const auto text_fits = [&](std::uint64_t begin, std::uint64_t length) {
        return length != 0 && begin + length <= t.text.size();
    };
    return std::ranges::all_of(t.names,
                               [&](const SearchName& n) {
                                   return text_fits(n.text, n.length) && within(n.targets, t.targets);
                               }) &&
           std::ranges::all_of(t.words,
                               [&](const SearchWord& w) {
                                   return text_fits(w.text, w.length) && within(w.names, t.names_with_word);
                               }) &&
           std::ranges::all_of(t.names_with_word, [&](std::uint32_t n) { return n < t.names.size(); }) &&
           std::ranges::all_of(t.targets, [&](const SearchTarget& x) {
               const auto& counts = x.occupation != 0 ? occupations : skills;
               return x.item < counts.size() && x.name < counts[x.item];
           });
}

}  // namespace

std::uint64_t letters_of(std::string_view normal) {
    constexpr std::string_view often = "etaoinsrhldcumfpgwybvkxj";  // takes the last 24 bits
    std::uint64_t out = 0;
    for (const char c : normal) {
        std::uint32_t bit = 39;
        if (c >= 'a' && c <= 'z') {
            bit = static_cast<std::uint32_t>(c - 'a');
            const std::size_t again = often.find(c);
            if ((out >> bit & 1U) != 0 && again != std::string_view::npos)
                bit = 40 + static_cast<std::uint32_t>(again);
        } else if (c >= '0' && c <= '9') {
            bit = 26 + static_cast<std::uint32_t>(c - '0');
        } else if (c == '+' || c == '#' || c == '.') {
            bit = c == '+' ? 36 : c == '#' ? 37 : 38;
        } else if (c == ' ') {
            continue;
        }
        out |= std::uint64_t{1} << bit;
    }
    return out;
}

Result<SearchTable> SearchTable::load(const TableFile& file, std::span<const Pack> packs) {
    SearchTable out;
    Result<void> result;
    const auto take = [&]<class T>(std::string_view name, std::span<const T>& into) {
        if (!result) return;
        if (auto rows = file.rows<T>(name)) {
            into = *rows;
        } else {
            result = pass_on(rows);
        }
    };
    take("search_text", out.text);
    take("search_names", out.names);
    take("search_targets", out.targets);
    take("search_words", out.words);
    take("search_postings", out.names_with_word);
    if (!result) return pass_on(result);
    if (!sound(out, packs)) {
        return fail(ErrorCode::invalid, "the lexicon's search table is damaged", "",
                    "Run 'headway ontology compile'");
    }
    return out;
}

std::string_view search_name_text(const Pack& pack, const SkillRow& row, std::uint16_t name) {
    if (name == 0) return pack.text(row.name);
    return pack.text(pack.aliases()[row.aliases.begin + name - 1U].text);
}

std::string_view search_name_text(const Pack& pack, const OccupationRow& row, std::uint16_t name) {
    if (name == 0) return pack.text(row.name);
    const TitleRow& title = pack.titles()[row.titles.begin + (name - 1U) / 2];
    return pack.text(name % 2 == 1 ? title.text : title.short_text);
}

}  // namespace headway::ontology
