// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/typo_table.hpp"

#include <algorithm>
#include <tuple>

#include "base/hash.hpp"
#include "base/hash_search.hpp"
#include "text/fuzzy.hpp"

namespace headway::ontology {
namespace {

constexpr std::size_t shortest = 6;
constexpr std::size_t longest = 24;

bool letter(char c) {
    return c >= 'a' && c <= 'z';
}

/// Calls `use` with the hash of the word and of every form of it that lacks one byte.
template <class Use>
void for_each_form(std::string_view word, const Use& use) {
    use(hash64(word));
    std::string form(word.substr(1));
    for (std::size_t i = 0;; ++i) {
        use(hash64(form));
        if (i + 1 == word.size()) break;
        form[i] = word[i];
    }
}

}  // namespace

Result<TypoTable> TypoTable::load(const TableFile& file, std::size_t phrases) {
    TypoTable out;
    const auto rows = file.rows<Row>("typo_forms");
    if (!rows) return std::unexpected(rows.error());
    const auto names = file.rows<char>("typo_names");
    if (!names) return std::unexpected(names.error());
    out.rows_ = *rows;
    out.names_ = *names;
    const bool sound = std::all_of(out.rows_.begin(), out.rows_.end(), [&](const Row& r) {
        return r.phrase < phrases && r.name <= names->size() && r.length <= names->size() - r.name;
    });
    if (!sound)
        return fail(ErrorCode::invalid, "the lexicon's table of misspellings is damaged", "", "Build again");
    return out;
}

std::optional<std::uint32_t> TypoTable::find(std::string_view word) const {
    if (word.size() + 1 < shortest || word.size() > longest + 1 || !letter(word[0])) return std::nullopt;
    const text::EditDistance distance(word);
    std::optional<std::uint32_t> found;
    bool several = false;
    for_each_form(word, [&](std::uint64_t form) {
        std::size_t i = lower_bound_of_hash(rows_, form, [](const Row& r) { return r.form; });
        for (; i < rows_.size() && rows_[i].form == form; ++i) {
            const Row& row = rows_[i];
            const std::string_view name(names_.data() + row.name, row.length);
            if (name[0] != word[0] || distance.to(name, 1) != 1) continue;
            several |= found && *found != row.phrase;
            found = row.phrase;
        }
    });
    return several ? std::nullopt : found;
}

void TypoTableWriter::add(std::string_view name, std::uint32_t phrase) {
    if (name.size() < shortest || name.size() > longest || !letter(name[0])) return;
    const bool plain =
        std::all_of(name.begin(), name.end(), [](char c) { return letter(c) || (c >= '0' && c <= '9'); });
    const auto digits = std::count_if(name.begin(), name.end(), [](char c) { return !letter(c); });
    if (!plain || digits > 0) return;  // "ISO9001" is not a misspelt "ISO9002"
    const auto begin = static_cast<std::uint32_t>(names_.size());
    names_.insert(names_.end(), name.begin(), name.end());
    for_each_form(name, [&](std::uint64_t form) {
        rows_.push_back({form, begin, static_cast<std::uint16_t>(name.size()), 0, phrase, 0});
    });
}

void TypoTableWriter::write(TableFileWriter& file) {
    const auto key = [](const TypoTable::Row& r) { return std::tuple(r.form, r.phrase, r.name); };
    std::sort(rows_.begin(), rows_.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    const auto same = [](const auto& a, const auto& b) { return a.form == b.form && a.phrase == b.phrase; };
    rows_.erase(std::unique(rows_.begin(), rows_.end(), same), rows_.end());
    file.add<TypoTable::Row>("typo_forms", rows_);
    file.add<char>("typo_names", names_);
}

}  // namespace headway::ontology
