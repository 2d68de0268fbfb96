// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "files/file_store.hpp"
#include "store/database.hpp"

namespace headway::flows {

struct MovedFiles {
    std::int64_t moved = 0;
    std::int64_t there_already = 0;
    std::vector<std::string> missing;  ///< Keys of résumés' files that are in neither store.
    std::vector<std::string> altered;  ///< Keys of those that are not what was uploaded; left where they are.
};

/// What the database knows a file by when it was uploaded (resumes.content_hash).
using ContentHash = std::function<std::string(std::string_view bytes)>;

/// Moves every file that the database knows of and that still is what was uploaded. What was written is read
/// back and compared by SHA-256 before the source is removed. Stopped at any place and begun again it goes
/// on; a file that its owner deletes meanwhile is left in neither.
[[nodiscard]] Result<MovedFiles> move_files(sql::Database& database, files::FileStore& from,
                                            files::FileStore& to, const ContentHash& content_hash);

}  // namespace headway::flows
