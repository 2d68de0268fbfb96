// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/call.hpp"
#include "http/response.hpp"
#include "http/settings.hpp"

namespace headway::http {

/// Which web sites a browser may act for.
class Origins {
  public:
    explicit Origins(const Settings& settings);

    /// Protection against requests that another site makes a browser send (CSRF). For methods that change
    /// something: a bearer token passes; else the browser's own word counts (Sec-Fetch-Site, then Origin); a
    /// client that sends neither and is known by its cookie has to send X-Headway-Request: 1.
    [[nodiscard]] Answer<void> check(const Request& request, const Caller& caller) const;
    /// Refuses what a page of a site that is neither this one nor in the list sends, with whatever
    /// credential: protection of doors for programs against names that are bound to another address (DNS
    /// rebinding).
    [[nodiscard]] Answer<void> refuse_foreign(const Request& request) const;

    /// CORS fields of any reply, for origins of the list.
    void add_cors(const Request& request, Response& response) const;
    /// Also what a preflight asks for. `methods`: those of the path, "GET, HEAD".
    void add_preflight(const Request& request, Response& response, const std::string& methods) const;

    [[nodiscard]] bool secure() const { return own_.starts_with("https://"); }

  private:
    [[nodiscard]] bool listed(std::string_view origin) const;
    [[nodiscard]] bool same(std::string_view origin, const Request& request) const;

    std::string own_;
    std::vector<std::string> cors_;
};

}  // namespace headway::http
