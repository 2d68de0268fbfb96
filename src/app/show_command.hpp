// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/streams.hpp"

namespace headway::app {

struct ShowOptions {
    std::string id;  ///< "hw:…", "onet:…", "esco:…", an O*NET-SOC code, or an ESCO URI
    bool json = false;
};

/// `headway ontology show ID [--json]`: everything that is known of a skill or an occupation. An unknown id
/// fails with unreadable_input and names the nearest ones. docs/formats/ontology-json.md.
[[nodiscard]] int run_show(const ShowOptions& options, Streams& streams);

}  // namespace headway::app
