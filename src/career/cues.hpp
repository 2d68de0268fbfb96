// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "text/phrases.hpp"
#include "text/tokens.hpp"

namespace headway::career {

/// What a turn of phrase says about the skills named near it.
enum class Cue : std::uint8_t {
    ignored,        ///< Shields its words from being read as another cue: "not only", "machine learning".
    negates,        ///< forward: "no", "without", "never used"
    negates_back,   ///< backward: "not required"
    aspires,        ///< forward: "currently learning", "plan to"
    aspires_back,   ///< backward: "is on my list", "not finished"
    learning,       ///< forward, where it is a verb: "learning", "exploring"
    searching,      ///< forward, where a position is sought: "seeking", "looking for"
    awaited,        ///< backward or heading, where a time or nothing follows: "planned", "expected"
    under_way,      ///< backward or heading, of what one studies: "in progress"
    taught,         ///< the employer teaches it: "training provided", "you will learn"
    optional,       ///< forward: "ideally", "nice to have"
    optional_back,  ///< backward: "is a plus", "preferred"
    must,           ///< "required", "must have"
    basic,
    working,
    proficient,
    advanced,
    examples,  ///< "such as": what follows are examples of what precedes
    similar,   ///< "or similar", "or equivalent": the list before is open
    either,    ///< "or"
    contrast,  ///< "but", "however": ends every scope
    led,       ///< verbs by depth of involvement
    built,
    used,
    assisted,
    asks,      ///< "experience with", "knowledge of": what follows is asked for or claimed
    gives,     ///< "we offer", "you get": a sentence about what the employer gives
    benefit,   ///< a word of such sentences that may also be what the work is about: "pension"
    employer,  ///< a sentence about the employer itself
    ours,      ///< "our platform": about the employer where it is the subject
    equal,     ///< a sentence of the equal-opportunity kind
};

struct CueMatch {
    Cue cue = Cue::ignored;
    std::uint32_t first = 0;  ///< token
    std::uint32_t length = 0;
};

/// Finds the cues of one text, sentence by sentence. `tokens` must outlive it.
class CueFinder {
  public:
    explicit CueFinder(std::span<const text::Token> tokens);

    /// Adds the cues among tokens [first, end) to `out`, longest first at each place, without overlaps, in
    /// order.
    void find(std::uint32_t first, std::uint32_t end, std::vector<CueMatch>& out);

  private:
    std::span<const text::Token> tokens_;
    std::vector<std::uint32_t> words_;  ///< one a token, see text::look_up
    std::vector<text::PhraseMatch> here_;
};

}  // namespace headway::career
