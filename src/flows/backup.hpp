// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "files/file_store.hpp"
#include "store/database.hpp"

namespace headway::flows {

struct BackupCounts {
    std::int64_t rows = 0;
    std::int64_t files = 0;
    std::int64_t gone = 0;  ///< Files whose owner deleted them while the backup was made.
};

/// Writes every row, as of one moment, and every stored file to one file, while others read and write. The
/// same file from either database.
[[nodiscard]] Result<BackupCounts> back_up(sql::Database& database, files::FileStore& files,
                                           const std::string& version, const Clock& clock,
                                           const std::string& path);

enum class Place : std::uint8_t { must_be_empty, may_be_replaced };

/// Brings back what back_up() wrote, from either database into either, and the schema to the newest. The file
/// is read through before anything is touched, then its uploads are stored, then everything else is one
/// transaction: what fails leaves the database as it was. conflict when the file was written by a newer
/// program, when the database was, or when it holds accounts and must be empty. Nobody else may use the
/// database meanwhile.
[[nodiscard]] Result<BackupCounts> restore(sql::Database& database, files::FileStore& files,
                                           const std::string& path, Place place);

}  // namespace headway::flows
