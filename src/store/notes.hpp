// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

namespace headway::store {

struct Note {
    std::string id;
    std::string title;
    std::string body;  ///< Markdown
    std::optional<std::string> task_id;
    std::optional<std::string> job_id;
    std::optional<std::string> report_id;
    std::optional<std::string> message_id;
    std::int64_t version = 1;
    Timestamp created_at;
    Timestamp updated_at;
};
BOOST_DESCRIBE_STRUCT(Note, (),
                      (id, title, body, task_id, job_id, report_id, message_id, version, created_at,
                       updated_at))

/// What a list is narrowed to. Empty members do not narrow.
struct NoteFilter {
    std::vector<std::string> words;  ///< Folded; each must begin a word of title or body.
    std::string task_id;
    std::string job_id;
    std::string report_id;
    std::string message_id;
};

/// Where a note stands in the list.
struct NotePlace {
    Timestamp updated_at;
    std::string id;
};

/// `search_words`: those of title and body, folded, each behind a space.
[[nodiscard]] Result<void> add_note(sql::Connection& c, std::string_view owner, const Note& note,
                                    std::string_view search_words);
[[nodiscard]] Result<std::optional<Note>> find_note(sql::Connection& c, std::string_view owner,
                                                    std::string_view id);
/// The last changed first, those behind `after`.
[[nodiscard]] Result<std::vector<Note>> list_notes(sql::Connection& c, std::string_view owner,
                                                   const NoteFilter& filter,
                                                   const std::optional<NotePlace>& after, std::size_t limit);
/// Everything but creation, when the version is still that one.
[[nodiscard]] Result<bool> change_note(sql::Connection& c, std::string_view owner, const Note& note,
                                       std::string_view search_words);
[[nodiscard]] Result<bool> delete_note(sql::Connection& c, std::string_view owner, std::string_view id);

}  // namespace headway::store
