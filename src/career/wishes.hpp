// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "career/cues.hpp"

namespace headway::career {

/// A turn of phrase that says of something asked for how much it is wanted.
struct Wish {
    Cue cue = Cue::optional_back;
    std::string phrase;
};

/// Turns of phrase that people build anew from a few parts: "would be handy", "is a welcome extra", "it would
/// be great if", "though not essential", "preference is given to". Lower case, words parted by one blank;
/// none is made twice.
[[nodiscard]] std::vector<Wish> wishes();

}  // namespace headway::career
