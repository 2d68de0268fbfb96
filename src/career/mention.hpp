// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "career/reading.hpp"
#include "ontology/catalog.hpp"

namespace headway::career {

using ontology::SkillId;

/// How a text shows a skill.
enum class Shows : std::uint8_t {
    named,     ///< by one of its names
    misspelt,  ///< by a name with a typing error
    implied,   ///< by words that go with it, or by a narrower skill or tool
    linked,    ///< by meaning, found by the linker
};

/// What the words around a mention make of it.
enum class Stance : std::uint8_t {
    stated,
    negated,    ///< "no experience with"
    hoped_for,  ///< "currently learning", "planned"
    taught,     ///< a job ad that offers to teach it
};

/// A place in a text that names or shows a skill. Offsets count bytes of the text.
struct Mention {
    SkillId skill = ontology::none;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t first_token = 0;
    std::uint32_t token_count = 0;
    std::uint32_t sentence = 0;
    Shows shows = Shows::named;
    Stance stance = Stance::stated;
    float confidence = 1;  ///< 0–1: that the words mean this skill
};

/// A signal: words that imply a skill without naming it.
struct Signal {
    SkillId skill = ontology::none;
    std::uint32_t first_token = 0;
    std::uint32_t token_count = 0;
};

struct Found {
    std::vector<Mention> mentions;  ///< in order of place; they do not overlap
    std::vector<Signal> signals;
};

/// Finds every skill that the text names, and the signals. Names inside links count for nothing; ambiguous
/// names need capital letters or context; a stance is taken from the cues of the sentence. Linear in the
/// length of the text.
[[nodiscard]] Found find_mentions(const Reading& reading, const ontology::Catalog& catalog);

}  // namespace headway::career
