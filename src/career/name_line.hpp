// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "career/mention.hpp"
#include "career/reading.hpp"
#include "ontology/catalog.hpp"

namespace headway::career {

/// Takes out products that only the person's name seems to mention: "Tom Jenkins" at the head of a résumé. A
/// name is a line before the first heading, two to four capitalised words without figures and signs, of which
/// none names work: "Kubernetes Engineer" is a headline. What is named elsewhere too stays there.
void drop_own_name(Found& found, const Reading& reading, const ontology::Catalog& catalog);

}  // namespace headway::career
