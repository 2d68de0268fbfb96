// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "files/file_store.hpp"
#include "store/database.hpp"

namespace headway::flows {

struct MovedFiles {
    std::int64_t moved = 0;
    std::int64_t there_already = 0;
    std::vector<std::string> missing;  ///< Keys of résumés' files that are in neither store.
};

/// Moves every file that the database knows of. What was written is read back and compared by SHA-256 before
/// the source is removed. Stopped at any place and begun again it goes on; a file that its owner deletes
/// meanwhile is left in neither.
[[nodiscard]] Result<MovedFiles> move_files(sql::Database& database, files::FileStore& from,
                                            files::FileStore& to);

}  // namespace headway::flows
