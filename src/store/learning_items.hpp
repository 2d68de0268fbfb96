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

/// A course, book, document or exercise proposed for a report, with the task that was made of it, if any, and
/// what a language model says of it.
struct LearningItem {
    std::string id;
    std::string report_id;
    std::int64_t position = 0;
    std::string skill_id;
    std::string skill_name;
    std::string title;
    std::string url;
    std::string publisher;
    std::string kind;
    double hours = 0;
    double from_level = 0;
    double to_level = 0;
    double gain = 0;
    std::string reason;
    Timestamp created_at;
    std::string source = "corpus";               ///< corpus, model
    std::optional<std::string> model;            ///< That put it in its order, or proposed it.
    std::optional<std::int64_t> model_position;  ///< From 1; none: not asked.
    std::optional<std::string> model_words;      ///< Plain text.
    std::optional<std::string> advice_hash;      ///< Of what was asked, and of whom.
    std::optional<std::string> url_state;  ///< unchecked, reachable, unreachable; none: the corpus's own
    std::optional<std::string> url_host;   ///< That answered in the end.
    std::optional<Timestamp> url_checked_at;
    std::optional<std::string> url_note;  ///< Why it did not answer.
    std::optional<std::string> task_id;
};
BOOST_DESCRIBE_STRUCT(LearningItem, (),
                      (id, report_id, position, skill_id, skill_name, title, url, publisher, kind, hours,
                       from_level, to_level, gain, reason, created_at, source, model, model_position,
                       model_words, advice_hash, url_state, url_host, url_checked_at, url_note, task_id))

/// Whether its address may be shown as a link: the corpus's own, or one that a model named and that answered.
[[nodiscard]] inline bool has_verified_address(const LearningItem& item) {
    return item.source == "corpus" || item.url_state == "reachable";
}

[[nodiscard]] Result<void> add_learning_item(sql::Connection& c, std::string_view owner,
                                             const LearningItem& item);
[[nodiscard]] Result<std::optional<LearningItem>> find_learning_item(sql::Connection& c,
                                                                     std::string_view owner,
                                                                     std::string_view id);
/// What a list is narrowed to. Empty members do not narrow.
struct LearningFilter {
    std::string report_id;
    std::string skill_id;
    std::string kind;
    std::optional<bool> planned;  ///< A task was made of it.
};

/// Where an item stands in such a list.
struct LearningPlace {
    std::string report_id;
    std::int64_t position = 0;
    std::string id;
};
BOOST_DESCRIBE_STRUCT(LearningPlace, (), (report_id, position, id))
[[nodiscard]] LearningPlace place_of_item(const LearningItem& item);

/// Those behind `after`, in the order of list_learning_items().
[[nodiscard]] Result<std::vector<LearningItem>> page_of_learning_items(
    sql::Connection& c, std::string_view owner, const LearningFilter& filter,
    const std::optional<LearningPlace>& after, std::size_t limit);

/// Those of a report, best gain per hour first, behind them those that a model proposed; of all reports when
/// it is empty, the newest report first.
[[nodiscard]] Result<std::vector<LearningItem>> list_learning_items(sql::Connection& c,
                                                                    std::string_view owner,
                                                                    std::string_view report_id,
                                                                    std::size_t limit);

/// Stores what a model said of an item: its model, model_position, model_words and advice_hash.
[[nodiscard]] Result<void> set_advice(sql::Connection& c, std::string_view owner, const LearningItem& item);
/// Stores what came of asking its address: url_state, url_host, url_checked_at and url_note.
[[nodiscard]] Result<void> set_url_state(sql::Connection& c, std::string_view owner,
                                         const LearningItem& item);

}  // namespace headway::store
