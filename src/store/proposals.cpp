// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/proposals.hpp"

#include "store/query.hpp"

namespace headway::store {
namespace {

#define HEADWAY_PROPOSAL_COLUMNS                                                                    \
    "id, origin, maker, message_id, action, title, text, company, url, due_on, job_id, resume_id, " \
    "state, made_id, created_at, decided_at "

}  // namespace

Result<void> add_proposal(sql::Connection& c, std::string_view owner, const Proposal& p) {
    const auto done = c.run(
        "insert into proposals (id, user_id, origin, maker, message_id, action, title, text, company, "
        "url, due_on, job_id, resume_id, state, made_id, created_at, decided_at) "
        "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        p.id, owner, p.origin, p.maker, p.message_id, p.action, p.title, p.text, p.company, p.url, p.due_on,
        p.job_id, p.resume_id, p.state, p.made_id, p.created_at, p.decided_at);
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<std::optional<Proposal>> find_proposal(sql::Connection& c, std::string_view owner,
                                              std::string_view id) {
    return c.row<Proposal>("select " HEADWAY_PROPOSAL_COLUMNS "from proposals where user_id = $1 and id = $2",
                           owner, id);
}

Result<std::vector<Proposal>> list_proposals(sql::Connection& c, std::string_view owner,
                                             std::string_view state, std::optional<std::string_view> before,
                                             std::size_t limit) {
    Query q("select " HEADWAY_PROPOSAL_COLUMNS "from proposals where ");
    q.where("user_id = ?", owner);
    if (!state.empty()) q.where(" and state = ?", state);
    if (before) q.where(" and id < ?", *before);
    q.where(" order by id desc limit ?", static_cast<std::int64_t>(limit));
    return q.rows<Proposal>(c);
}

Result<std::vector<Proposal>> proposals_of_chat(sql::Connection& c, std::string_view owner,
                                                std::string_view chat_id) {
    return c.rows<Proposal>(
        "select " HEADWAY_PROPOSAL_COLUMNS
        "from proposals where user_id = $1 and message_id in "
        "(select m.id from messages m where m.user_id = $1 and m.chat_id = $2) order by id",
        owner, chat_id);
}

Result<std::int64_t> count_open_proposals(sql::Connection& c, std::string_view owner) {
    const auto count =
        c.value<std::int64_t>("select count(*) from proposals where user_id = $1 and state = 'open'", owner);
    if (!count) return std::unexpected(count.error());
    return count->value_or(0);
}

Result<bool> decide_proposal(sql::Connection& c, std::string_view owner, std::string_view id,
                             std::string_view state, const std::optional<std::string>& made_id,
                             Timestamp now) {
    const auto done = c.run(
        "update proposals set state = $3, made_id = $4, decided_at = $5 "
        "where user_id = $1 and id = $2 and state = 'open'",
        owner, id, state, made_id, now);
    if (!done) return std::unexpected(done.error());
    return *done == 1;
}

}  // namespace headway::store
