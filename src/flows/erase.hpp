// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>

#include "files/file_store.hpp"
#include "flows/knowledge.hpp"
#include "flows/run_result.hpp"
#include "store/database.hpp"

namespace headway::flows {

/// The stored input of the run that erases an account.
struct EraseInput {
    std::string user_id;
};
BOOST_DESCRIBE_STRUCT(EraseInput, (), (user_id))

/// Takes away everything of a closed account: first the bytes, then all rows in one transaction. A second
/// time after a crash finishes what is left. The run goes with the account when it was its owner's.
[[nodiscard]] Result<Provenance> erase(sql::Database& database, files::FileStore& files,
                                       const Knowledge& knowledge, const Clock& clock,
                                       const EraseInput& input);

/// Housekeeping: removes files whose time has come, at most `most`. How many went.
[[nodiscard]] Result<std::int64_t> remove_due_files(sql::Database& database, files::FileStore& files,
                                                    const Clock& clock, std::size_t most);

}  // namespace headway::flows
