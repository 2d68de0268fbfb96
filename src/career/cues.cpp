// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/cues.hpp"

#include <algorithm>
#include <string_view>

#include "career/cue_phrases.hpp"
#include "career/wishes.hpp"
#include "text/phrases.hpp"

namespace headway::career {
namespace {

struct CueIndex {
    text::PhraseIndexBuilder builder;
    std::vector<Cue> cues;

    CueIndex() {
        for (const CuePhrases& list : cue_phrases()) {
            for (std::string_view rest = list.phrases; !rest.empty();) {
                const std::size_t bar = std::min(rest.find('|'), rest.size());
                add(list.cue, rest.substr(0, bar));
                rest.remove_prefix(std::min(bar + 1, rest.size()));
            }
        }
        for (const Wish& wish : wishes()) add(wish.cue, wish.phrase);
        builder.finish();
    }

    /// The first cue of a phrase stays.
    void add(Cue cue, std::string_view phrase) {
        if (builder.add(phrase) == cues.size()) cues.push_back(cue);
    }
};

const CueIndex& cue_index() {
    static const CueIndex index;
    return index;
}

}  // namespace

CueFinder::CueFinder(std::span<const text::Token> tokens) : tokens_(tokens) {
    text::look_up(cue_index().builder.index(), tokens_, words_);
}

void CueFinder::find(std::uint32_t first, std::uint32_t end, std::vector<CueMatch>& out) {
    const CueIndex& known = cue_index();
    const text::PhraseIndex index = known.builder.index();
    const std::span<const text::Token> tokens = tokens_.first(end);
    for (std::uint32_t t = first; t < end;) {
        here_.clear();
        if (words_[t] != 0) text::match_at(index, tokens, words_, t, here_);
        if (here_.empty()) {
            ++t;
            continue;
        }
        const text::PhraseMatch& longest = here_.back();
        out.push_back({known.cues[longest.phrase], longest.first, longest.length});
        t += longest.length;
    }
}

}  // namespace headway::career
