// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "sql/database.hpp"

namespace headway::store {

/// A résumé whose file has been read.
struct ReadFile {
    std::string resume_id;
    std::string provenance;  ///< JSON of the run that read it.
};
BOOST_DESCRIBE_STRUCT(ReadFile, (), (resume_id, provenance))

/// The person's latest other résumé that was read, without a warning, from a file of the same bytes.
[[nodiscard]] Result<std::optional<ReadFile>> find_same_file(sql::Connection& c, std::string_view owner,
                                                             std::string_view resume_id,
                                                             std::string_view content_hash);

}  // namespace headway::store
