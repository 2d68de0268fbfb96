// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "career/engine.hpp"
#include "career/learning_corpus.hpp"
#include "ontology/search.hpp"
#include "ranking/occupation_map.hpp"
#include "ranking/skill_keys.hpp"

namespace headway::flows {

/// Everything that is opened once and only read: the ontology, the engine and the corpus, with the versions
/// that go into the provenance of what they make.
struct Knowledge {
    const ontology::Catalog& catalog;
    const career::Linker* linker = nullptr;
    const career::Engine& engine;
    const career::LearningCorpus& corpus;
    const ontology::Search& search;
    const ranking::SkillKeys& skill_keys;
    const ranking::OccupationMap& occupations;
    std::string version;  ///< Of the program.
    std::string reader;   ///< Changes whenever a text could be read differently: program and pack checksums.
};

}  // namespace headway::flows
