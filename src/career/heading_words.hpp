// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "career/mention.hpp"
#include "career/reading.hpp"

namespace headway::career {

/// Takes out mentions that are only the words of a heading: "CAREER HISTORY" claims no history, "TECHNICAL
/// SKILLS" none of its words. What stands before "experience" stays: "TEACHING EXPERIENCE" says something.
void drop_heading_words(Found& found, const Reading& reading);

}  // namespace headway::career
