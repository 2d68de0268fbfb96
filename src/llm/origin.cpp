// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/origin.hpp"

#include "net/url.hpp"

namespace headway::llm {

Result<std::string> origin_of(const std::string& base_url) {
    const auto url = net::parse_url(base_url);
    if (!url) return std::unexpected(url.error());
    return url->origin();
}

}  // namespace headway::llm
