// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ontology/catalog.hpp"

namespace headway::api {

struct FrameworkWire {
    std::string framework;
    std::string name;
    std::string release;
    std::string checksum;
    std::int64_t skills = 0;
    std::int64_t occupations = 0;
    std::int64_t aliases = 0;
    std::string licence;
    std::string attribution;
    std::string link;
    std::optional<std::string> imported_at;
};
BOOST_DESCRIBE_STRUCT(FrameworkWire, (),
                      (framework, name, release, checksum, skills, occupations, aliases, licence, attribution,
                       link, imported_at))

[[nodiscard]] std::vector<FrameworkWire> frameworks_in_use(const ontology::Catalog& catalog);

}  // namespace headway::api
