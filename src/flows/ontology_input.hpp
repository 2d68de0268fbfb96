// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

namespace headway::flows {

/// The stored input of the run that makes the ontology anew: from an uploaded release, or, with nothing
/// given, from the packs that are there.
struct OntologyInput {
    std::optional<std::string> framework;  ///< onet, esco
    std::optional<std::string> release;    ///< As its publisher calls it.
    std::optional<std::string> file_key;   ///< The zip in the file store.
};
BOOST_DESCRIBE_STRUCT(OntologyInput, (), (framework, release, file_key))

}  // namespace headway::flows
