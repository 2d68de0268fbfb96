// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "files/file_store.hpp"
#include "flows/knowledge.hpp"
#include "flows/run_result.hpp"
#include "store/database.hpp"

namespace headway::flows {

/// How long the archive can be downloaded.
inline constexpr std::chrono::hours export_kept{24};

/// Where the archive of a run lies in the file store.
[[nodiscard]] std::string export_key(const std::string& user_id, const std::string& run_id);

/// Puts everything of an account into one zip: rows as JSON, one file a table, documents as uploaded, reports
/// by themselves. Secrets are left out. The archive goes on the list of removals, due when its time is over.
/// `go_on` is asked between the parts; false ends with `conflict`. A second time after a crash makes the same
/// archive again.
[[nodiscard]] Result<Provenance> export_account(sql::Database& database, files::FileStore& files,
                                                const Knowledge& knowledge, const Clock& clock,
                                                const std::string& user_id, const std::string& run_id,
                                                const std::function<bool(double)>& go_on);

}  // namespace headway::flows
