// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "net/client.hpp"

namespace headway::net {

/// One request and its answer over one connection to one of the addresses, which were checked. Redirects are
/// answers here.
[[nodiscard]] Result<Response> transfer(const Settings& settings, const Url& url, const Request& request,
                                        const std::vector<Address>& addresses, Deadline until,
                                        const GoOn& go_on);

}  // namespace headway::net
