// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/learning_items.hpp"

#include "store/query.hpp"

namespace headway::store {
namespace {

#define HEADWAY_ITEM_COLUMNS                                                                         \
    "i.id, i.report_id, i.position, i.skill_id, i.skill_name, i.title, i.url, i.publisher, i.kind, " \
    "i.hours, "                                                                                      \
    "i.from_level, i.to_level, i.gain, i.reason, i.created_at, "                                     \
    "i.source, i.model, i.model_position, i.model_words, i.advice_hash, "                            \
    "i.url_state, i.url_host, i.url_checked_at, i.url_note, "                                        \
    "(select min(t.id) from tasks t where t.user_id = i.user_id and t.learning_item_id = i.id) as task_id "

}  // namespace

Result<void> add_learning_item(sql::Connection& c, std::string_view owner, const LearningItem& i) {
    const auto done = c.run(
        "insert into learning_items (id, user_id, report_id, position, skill_id, skill_name, title, url, "
        "publisher, kind, "
        "hours, from_level, to_level, gain, reason, created_at, source, model, model_position, model_words, "
        "advice_hash, url_state, url_host, url_checked_at, url_note) "
        "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, "
        "$21, $22, $23, $24, $25)",
        i.id, owner, i.report_id, i.position, i.skill_id, i.skill_name, i.title, i.url, i.publisher, i.kind,
        i.hours, i.from_level, i.to_level, i.gain, i.reason, i.created_at, i.source, i.model,
        i.model_position, i.model_words, i.advice_hash, i.url_state, i.url_host, i.url_checked_at,
        i.url_note);
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<std::optional<LearningItem>> find_learning_item(sql::Connection& c, std::string_view owner,
                                                       std::string_view id) {
    return c.row<LearningItem>(
        "select " HEADWAY_ITEM_COLUMNS "from learning_items i where i.user_id = $1 and i.id = $2", owner, id);
}

Result<std::vector<LearningItem>> list_learning_items(sql::Connection& c, std::string_view owner,
                                                      std::string_view report_id, std::size_t limit) {
    return c.rows<LearningItem>(
        "select " HEADWAY_ITEM_COLUMNS
        "from learning_items i where i.user_id = $1 and ($2 = '' or i.report_id = $2) "
        "order by i.report_id desc, i.position, i.id limit $3",
        owner, report_id, static_cast<std::int64_t>(limit));
}

LearningPlace place_of_item(const LearningItem& i) {
    return {i.report_id, i.position, i.id};
}

Result<std::vector<LearningItem>> page_of_learning_items(sql::Connection& c, std::string_view owner,
                                                         const LearningFilter& f,
                                                         const std::optional<LearningPlace>& after,
                                                         std::size_t limit) {
    Query q("select " HEADWAY_ITEM_COLUMNS "from learning_items i where ");
    q.where("i.user_id = ?", owner);
    if (!f.report_id.empty()) q.where(" and i.report_id = ?", f.report_id);
    if (!f.skill_id.empty()) q.where(" and i.skill_id = ?", f.skill_id);
    if (!f.kind.empty()) q.where(" and i.kind = ?", f.kind);
    if (f.planned) {
        q.add(*f.planned ? " and exists " : " and not exists ");
        q.add("(select 1 from tasks p where p.user_id = i.user_id and p.learning_item_id = i.id)");
    }
    if (after) {
        q.where(" and (i.report_id < ?", after->report_id);
        q.where(" or (i.report_id = ?", after->report_id);
        q.where(" and (i.position, i.id) > (?", after->position);
        q.where(", ?)))", after->id);
    }
    q.where(" order by i.report_id desc, i.position, i.id limit ?", static_cast<std::int64_t>(limit));
    return q.rows<LearningItem>(c);
}

Result<void> set_advice(sql::Connection& c, std::string_view owner, const LearningItem& i) {
    const auto done = c.run(
        "update learning_items set model = $3, model_position = $4, model_words = $5, advice_hash = $6 "
        "where user_id = $1 and id = $2",
        owner, i.id, i.model, i.model_position, i.model_words, i.advice_hash);
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<void> set_url_state(sql::Connection& c, std::string_view owner, const LearningItem& i) {
    const auto done = c.run(
        "update learning_items set url_state = $3, url_host = $4, url_checked_at = $5, url_note = $6 "
        "where user_id = $1 and id = $2",
        owner, i.id, i.url_state, i.url_host, i.url_checked_at, i.url_note);
    if (!done) return std::unexpected(done.error());
    return {};
}

}  // namespace headway::store
