// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/same_files.hpp"

namespace headway::store {

Result<std::optional<ReadFile>> find_same_file(sql::Connection& c, std::string_view owner,
                                               std::string_view resume_id, std::string_view content_hash) {
    return c.row<ReadFile>(
        "select r.id as resume_id, n.provenance from resumes r join runs n on n.user_id = r.user_id and "
        "n.id = r.run_id where r.user_id = $1 and r.id <> $2 and r.content_hash = $3 and r.state = 'ready' "
        "and r.text_source = 'file' and r.warnings = '' and n.state = 'ready' order by r.id desc limit 1",
        owner, resume_id, content_hash);
}

}  // namespace headway::store
