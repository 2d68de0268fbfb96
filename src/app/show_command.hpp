// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/streams.hpp"

namespace headway::app {

struct ShowOptions {
    std::string id;  ///< "hw:…", "onet:…", "esco:…", an O*NET-SOC code, or an ESCO URI; empty with `batch`
    bool json = false;
    bool batch = false;  ///< Ids come from standard input, one JSON object a line.
};

/// `headway ontology show ID [--json]`: everything that is known of a skill or an occupation. An unknown id
/// fails with unreadable_input and names the nearest ones. With `--batch`, a line {"id","text"} whose text is
/// an id is answered by {"id","ranked":[{"id","name","score"}]}: the item, with score 1, or the nearest.
/// docs/formats/ontology-json.md.
[[nodiscard]] int run_show(const ShowOptions& options, Streams& streams);

}  // namespace headway::app
