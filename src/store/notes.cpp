// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/notes.hpp"

#include "store/query.hpp"

namespace headway::store {
namespace {

#define HEADWAY_NOTE_COLUMNS \
    "id, title, body, task_id, job_id, report_id, message_id, version, created_at, updated_at "

Result<bool> one(const Result<std::int64_t>& done) {
    if (!done) return std::unexpected(done.error());
    return *done == 1;
}

}  // namespace

Result<void> add_note(sql::Connection& c, std::string_view owner, const Note& n,
                      std::string_view search_words) {
    const auto done = c.run("insert into notes (user_id, search_words, " HEADWAY_NOTE_COLUMNS
                            ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                            owner, search_words, n.id, n.title, n.body, n.task_id, n.job_id, n.report_id,
                            n.message_id, n.version, n.created_at, n.updated_at);
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<std::optional<Note>> find_note(sql::Connection& c, std::string_view owner, std::string_view id) {
    return c.row<Note>("select " HEADWAY_NOTE_COLUMNS "from notes where user_id = $1 and id = $2", owner, id);
}

Result<std::vector<Note>> list_notes(sql::Connection& c, std::string_view owner, const NoteFilter& f,
                                     const std::optional<NotePlace>& after, std::size_t limit) {
    Query q("select " HEADWAY_NOTE_COLUMNS "from notes where ");
    q.where("user_id = ?", owner);
    if (!f.task_id.empty()) q.where(" and task_id = ?", f.task_id);
    if (!f.job_id.empty()) q.where(" and job_id = ?", f.job_id);
    if (!f.report_id.empty()) q.where(" and report_id = ?", f.report_id);
    if (!f.message_id.empty()) q.where(" and message_id = ?", f.message_id);
    q.where_words("search_words", f.words);
    if (after) {
        q.where(" and (updated_at, id) < (?, ", after->updated_at);
        q.where("?)", after->id);
    }
    q.where(" order by updated_at desc, id desc limit ?", static_cast<std::int64_t>(limit));
    return q.rows<Note>(c);
}

Result<bool> change_note(sql::Connection& c, std::string_view owner, const Note& n,
                         std::string_view search_words) {
    return one(
        c.run("update notes set title = $3, body = $4, task_id = $5, job_id = $6, report_id = $7, "
              "message_id = $8, updated_at = $9, search_words = $10, version = version + 1 "
              "where user_id = $1 and id = $2 and version = $11",
              owner, n.id, n.title, n.body, n.task_id, n.job_id, n.report_id, n.message_id, n.updated_at,
              search_words, n.version));
}

Result<bool> delete_note(sql::Connection& c, std::string_view owner, std::string_view id) {
    return one(c.run("delete from notes where user_id = $1 and id = $2", owner, id));
}

}  // namespace headway::store
