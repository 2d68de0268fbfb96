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

namespace headway::store {

/// A résumé without its text.
struct Resume {
    std::string id;
    std::string name;
    std::string media_type;
    std::int64_t size_bytes = 0;
    std::string content_hash;
    std::optional<std::string> file_key;
    bool is_default = false;
    std::string state = "importing";  ///< importing, ready, failed
    std::optional<std::string> reason;
    bool can_retry = false;
    std::optional<std::string> run_id;
    std::string text_source = "file";  ///< file, pasted
    std::int64_t words = 0;
    std::int64_t skills = 0;
    std::int64_t page_count = 0;
    std::string warnings;  ///< One a line.
    std::int64_t version = 1;
    Timestamp created_at;
    Timestamp updated_at;
};
BOOST_DESCRIBE_STRUCT(Resume, (),
                      (id, name, media_type, size_bytes, content_hash, file_key, is_default, state, reason,
                       can_retry, run_id, text_source, words, skills, page_count, warnings, version,
                       created_at, updated_at))

/// What was read of it.
struct ResumeText {
    std::string format = "text";  ///< pdf, docx, html, text
    std::string content;
    std::string pages = "0";  ///< Byte offsets at which pages begin, parted by spaces.
    std::string warnings;     ///< One a line.
};
BOOST_DESCRIBE_STRUCT(ResumeText, (), (format, content, pages, warnings))

/// The first résumé of a person becomes the default; so does one that says it is, and the former no longer
/// is.
[[nodiscard]] Result<void> add_resume(sql::Connection& c, std::string_view owner, const Resume& resume,
                                      const ResumeText& text);
[[nodiscard]] Result<std::optional<Resume>> find_resume(sql::Connection& c, std::string_view owner,
                                                        std::string_view id);
[[nodiscard]] Result<std::optional<Resume>> find_default_resume(sql::Connection& c, std::string_view owner);
[[nodiscard]] Result<std::optional<ResumeText>> find_resume_text(sql::Connection& c, std::string_view owner,
                                                                 std::string_view id);
/// The default first, then the newest; those behind the position (is_default, id) of the last one seen.
struct ResumePlace {
    bool is_default = false;
    std::string id;
};
BOOST_DESCRIBE_STRUCT(ResumePlace, (), (is_default, id))
[[nodiscard]] Result<std::vector<Resume>> list_resumes(sql::Connection& c, std::string_view owner,
                                                       const std::optional<ResumePlace>& after,
                                                       std::size_t limit);

/// Name, state, reason, can_retry, run_id, text_source, skills and words, when the version is still that one.
[[nodiscard]] Result<bool> change_resume(sql::Connection& c, std::string_view owner, const Resume& resume);
/// The same with what was read.
[[nodiscard]] Result<bool> change_resume_text(sql::Connection& c, std::string_view owner,
                                              const Resume& resume, const ResumeText& text);
/// The import that a résumé waits for ended without having read it: it says so and waits no longer. Nothing
/// happens to one that waits for another run, or for none.
[[nodiscard]] Result<void> end_import(sql::Connection& c, std::string_view owner, std::string_view id,
                                      std::string_view run_id, std::string_view reason, Timestamp now);
/// That import is tried again.
[[nodiscard]] Result<void> await_import(sql::Connection& c, std::string_view owner, std::string_view id,
                                        std::string_view run_id, Timestamp now);
[[nodiscard]] Result<bool> make_default_resume(sql::Connection& c, std::string_view owner,
                                               std::string_view id, Timestamp now);
/// Its file is noted for removal; the newest other becomes the default when it was.
[[nodiscard]] Result<bool> delete_resume(sql::Connection& c, std::string_view owner, const Resume& resume,
                                         Timestamp now);

/// Keys of files that no row needs any more and that are to go by now.
[[nodiscard]] Result<std::vector<std::string>> files_to_remove(sql::Connection& c, Timestamp now,
                                                               std::size_t limit);
[[nodiscard]] Result<void> forget_file(sql::Connection& c, std::string_view key);

}  // namespace headway::store
