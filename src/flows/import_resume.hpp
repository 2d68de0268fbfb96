// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <string>

#include "document/document.hpp"
#include "files/file_store.hpp"
#include "flows/knowledge.hpp"
#include "flows/run_result.hpp"
#include "store/resumes.hpp"

namespace headway::flows {

/// The stored input of the run that reads a résumé's file.
struct ImportInput {
    std::string resume_id;
};
BOOST_DESCRIBE_STRUCT(ImportInput, (), (resume_id))

/// Fills in what reading a text gives: state, words, skills.
void take_text(store::Resume& resume, store::ResumeText& text, const Knowledge& knowledge, Date today);

/// Reads the file of a résumé and stores its text; a file that cannot be read leaves the résumé failed, with
/// the reason, and the bytes where they are. Repeating it changes nothing that is not to be changed. The
/// error is the reader's own. `provenance` tells what was read, also with an error.
[[nodiscard]] Result<void> import_resume(sql::Database& database, files::FileStore& files,
                                         const Knowledge& knowledge, const document::Limits& limits,
                                         const Clock& clock, const std::string& owner,
                                         const ImportInput& input, Provenance& provenance);

}  // namespace headway::flows
