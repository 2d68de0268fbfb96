// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/lexicon.hpp"

#include <algorithm>

#include "ontology/lexicon_file.hpp"

namespace headway::ontology {
namespace {

template <class T>
bool ranges_fit(std::span<const Range> ranges, std::span<const T> rows) {
    return std::all_of(ranges.begin(), ranges.end(),
                       [&](Range r) { return r.begin <= r.end && r.end <= rows.size(); });
}

template <class T>
std::span<const T> slice(std::span<const T> rows, Range r) {
    return rows.subspan(r.begin, r.end - r.begin);
}

}  // namespace

Result<Lexicon> Lexicon::open(const std::string& path, std::span<const Pack> packs) {
    auto file = TableFile::open(path, lexicon_magic, lexicon_version);
    if (!file) return pass_on(file);
    Lexicon lexicon(std::move(*file));
    if (auto loaded = lexicon.load(packs); !loaded) return pass_on(loaded);
    lexicon.file_.give_back();  // checking read all of it, finding names will read little
    return lexicon;
}

Result<text::PhraseIndex> Lexicon::load_index(const std::string& prefix, std::size_t phrases) {
    auto vocabulary = file_.rows<text::PhraseIndex::Word>(prefix + ".vocabulary");
    if (!vocabulary) return pass_on(vocabulary);
    auto roots = file_.rows<std::uint32_t>(prefix + ".roots");
    if (!roots) return pass_on(roots);
    auto edges = file_.rows<text::PhraseIndex::Edge>(prefix + ".edges");
    if (!edges) return pass_on(edges);
    auto ends = file_.rows<std::uint32_t>(prefix + ".ends");
    if (!ends) return pass_on(ends);
    text::PhraseIndex index{*vocabulary, *roots, *edges, *ends};
    if (!index.valid(phrases))
        return fail(ErrorCode::invalid, "the lexicon's phrase table is damaged", "", "Build again");
    return index;
}

Result<void> Lexicon::load(std::span<const Pack> packs) {
    auto sources = file_.rows<std::uint64_t>("packs");
    if (!sources) return pass_on(sources);
    if (!std::equal(sources->begin(), sources->end(), packs.begin(), packs.end(),
                    [](std::uint64_t sum, const Pack& p) { return sum == p.checksum(); })) {
        return fail(ErrorCode::invalid, "the lexicon was made from other packs", "",
                    "Run 'headway ontology compile'");
    }
    Result<void> result;
    const auto take = [&]<class T>(std::string_view name, std::span<const T>& into) {
        if (!result) return;
        if (auto rows = file_.rows<T>(name)) {
            into = *rows;
        } else {
            result = pass_on(rows);
        }
    };
    take("canonical", canonical_);
    take("members", members_);
    take("member_ranges", member_ranges_);
    take("kinds", kinds_);
    take("neighbours", neighbours_);
    take("neighbour_ranges", neighbour_ranges_);
    take("entries", entries_);
    take("entry_ranges", entry_ranges_);
    take("title_occupations", title_occupations_);
    take("title_ranges", title_ranges_);
    if (!result) return result;
    auto phrases = load_index("phrases", entry_ranges_.size());
    if (!phrases) return pass_on(phrases);
    phrases_ = *phrases;
    auto titles = load_index("titles", title_ranges_.size());
    if (!titles) return pass_on(titles);
    titles_ = *titles;
    auto typos = TypoTable::load(file_, entry_ranges_.size());
    if (!typos) return pass_on(typos);
    typos_ = *typos;
    std::size_t skills = 0;
    std::size_t occupations = 0;
    for (const Pack& p : packs) {
        skills += p.skills().size();
        occupations += p.occupations().size();
    }
    if (!consistent(skills, occupations))
        return fail(ErrorCode::invalid, "the lexicon is damaged", "", "Build again");
    return {};
}

bool Lexicon::consistent(std::size_t skills, std::size_t occupations) const {
    const auto known = [&](SkillId s) { return s < skills; };
    return canonical_.size() == skills && member_ranges_.size() == skills && kinds_.size() == skills &&
           neighbour_ranges_.size() == skills && ranges_fit(member_ranges_, members_) &&
           ranges_fit(neighbour_ranges_, neighbours_) && ranges_fit(entry_ranges_, entries_) &&
           ranges_fit(title_ranges_, title_occupations_) &&
           std::all_of(canonical_.begin(), canonical_.end(), known) &&
           std::all_of(kinds_.begin(), kinds_.end(), [](Kind k) { return k <= Kind::group; }) &&
           std::all_of(members_.begin(), members_.end(), known) &&
           std::all_of(neighbours_.begin(), neighbours_.end(),
                       [&](const Neighbour& n) { return known(n.skill); }) &&
           std::all_of(entries_.begin(), entries_.end(),
                       [&](const PhraseEntry& e) { return known(e.skill); }) &&
           std::all_of(title_occupations_.begin(), title_occupations_.end(),
                       [&](OccupationId o) { return o < occupations; });
}

std::span<const SkillId> Lexicon::members(SkillId canonical) const {
    return slice(members_, member_ranges_[canonical]);
}
std::span<const Neighbour> Lexicon::neighbours(SkillId canonical) const {
    return slice(neighbours_, neighbour_ranges_[canonical]);
}
std::span<const PhraseEntry> Lexicon::entries(std::uint32_t phrase) const {
    return slice(entries_, entry_ranges_[phrase]);
}
std::span<const OccupationId> Lexicon::title_occupations(std::uint32_t phrase) const {
    return slice(title_occupations_, title_ranges_[phrase]);
}

}  // namespace headway::ontology
