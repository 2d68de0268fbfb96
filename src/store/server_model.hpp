// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <string>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

/// The language model for everybody that administrators set up.
namespace headway::store {

struct ServerModel {
    std::string base_url;  ///< Empty: none.
    std::string model;
    std::string sealed_key;  ///< As llm::KeyBox makes it; empty: none.
    std::string key_hint;
    std::int64_t version = 0;  ///< Also of its absence: counts up with every change.
    Timestamp updated_at;
};
BOOST_DESCRIBE_STRUCT(ServerModel, (), (base_url, model, sealed_key, key_hint, version, updated_at))

[[nodiscard]] Result<ServerModel> get_server_model(sql::Connection& c);
/// The same; whoever else wants to change it waits until this transaction has ended.
[[nodiscard]] Result<ServerModel> lock_server_model(sql::Connection& c);
/// Of one that is locked. Its version becomes one more than it was.
[[nodiscard]] Result<void> set_server_model(sql::Connection& c, const ServerModel& model);

}  // namespace headway::store
