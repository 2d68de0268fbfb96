// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "api/server_fixture.hpp"

namespace headway::test {

/// Ids by the names that paths and bodies have for them.
using Ids = std::map<std::string, std::string, std::less<>>;

/// Anna has one of everything, so that every route can be asked about something that is there.
class EverythingTest : public ApiTest {
  protected:
    static constexpr const char* secret = "Zirbenholz";  ///< Stands in every text of anna's.

    Ids make_everything();
    /// All rows of anna but what only says that she was there.
    std::string everything_of_anna();
    /// Anna, or the administrator where only they may.
    [[nodiscard]] const TestUser* who_may(const http::Route& route) const;

  private:
    std::string make(const std::string& path, boost::json::object body, const char* member = "id",
                     int status = 201);
};

/// "GET /api/goals/{goal_id}"
[[nodiscard]] std::string operation_of(const http::Route& route);

/// A path of the route about things that are there.
struct PathWithIds {
    std::string path;
    bool has_ids = false;  ///< Not only codes of the ontology.
};
[[nodiscard]] PathWithIds path_with(const Ids& ids, const std::string& pattern);

/// Puts these ids where the body has ids of that name; how many.
int take_ids(boost::json::value& body, const Ids& ids);

/// The body that the contract gives as an example, about things that are there; empty when it takes none.
[[nodiscard]] std::string example_with(const Ids& ids, const std::string& operation);

}  // namespace headway::test
