// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/everything.hpp"

#include "api/contract.hpp"
#include "store/account_rows.hpp"

namespace headway::test {
namespace {

std::string json_of(const boost::json::object& value) {
    return boost::json::serialize(value);
}

/// What stands in a path where there is no id of anybody's.
const Ids& codes() {
    static const Ids all = {{"code", "29-1141.00"}, {"element_id", "2.B.3.e"}, {"skill_id", "hw:kubernetes"}};
    return all;
}

}  // namespace

std::string EverythingTest::make(const std::string& path, boost::json::object body, const char* member,
                                 int status) {
    return text_at(ask(&anna, Method::post, path, json_of(body), {}, status), member);
}

Ids EverythingTest::make_everything() {
    const std::string word = secret;
    Ids ids;
    ids["resume_id"] =
        make("/api/resumes",
             {{"name", word}, {"text", "Skills\nPython, Docker\n\n" + word + " GmbH, 2019 - 2024\n"}});
    ids["job_id"] =
        make("/api/jobs", {{"title", word}, {"description", "Requirements\n- Python\n- Kubernetes\n"}});
    make("/api/job-collections/" + ids["job_id"], {}, "job_id");
    ids["stage_change_id"] =
        text_at(ask(&anna, Method::get, "/api/job-collections/" + ids["job_id"] + "/stages"), "items.0.id");
    ids["gap_report_id"] = make("/api/gap/run", {{"job_id", ids["job_id"]}}, "gap_report_id", 200);
    ids["run_id"] = ids["gap_report_id"];
    ids["learning_item_id"] =
        make("/api/learn/generate", {{"gap_report_id", ids["gap_report_id"]}}, "learning_item_ids.0", 200);
    ids["goal_id"] = make("/api/goals", {{"title", word}});
    ids["task_id"] = make("/api/tasks", {{"title", word}, {"start_on", "2026-11-24"}});
    ids["note_id"] = make("/api/notes", {{"title", word}, {"body", word}});
    ids["schedule_id"] =
        make("/api/jobs/fetch-schedules", {{"fetch", {{"keywords", {word}}}}, {"every_days", 7}});
    ids["proposal_id"] = make("/api/proposals", {{"action", "create_task"}, {"title", word}});
    ids["chat_id"] = make("/api/chats", {{"title", word}});
    ids["message_id"] = make("/api/chats/" + ids["chat_id"] + "/messages", {{"content", word}}, "message.id");
    const std::string skill =
        text_at(ask(&anna, Method::get, "/api/gap/" + ids["gap_report_id"]), "content.requirements.0.id");
    ids["correction_id"] =
        make("/api/corrections",
             {{"resume_id", ids["resume_id"]}, {"action", "add"}, {"skill_id", skill}, {"level", 3}},
             "correction.id");
    ids["alias_id"] =
        make("/api/aliases", {{"text", word}, {"action", "confirm"}, {"skill_id", skill}}, "alias.id");
    ids["token_id"] = text_at(ask(&anna, Method::get, "/api/auth/access-tokens"), "items.0.id");
    ids["user_id"] = anna.id;
    ids["session_id"] = "01890a5d-ac96-774b-bcce-b302099a8057";
    for (const auto& [name, id] : ids) EXPECT_GE(id.size(), 10U) << name;
    return ids;
}

std::string EverythingTest::everything_of_anna() {
    std::string out;
    for (const auto& table : store::account_tables()) {
        if (table.name == "events" || table.name == "access_tokens") continue;
        const auto rows =
            parts().database.read([&](sql::Connection& c) { return store::account_rows(c, anna.id, table); });
        EXPECT_TRUE(rows);
        out += std::string(table.name) + "\n";
        for (const sql::Value& cell : rows->cells) {
            if (const auto* text = std::get_if<std::string>(&cell)) out += *text;
            if (const auto* number = std::get_if<std::int64_t>(&cell)) out += std::to_string(*number);
            out += "|";
        }
    }
    return out;
}

const TestUser* EverythingTest::who_may(const http::Route& route) const {
    return route.access == http::Access::admin ? &admin : &anna;
}

std::string operation_of(const http::Route& route) {
    return std::string(to_string(route.method)) + " " + route.pattern;
}

PathWithIds path_with(const Ids& ids, const std::string& pattern) {
    PathWithIds out;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t open = pattern.find('{', at);
        out.path += pattern.substr(at, open - at);
        if (open == std::string::npos) break;
        const std::size_t close = pattern.find('}', open);
        const std::string name = pattern.substr(open + 1, close - open - 1);
        const auto id = ids.find(name);
        const auto code = codes().find(name);
        out.path += id != ids.end() ? id->second : code != codes().end() ? code->second : "x";
        out.has_ids = out.has_ids || id != ids.end();
        at = close + 1;
    }
    return out;
}

int take_ids(boost::json::value& body, const Ids& ids) {
    int taken = 0;
    if (auto* array = body.if_array()) {
        for (auto& item : *array) taken += take_ids(item, ids);
    }
    if (auto* object = body.if_object()) {
        for (auto& member : *object) {
            const std::string name(member.key());
            if (const auto id = ids.find(name); id != ids.end() && !member.value().is_null()) {
                member.value() = id->second;
                ++taken;
            } else if (name == "learning_item_ids") {
                member.value() = boost::json::array{boost::json::value(ids.at("learning_item_id"))};
                ++taken;
            } else {
                taken += take_ids(member.value(), ids);
            }
        }
    }
    return taken;
}

std::string example_with(const Ids& ids, const std::string& operation) {
    auto body = Contract::shared().example_body(operation);
    if (body.is_null()) return {};
    take_ids(body, ids);
    return boost::json::serialize(body);
}

}  // namespace headway::test
