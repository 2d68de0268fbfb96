// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "career/mention.hpp"
#include "career/reading.hpp"
#include "career/roles.hpp"
#include "ontology/catalog.hpp"

namespace headway::career {

/// Takes out what only the name of an employer or a school seems to mention: "Bookkeeper, Treacle Mine
/// Breweries, 2016 to now" brews nothing. Such a name is a part of a role's heading, between commas and the
/// like, of at least two words, all written big and one of them unknown to the names of work, that names no
/// work and no credential, beside a part that does. A part that is nothing but the mention stays.
void drop_employer_names(Found& found, const Reading& reading, const std::vector<Role>& roles,
                         const ontology::Catalog& catalog);

}  // namespace headway::career
