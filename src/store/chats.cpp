// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/chats.hpp"

#include <algorithm>

#include "store/query.hpp"

namespace headway::store {
namespace {

#define HEADWAY_CHAT_COLUMNS                                                                            \
    "t.id, t.title, t.model, t.job_id, t.version, t.created_at, t.updated_at, t.context, t.resume_id, " \
    "(select count(*) from messages m where m.user_id = t.user_id and m.chat_id = t.id) as message_count "

#define HEADWAY_MESSAGE_COLUMNS                                                           \
    "id, chat_id, role, content, created_at, state, model, input_tokens, output_tokens, " \
    "dropped_citations, citations "

Result<bool> one(const Result<std::int64_t>& done) {
    if (!done) return std::unexpected(done.error());
    return *done == 1;
}

Result<void> nothing(const Result<std::int64_t>& done) {
    if (!done) return std::unexpected(done.error());
    return {};
}

}  // namespace

std::vector<std::string> context_kinds(const Chat& chat) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < chat.context.size();) {
        const std::size_t end = std::min(chat.context.find(' ', at), chat.context.size());
        if (end > at) out.push_back(chat.context.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

Result<void> add_chat(sql::Connection& c, std::string_view owner, const Chat& t) {
    return nothing(
        c.run("insert into chats (id, user_id, title, model, job_id, version, created_at, "
              "updated_at, context, resume_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
              t.id, owner, t.title, t.model, t.job_id, t.version, t.created_at, t.updated_at, t.context,
              t.resume_id));
}

Result<std::optional<Chat>> find_chat(sql::Connection& c, std::string_view owner, std::string_view id) {
    return c.row<Chat>("select " HEADWAY_CHAT_COLUMNS "from chats t where t.user_id = $1 and t.id = $2",
                       owner, id);
}

Result<std::vector<Chat>> list_chats(sql::Connection& c, std::string_view owner, std::string_view job_id,
                                     const std::optional<ChatPlace>& after, std::size_t limit) {
    Query q("select " HEADWAY_CHAT_COLUMNS "from chats t where ");
    q.where("t.user_id = ?", owner);
    if (!job_id.empty()) q.where(" and t.job_id = ?", job_id);
    if (after) {
        q.where(" and (t.updated_at, t.id) < (?, ", after->updated_at);
        q.where("?)", after->id);
    }
    q.where(" order by t.updated_at desc, t.id desc limit ?", static_cast<std::int64_t>(limit));
    return q.rows<Chat>(c);
}

Result<bool> change_chat(sql::Connection& c, std::string_view owner, const Chat& t) {
    return one(
        c.run("update chats set title = $3, model = $4, job_id = $5, updated_at = $6, context = $8, "
              "resume_id = $9, version = version + 1 where user_id = $1 and id = $2 and version = $7",
              owner, t.id, t.title, t.model, t.job_id, t.updated_at, t.version, t.context, t.resume_id));
}

Result<bool> delete_chat(sql::Connection& c, std::string_view owner, std::string_view id) {
    return one(c.run("delete from chats where user_id = $1 and id = $2", owner, id));
}

Result<void> add_message(sql::Connection& c, std::string_view owner, const Message& m) {
    auto added =
        nothing(c.run("insert into messages (id, user_id, chat_id, role, content, created_at, state, model, "
                      "input_tokens, output_tokens, dropped_citations, citations) "
                      "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                      m.id, owner, m.chat_id, m.role, m.content, m.created_at, m.state, m.model,
                      m.input_tokens, m.output_tokens, m.dropped_citations, m.citations));
    if (!added) return added;
    return nothing(c.run("update chats set updated_at = $3 where user_id = $1 and id = $2", owner, m.chat_id,
                         m.created_at));
}

Result<std::optional<Message>> find_message(sql::Connection& c, std::string_view owner, std::string_view id) {
    return c.row<Message>("select " HEADWAY_MESSAGE_COLUMNS "from messages where user_id = $1 and id = $2",
                          owner, id);
}

Result<std::vector<Message>> last_messages(sql::Connection& c, std::string_view owner,
                                           std::string_view chat_id, std::size_t limit) {
    auto out = c.rows<Message>("select " HEADWAY_MESSAGE_COLUMNS
                               "from messages where user_id = $1 and chat_id = $2 order by id desc limit $3",
                               owner, chat_id, static_cast<std::int64_t>(limit));
    if (out) std::ranges::reverse(*out);
    return out;
}

Result<std::vector<Message>> list_messages(sql::Connection& c, std::string_view owner,
                                           std::string_view chat_id, std::optional<std::string_view> after,
                                           std::size_t limit) {
    return c.rows<Message>(
        "select " HEADWAY_MESSAGE_COLUMNS
        "from messages where user_id = $1 and chat_id = $2 and id > $3 order by id limit $4",
        owner, chat_id, after.value_or(""), static_cast<std::int64_t>(limit));
}

Result<bool> delete_message(sql::Connection& c, std::string_view owner, std::string_view chat_id,
                            std::string_view id) {
    return one(
        c.run("delete from messages where user_id = $1 and chat_id = $2 and id = $3", owner, chat_id, id));
}

}  // namespace headway::store
