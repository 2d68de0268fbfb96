// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

/// Figures over everybody's rows, for those who run the server.
namespace headway::store {

/// How many steps of the schema are applied, and how many the database lacks. conflict when it is newer than
/// the program.
struct SchemaState {
    int applied = 0;
    int missing = 0;
};
[[nodiscard]] Result<SchemaState> schema_state(sql::Database& database);

struct StateCount {
    std::string state;
    std::int64_t runs = 0;
};
BOOST_DESCRIBE_STRUCT(StateCount, (), (state, runs))
/// States without a run are left out.
[[nodiscard]] Result<std::vector<StateCount>> count_runs(sql::Connection& c);

/// Runs that are due since before `since` and that nobody has taken, or whose worker is silent since then.
[[nodiscard]] Result<std::int64_t> count_waiting_runs(sql::Connection& c, Timestamp since);

[[nodiscard]] Result<std::int64_t> count_sessions(sql::Connection& c, Timestamp now);

/// The latest time that was ever written for a session or a run; none in an empty database.
[[nodiscard]] Result<std::optional<Timestamp>> latest_time(sql::Connection& c);

/// How the database was set up.
struct DatabaseSetting {
    std::string name;
    std::string value;  ///< As the database says it.
};
BOOST_DESCRIBE_STRUCT(DatabaseSetting, (), (name, value))
struct DatabaseFacts {
    std::string version;                    ///< "3.40.1", "15.9 (Debian …)"
    std::vector<DatabaseSetting> settings;  ///< Those on which it depends whether what was saved stays saved.
    Timestamp now;                          ///< By the clock of its machine.
};
[[nodiscard]] Result<DatabaseFacts> database_facts(sql::Connection& c, const Clock& clock);

/// Finds damage in a SQLite file; empty when there is none, and always on PostgreSQL.
[[nodiscard]] Result<std::string> find_damage(sql::Connection& c);

/// The oldest run of a kind that is queued or running, of anybody.
[[nodiscard]] Result<std::optional<std::string>> find_active_run(sql::Connection& c, std::string_view kind);

}  // namespace headway::store
