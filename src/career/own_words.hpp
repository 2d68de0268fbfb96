// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "career/resume.hpp"
#include "career/support.hpp"
#include "career/types.hpp"

namespace headway::career {

/// The ad's own words found in the résumé.
struct OwnWords {
    Backing backing;
    bool disclaimed = false;  ///< Said, but only to deny them or to hope for them.
};

/// Looks for the name of a requirement word for word; of "Chef de Partie or strong Demi" either is enough.
/// At most six words are looked for in one piece.
[[nodiscard]] OwnWords find_words(const Resume& resume, const Requirement& requirement);

}  // namespace headway::career
