// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/phrase_entries.hpp"

#include <algorithm>
#include <limits>
#include <span>
#include <tuple>

namespace headway::ontology {
namespace {

bool names(const PhraseEntry& e) {
    return e.role <= PhraseRole::derived;
}

bool same(const PhraseEntry& a, const PhraseEntry& b) {
    return a.skill == b.skill && (names(b) ? names(a) : a.role == b.role);
}

/// "GCSE" and "GCSEs": of what counts only as it is written, either spelling.
bool other_spelling(const PhraseEntry& before, const PhraseEntry& e) {
    return same(before, e) && before.strict != 0 && before.exact != e.exact;
}

}  // namespace

PhraseEntries choose_entries(std::vector<PhraseCandidate>& candidates, std::size_t phrases) {
    // "forklift" and "forklifts" are one phrase: of two spellings the one that asks for less is kept,
    // whatever their order.
    const auto order = [](const PhraseCandidate& c) {
        return std::tuple(c.phrase, c.rank, c.entry.skill, c.entry.role, c.entry.ambiguous, c.entry.strict,
                          c.entry.capital, c.entry.exact);
    };
    std::sort(candidates.begin(), candidates.end(),
              [&](const PhraseCandidate& a, const PhraseCandidate& b) { return order(a) < order(b); });
    PhraseEntries out;
    out.ranges.resize(phrases);
    std::uint32_t current = std::numeric_limits<std::uint32_t>::max();
    bool settled = false;
    for (const auto& [phrase, rank, entry] : candidates) {
        if (phrase != current) {
            current = phrase;
            settled = false;
            out.ranges[current].begin = static_cast<std::uint32_t>(out.rows.size());
        }
        const auto here = std::span<const PhraseEntry>(out.rows).subspan(out.ranges[current].begin);
        bool spelt = false;
        bool listed = false;
        for (const PhraseEntry& e : here) {
            const bool other = names(entry) && other_spelling(e, entry);
            spelt |= other;
            listed |= !other && same(e, entry);
        }
        if (!listed && (spelt || !(names(entry) && settled))) {
            out.rows.push_back(entry);
            settled |= names(entry) && entry.ambiguous == 0;
        }
        out.ranges[current].end = static_cast<std::uint32_t>(out.rows.size());
    }
    return out;
}

}  // namespace headway::ontology
