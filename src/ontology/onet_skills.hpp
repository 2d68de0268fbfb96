// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "ontology/framework.hpp"
#include "ontology/onet_release.hpp"

namespace headway::ontology {

/// Example of a technology or tool → its skill.
using ExampleSkills = std::unordered_map<std::string_view, std::uint32_t>;

/// The content model: every element becomes a skill, in the file's order, so that row and index are the same;
/// broader links follow the tree. Inner nodes and elements that nobody claims to have are groups.
void add_elements(const OnetRelease& release, Framework& framework);

/// Technologies and tools become skills, one for each distinct example, and belong to their occupations.
void add_technologies(const OnetRelease& release, Framework& framework);

}  // namespace headway::ontology
