// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json.hpp>
#include <string>
#include <vector>

namespace headway::test {

/// A body that the contract does not allow.
struct BadBody {
    std::string what;   ///< "goal_id is of another type"
    std::string field;  ///< What a refusal has to name: the last part of its path.
    boost::json::value body;
};

/// One for every rule that `schema` has for what stands in `good`, each breaking that rule alone: fields that
/// are missing, unknown, of another type, too long, out of bounds, none of the words, too many. `root` is
/// what references lead into.
[[nodiscard]] std::vector<BadBody> bad_bodies(const boost::json::value& root,
                                              const boost::json::value& schema,
                                              const boost::json::value& good);

}  // namespace headway::test
