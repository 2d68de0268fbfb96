// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/cues.hpp"

#include <algorithm>
#include <string_view>

#include "career/cue_phrases.hpp"
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
                const std::uint32_t number = builder.add(rest.substr(0, bar));
                if (number == cues.size()) cues.push_back(list.cue);
                rest.remove_prefix(std::min(bar + 1, rest.size()));
            }
        }
        builder.finish();
    }
};

}  // namespace

std::vector<CueMatch> find_cues(std::span<const text::Token> tokens) {
    static const CueIndex index;
    std::vector<CueMatch> out;
    for (const auto& m : text::match_longest(index.builder.index(), tokens)) {
        out.push_back({index.cues[m.phrase], m.first, m.length});
    }
    return out;
}

}  // namespace headway::career
