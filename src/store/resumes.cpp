// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/resumes.hpp"

#include "store/events.hpp"

namespace headway::store {
namespace {

#define HEADWAY_RESUME_COLUMNS                                                                         \
    "id, name, media_type, size_bytes, content_hash, file_key, is_default, state, reason, can_retry, " \
    "run_id, "                                                                                         \
    "text_source, words, skills, length(pages) - length(replace(pages, ' ', '')) + 1 as page_count, "  \
    "warnings, "                                                                                       \
    "version, created_at, updated_at "

Result<void> nothing(const Result<std::int64_t>& done) {
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<bool> one(const Result<std::int64_t>& done) {
    if (!done) return std::unexpected(done.error());
    return *done == 1;
}

Result<void> clear_default(sql::Connection& c, std::string_view owner) {
    return nothing(c.run(
        "update resumes set is_default = $2, version = version + 1 where user_id = $1 and is_default = $3",
        owner, false, true));
}

}  // namespace

Result<void> add_resume(sql::Connection& c, std::string_view owner, const Resume& r, const ResumeText& t) {
    const auto standing = find_default_resume(c, owner);
    if (!standing) return std::unexpected(standing.error());
    if (r.is_default && *standing) {
        if (auto cleared = clear_default(c, owner); !cleared) return cleared;
    }
    return nothing(
        c.run("insert into resumes (id, user_id, name, media_type, size_bytes, content_hash, file_key, "
              "is_default, state, reason, "
              "can_retry, run_id, text_source, format, content, pages, warnings, words, skills, version, "
              "created_at, updated_at) "
              "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, "
              "$20, $21, $22)",
              r.id, owner, r.name, r.media_type, r.size_bytes, r.content_hash, r.file_key,
              r.is_default || !*standing, r.state, r.reason, r.can_retry, r.run_id, r.text_source, t.format,
              t.content, t.pages, t.warnings, r.words, r.skills, r.version, r.created_at, r.updated_at));
}

Result<std::optional<Resume>> find_resume(sql::Connection& c, std::string_view owner, std::string_view id) {
    return c.row<Resume>("select " HEADWAY_RESUME_COLUMNS "from resumes where user_id = $1 and id = $2",
                         owner, id);
}

Result<std::optional<Resume>> find_default_resume(sql::Connection& c, std::string_view owner) {
    return c.row<Resume>(
        "select " HEADWAY_RESUME_COLUMNS "from resumes where user_id = $1 and is_default = $2", owner, true);
}

Result<std::optional<ResumeText>> find_resume_text(sql::Connection& c, std::string_view owner,
                                                   std::string_view id) {
    return c.row<ResumeText>(
        "select format, content, pages, warnings from resumes where user_id = $1 and id = $2", owner, id);
}

Result<std::vector<Resume>> list_resumes(sql::Connection& c, std::string_view owner,
                                         const std::optional<ResumePlace>& after, std::size_t limit) {
    const auto most = static_cast<std::int64_t>(limit);
    if (!after) {
        return c.rows<Resume>("select " HEADWAY_RESUME_COLUMNS
                              "from resumes where user_id = $1 order by is_default desc, id desc limit $2",
                              owner, most);
    }
    return c.rows<Resume>("select " HEADWAY_RESUME_COLUMNS
                          "from resumes where user_id = $1 and is_default = $2 and (id < $3 or $4 = $5) "
                          "order by id desc limit $6",
                          owner, false, after->id, after->is_default, true, most);
}

Result<bool> change_resume(sql::Connection& c, std::string_view owner, const Resume& r) {
    return one(
        c.run("update resumes set name = $3, state = $4, reason = $5, can_retry = $6, run_id = $7, "
              "text_source = $8, "
              "words = $9, skills = $10, updated_at = $11, version = version + 1 "
              "where user_id = $1 and id = $2 and version = $12",
              owner, r.id, r.name, r.state, r.reason, r.can_retry, r.run_id, r.text_source, r.words, r.skills,
              r.updated_at, r.version));
}

Result<bool> change_resume_text(sql::Connection& c, std::string_view owner, const Resume& r,
                                const ResumeText& t) {
    const auto changed = change_resume(c, owner, r);
    if (!changed || !*changed) return changed;
    return one(
        c.run("update resumes set format = $3, content = $4, pages = $5, warnings = $6 where user_id = $1 "
              "and id = $2",
              owner, r.id, t.format, t.content, t.pages, t.warnings));
}

Result<void> end_import(sql::Connection& c, std::string_view owner, std::string_view id,
                        std::string_view run_id, std::string_view reason, Timestamp now) {
    const auto ended = c.run(
        "update resumes set state = 'failed', reason = $4, can_retry = $5, updated_at = $6, version = "
        "version + 1 "
        "where user_id = $1 and id = $2 and run_id = $3 and state = 'importing'",
        owner, id, run_id, reason, true, now);
    if (!ended) return std::unexpected(ended.error());
    return *ended == 0 ? Result<void>() : add_event(c, owner, "resume", id, now);
}

Result<void> await_import(sql::Connection& c, std::string_view owner, std::string_view id,
                          std::string_view run_id, Timestamp now) {
    const auto waits = c.run(
        "update resumes set state = 'importing', reason = null, can_retry = $4, updated_at = $5, "
        "version = version + 1 where user_id = $1 and id = $2 and run_id = $3 and state = 'failed'",
        owner, id, run_id, false, now);
    if (!waits) return std::unexpected(waits.error());
    return *waits == 0 ? Result<void>() : add_event(c, owner, "resume", id, now);
}

Result<bool> make_default_resume(sql::Connection& c, std::string_view owner, std::string_view id,
                                 Timestamp now) {
    if (auto cleared = clear_default(c, owner); !cleared) return std::unexpected(cleared.error());
    return one(
        c.run("update resumes set is_default = $3, updated_at = $4, version = version + 1 "
              "where user_id = $1 and id = $2",
              owner, id, true, now));
}

Result<bool> delete_resume(sql::Connection& c, std::string_view owner, const Resume& r, Timestamp now) {
    const auto gone = one(
        c.run("delete from resumes where user_id = $1 and id = $2 and version = $3", owner, r.id, r.version));
    if (!gone || !*gone) return gone;
    if (r.file_key) {
        const auto noted = c.run(
            "insert into file_removals (file_key, at) values ($1, $2) on conflict (file_key) do nothing",
            *r.file_key, now);
        if (!noted) return std::unexpected(noted.error());
    }
    if (!r.is_default) return true;
    const auto next = c.run(
        "update resumes set is_default = $2, version = version + 1 where user_id = $1 and id = "
        "(select id from resumes where user_id = $1 order by id desc limit 1)",
        owner, true);
    if (!next) return std::unexpected(next.error());
    return true;
}

Result<std::vector<std::string>> files_to_remove(sql::Connection& c, Timestamp now, std::size_t limit) {
    return c.rows<std::string>("select file_key from file_removals where at <= $1 order by at limit $2", now,
                               static_cast<std::int64_t>(limit));
}

Result<void> forget_file(sql::Connection& c, std::string_view key) {
    return nothing(c.run("delete from file_removals where file_key = $1", key));
}

}  // namespace headway::store
