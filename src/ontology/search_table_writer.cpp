// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <limits>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "ontology/merge.hpp"
#include "ontology/search_table.hpp"
#include "text/tokens.hpp"

namespace headway::ontology {
namespace {

constexpr std::size_t most = std::numeric_limits<std::uint16_t>::max();

/// Gathers names in their normal forms. Ordered maps: equal packs give equal tables.
class Gatherer {
  public:
    void add_skill(const Pack& pack, const SkillRow& row, std::uint32_t id) {
        const std::string_view bare = bare_name(pack.text(row.name));
        add(bare, {id, 0, static_cast<std::uint8_t>(SearchRole::name), 0});
        if (bare.size() != pack.text(row.name).size()) {
            add(pack.text(row.name), {id, 0, static_cast<std::uint8_t>(SearchRole::name), 0});
        }
        for (std::uint32_t a = row.aliases.begin; a != row.aliases.end; ++a) {
            const AliasRow& alias = pack.aliases()[a];
            const auto role =
                alias.kind == AliasKind::derived ? SearchRole::derived : SearchRole::alternative;
            if (a - row.aliases.begin + 1 > most) break;
            add(pack.text(alias.text), {id, static_cast<std::uint16_t>(a - row.aliases.begin + 1),
                                        static_cast<std::uint8_t>(role), 0});
        }
    }

    void add_occupation(const Pack& pack, const OccupationRow& row, std::uint32_t id) {
        add(pack.text(row.name), {id, 0, static_cast<std::uint8_t>(SearchRole::name), 1});
        for (std::uint32_t t = row.titles.begin; t != row.titles.end; ++t) {
            const std::uint32_t number = 1 + 2 * (t - row.titles.begin);
            if (number + 1 > most) break;
            const auto role = static_cast<std::uint8_t>(SearchRole::alternative);
            add(pack.text(pack.titles()[t].text), {id, static_cast<std::uint16_t>(number), role, 1});
            add(pack.text(pack.titles()[t].short_text),
                {id, static_cast<std::uint16_t>(number + 1), role, 1});
        }
    }

    void write(TableFileWriter& file) {
        std::map<std::string_view, std::vector<std::uint32_t>> postings;
        for (auto& [name, targets] : found_) add_name(name, targets, postings);
        for (const auto& [word, names] : postings) {
            SearchWord row;
            row.letters = letters_of(word);
            row.text = keep(word);
            row.length = static_cast<std::uint32_t>(word.size());
            row.names.begin = static_cast<std::uint32_t>(names_with_word_.size());
            names_with_word_.insert(names_with_word_.end(), names.begin(), names.end());
            row.names.end = static_cast<std::uint32_t>(names_with_word_.size());
            words_.push_back(row);
        }
        file.add<char>("search_text", text_);
        file.add<SearchName>("search_names", names_);
        file.add<SearchTarget>("search_targets", targets_);
        file.add<SearchWord>("search_words", words_);
        file.add<std::uint32_t>("search_postings", names_with_word_);
    }

  private:
    void add(std::string_view name, SearchTarget target) {
        std::string normal = text::normal_name(name);
        if (!normal.empty() && normal.size() <= most) found_[std::move(normal)].push_back(target);
    }

    void add_name(std::string_view name, std::vector<SearchTarget>& targets,
                  std::map<std::string_view, std::vector<std::uint32_t>>& postings) {
        // A name that an item has twice is listed once, in its best role.
        std::ranges::sort(targets, {}, [](const SearchTarget& t) {
            return std::tuple(t.occupation, t.item, t.role, t.name);
        });
        const auto doubles = std::ranges::unique(
            targets, {}, [](const SearchTarget& t) { return std::pair(t.occupation, t.item); });
        targets.erase(doubles.begin(), doubles.end());
        SearchName row;
        row.letters = letters_of(name);
        row.text = keep(name);
        row.length = static_cast<std::uint16_t>(name.size());
        row.targets.begin = static_cast<std::uint32_t>(targets_.size());
        targets_.insert(targets_.end(), targets.begin(), targets.end());
        row.targets.end = static_cast<std::uint32_t>(targets_.size());
        const auto number = static_cast<std::uint32_t>(names_.size());
        for (std::size_t at = 0; at < name.size();) {
            const std::size_t end = std::min(name.find(' ', at), name.size());
            const std::string_view word = name.substr(at, end - at);
            at = end + 1;
            if (word.empty()) continue;
            ++row.words;
            auto& list = postings[word];
            if (list.empty() || list.back() != number) list.push_back(number);
        }
        names_.push_back(row);
    }

    std::uint32_t keep(std::string_view s) {
        const auto begin = static_cast<std::uint32_t>(text_.size());
        text_.insert(text_.end(), s.begin(), s.end());
        return begin;
    }

    std::map<std::string, std::vector<SearchTarget>> found_;
    std::vector<char> text_;
    std::vector<SearchName> names_;
    std::vector<SearchTarget> targets_;
    std::vector<SearchWord> words_;
    std::vector<std::uint32_t> names_with_word_;
};

}  // namespace

void add_search_tables(TableFileWriter& file, std::span<const Pack> packs) {
    Gatherer gatherer;
    std::uint32_t skill = 0;
    std::uint32_t occupation = 0;
    for (const Pack& p : packs) {
        for (const SkillRow& row : p.skills()) gatherer.add_skill(p, row, skill++);
        for (const OccupationRow& row : p.occupations()) gatherer.add_occupation(p, row, occupation++);
    }
    gatherer.write(file);
}

}  // namespace headway::ontology
