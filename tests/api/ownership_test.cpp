// SPDX-License-Identifier: GPL-3.0-or-later
// Every route is asked with the ids of somebody else's things, in the path and in the body: nothing of theirs
// comes back, and nothing of theirs changes.
#include <map>
#include <set>

#include "api/contract.hpp"
#include "api/server_fixture.hpp"
#include "store/account_rows.hpp"

namespace headway::test {
namespace {

std::string json_of(boost::json::object value) {
    return boost::json::serialize(value);
}

class OwnershipTest : public ApiTest {
  protected:
    static constexpr const char* secret = "Zirbenholz";  ///< Stands in every text of anna's.

    std::string make(const std::string& path, boost::json::object body, const char* member = "id",
                     int status = 201) {
        return text_at(ask(&anna, Method::post, path, json_of(std::move(body)), {}, status), member);
    }

    /// One of everything, by the name that paths and bodies call its id.
    std::map<std::string, std::string, std::less<>> make_everything() {
        const std::string word = secret;
        std::map<std::string, std::string, std::less<>> ids;
        ids["resume_id"] =
            make("/api/resumes",
                 {{"name", word}, {"text", "Skills\nPython, Docker\n\n" + word + " GmbH, 2019 - 2024\n"}});
        ids["job_id"] =
            make("/api/jobs", {{"title", word}, {"description", "Requirements\n- Python\n- Kubernetes\n"}});
        make("/api/job-collections/" + ids["job_id"], {}, "job_id");
        ids["stage_change_id"] = text_at(
            ask(&anna, Method::get, "/api/job-collections/" + ids["job_id"] + "/stages"), "items.0.id");
        ids["gap_report_id"] = make("/api/gap/run", {{"job_id", ids["job_id"]}}, "gap_report_id", 200);
        ids["run_id"] = ids["gap_report_id"];
        ids["learning_item_id"] = make("/api/learn/generate", {{"gap_report_id", ids["gap_report_id"]}},
                                       "learning_item_ids.0", 200);
        ids["goal_id"] = make("/api/goals", {{"title", word}});
        ids["task_id"] = make("/api/tasks", {{"title", word}, {"start_on", "2026-11-24"}});
        ids["note_id"] = make("/api/notes", {{"title", word}, {"body", word}});
        ids["schedule_id"] =
            make("/api/jobs/fetch-schedules", {{"fetch", {{"keywords", {word}}}}, {"every_days", 7}});
        ids["proposal_id"] = make("/api/proposals", {{"action", "create_task"}, {"title", word}});
        ids["chat_id"] = make("/api/chats", {{"title", word}});
        ids["message_id"] =
            make("/api/chats/" + ids["chat_id"] + "/messages", {{"content", word}}, "message.id");
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

    /// All rows of anna but what only says that she was there.
    std::string everything_of_anna() {
        std::string out;
        for (const auto& table : store::account_tables()) {
            if (table.name == "events" || table.name == "access_tokens") continue;
            const auto rows = parts().database.read(
                [&](sql::Connection& c) { return store::account_rows(c, anna.id, table); });
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
};

/// Puts somebody else's ids where the body has ids of that name; how many.
int take_ids(boost::json::value& body, const std::map<std::string, std::string, std::less<>>& ids) {
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

/// Neither another user nor an administrator, who has no more than they on these routes.
TEST_F(OwnershipTest, NoRouteReadsOrChangesWhatBelongsToAnother) {
    const auto ids = make_everything();
    const std::string before = everything_of_anna();
    // Asking for reports on a job gives one's own, of which there are none.
    const std::set<std::string> about_ones_own = {"GET /api/gap/by-job/{job_id}",
                                                  "DELETE /api/gap/by-job/{job_id}"};
    int asked = 0;
    for (const auto& route : dispatch_->router().routes()) {
        if (route->access != http::Access::user) continue;
        const std::string operation = std::string(to_string(route->method)) + " " + route->pattern;
        if (operation.find("/api/auth/") != std::string::npos && operation.find('{') == std::string::npos)
            continue;
        if ((route->streams && route->method == Method::get) || route->pattern.starts_with("/api/my-data"))
            continue;
        std::string path;
        bool foreign = false;
        for (std::size_t at = 0; at < route->pattern.size();) {
            const std::size_t open = route->pattern.find('{', at);
            path += route->pattern.substr(at, open - at);
            if (open == std::string::npos) break;
            const std::size_t close = route->pattern.find('}', open);
            const auto id = ids.find(route->pattern.substr(open + 1, close - open - 1));
            path += id == ids.end() ? "x" : id->second;
            foreign = foreign || id != ids.end();
            at = close + 1;
        }
        auto body = Contract::shared().example_body(operation);
        if (!body.is_null()) foreign = take_ids(body, ids) > 0 || foreign;
        for (const TestUser* other : {&ben, &admin}) {
            const auto reply = send(other, route->method, path,
                                    body.is_null() ? "" : boost::json::serialize(body), {{"If-Match", "*"}});
            const std::string who = operation + " as " + other->email + " " + std::string(reply.text());
            EXPECT_EQ(reply.text().find(secret), std::string_view::npos) << who;
            if (!foreign) continue;
            ++asked;
            if (!about_ones_own.contains(operation)) {
                EXPECT_GE(reply.status, 400) << who;
            }
            EXPECT_NE(reply.status, 500) << who;
        }
    }
    EXPECT_GT(asked, 100);
    EXPECT_EQ(everything_of_anna(), before);
}

}  // namespace
}  // namespace headway::test
