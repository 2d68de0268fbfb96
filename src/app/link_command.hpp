// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "app/streams.hpp"
#include "career/linker.hpp"

namespace headway::app {

struct LinkOptions {
    std::string text;  ///< "-" is standard input; empty with `batch`.
    career::LinkFramework framework = career::LinkFramework::esco;
    std::size_t top = 5;
    bool json = false;
    bool batch = false;  ///< Sentences come from standard input, one JSON object a line.
};

/// `headway link TEXT [--framework F] [--top K] [--json] [--batch]`: the skills of a framework that a
/// sentence describes. A line of a batch {"id","text"} is answered by
/// {"id","ranked":[{"id","name","score"}]}, best first; --json prints the same with "text" for "id". Finding
/// nothing is no failure.
[[nodiscard]] int run_link(const LinkOptions& options, Streams& streams);

}  // namespace headway::app
