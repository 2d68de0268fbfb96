// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plain_id.hpp"

#include <string_view>

namespace headway::app {

std::string plain_id(std::string id) {
    for (const std::string_view address :
         {"http://data.europa.eu/esco/skill/", "http://data.europa.eu/esco/occupation/",
          "http://data.europa.eu/esco/isced-f/"}) {
        if (id.starts_with(address)) return "esco:" + id.substr(address.size());
    }
    const bool soc =
        id.size() == 7 && id[2] == '-' && id.find_first_not_of("0123456789-") == std::string::npos;
    return soc ? id + ".00" : id;
}

}  // namespace headway::app
