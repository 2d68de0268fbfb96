// SPDX-License-Identifier: GPL-3.0-or-later
// Notes and chats: what a person writes down, linked to their own things only.
#include "api/server_fixture.hpp"

namespace headway::test {
namespace {

using Lines = std::vector<std::string>;

std::string json_of(boost::json::object value) {
    return boost::json::serialize(value);
}

class NotesTest : public ApiTest {
  protected:
    std::string add_note(const TestUser& user, boost::json::object note) {
        return text_at(ask(&user, Method::post, "/api/notes", json_of(std::move(note)), {}, 201), "id");
    }
    Lines titles(const TestUser& user, const std::string& path) {
        Lines out;
        for (const auto& n : ask(&user, Method::get, path).at("items").as_array())
            out.push_back(text_at(n, "title"));
        return out;
    }
    std::string add_job(const TestUser& user) {
        return text_at(
            ask(&user, Method::post, "/api/jobs", R"({"title":"Nurse","description":"Care"})", {}, 201),
            "id");
    }
};

TEST_F(NotesTest, AreMadeChangedFoundAndDeleted) {
    const std::string first =
        add_note(anna, {{"title", "Call"}, {"body", "They pay for the **driving lessons**."}});
    now_ = now_ + std::chrono::seconds(1);
    add_note(anna, {{"title", "Rota"}, {"body", "# Early\n\n- [shifts](https://example.org)"}});
    EXPECT_EQ(titles(anna, "/api/notes"), (Lines{"Rota", "Call"}));
    const auto found = ask(&anna, Method::get, "/api/notes?q=DRIV").at("items").as_array();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(text_at(found[0], "excerpt"), "They pay for the driving lessons.") << "without markup";
    const std::string path = "/api/notes/" + first;
    now_ = now_ + std::chrono::seconds(1);
    EXPECT_EQ(send(&anna, Method::patch, path, R"({"title":"x"})").status, 428);
    EXPECT_EQ(send(&anna, Method::patch, path, R"({"title":"x"})", {{"If-Match", "\"v9\""}}).status, 412);
    const auto changed =
        ask(&anna, Method::patch, path, R"({"body":"Nothing but the bus."})", matching(anna, path));
    EXPECT_EQ(text_at(changed, "title"), "Call");
    EXPECT_EQ(titles(anna, "/api/notes"), (Lines{"Call", "Rota"})) << "the last changed first";
    EXPECT_EQ(titles(anna, "/api/notes?q=driving"), Lines{});
    EXPECT_EQ(titles(anna, "/api/notes?q=bus"), (Lines{"Call"}));
    for (const auto method : {Method::get, Method::delete_, Method::patch}) {
        EXPECT_EQ(send(&ben, method, path, method == Method::patch ? R"({"title":"mine"})" : "",
                       {{"If-Match", "*"}})
                      .status,
                  404);
    }
    EXPECT_EQ(send(&anna, Method::delete_, path, "", matching(anna, path)).status, 204);
    EXPECT_EQ(titles(anna, "/api/notes"), (Lines{"Rota"}));
}

TEST_F(NotesTest, OtherPagesOfThePersonHearOfThem) {
    const auto heard = [&](const std::string& id) {
        return parts()
            .database
            .read([&](sql::Connection& c) {
                return c.value<std::int64_t>(
                    "select count(*) from events where user_id = $1 and name = 'note' and subject_id = $2",
                    anna.id, id);
            })
            .value()
            .value();
    };
    const std::string id = add_note(anna, {{"body", "x"}});
    EXPECT_EQ(heard(id), 1);
    const std::string path = "/api/notes/" + id;
    ask(&anna, Method::patch, path, R"({"body":"y"})", matching(anna, path));
    EXPECT_EQ(heard(id), 2);
    EXPECT_EQ(send(&anna, Method::delete_, path, "", matching(anna, path)).status, 204);
    EXPECT_EQ(heard(id), 3);
}

TEST_F(NotesTest, PagesByTimeMissNothing) {
    for (int i = 0; i < 5; ++i) add_note(anna, {{"title", std::to_string(i)}, {"body", "same moment"}});
    Lines paged;
    std::string cursor;
    do {
        const auto page =
            ask(&anna, Method::get, "/api/notes?limit=2" + (cursor.empty() ? "" : "&cursor=" + cursor));
        for (const auto& n : page.at("items").as_array()) paged.push_back(text_at(n, "title"));
        cursor = page.at("next_cursor").is_null() ? "" : text_at(page, "next_cursor");
    } while (!cursor.empty());
    EXPECT_EQ(paged, (Lines{"4", "3", "2", "1", "0"}));
}

TEST_F(NotesTest, LinkOnlyToWhatTheirOwnerMaySee) {
    const std::string job = add_job(anna);
    add_note(anna, {{"title", "On the job"}, {"body", "b"}, {"job_id", job}});
    EXPECT_EQ(titles(anna, "/api/notes?job_id=" + job), (Lines{"On the job"}));
    const std::string nothing = "019ab016-4c1e-7a52-9d3f-6b0e5c2a0016";
    for (const char* field : {"task_id", "job_id", "gap_report_id", "message_id"}) {
        const auto problem =
            ask(&ben, Method::post, "/api/notes", json_of({{"body", "b"}, {field, nothing}}), {}, 400);
        EXPECT_EQ(text_at(problem, "errors.0.field"), field);
    }
    EXPECT_EQ(send(&ben, Method::post, "/api/notes", json_of({{"body", "b"}, {"job_id", job}})).status, 400)
        << "another person's job";
    const auto gone = ask(&anna, Method::get, "/api/jobs/" + job);
    EXPECT_EQ(send(&anna, Method::delete_, "/api/jobs/" + job, "", matching(anna, "/api/jobs/" + job)).status,
              204);
    EXPECT_EQ(titles(anna, "/api/notes"), (Lines{"On the job"})) << "the note stays, without the link";
}

TEST_F(NotesTest, BadNotesAreRefused) {
    for (const auto& bad :
         {json_of({{"title", "x"}}), json_of({{"body", ""}}), json_of({{"body", std::string(20'001, 'x')}}),
          json_of({{"body", "b"}, {"title", std::string(201, 'x')}}),
          json_of({{"body", "b"}, {"color", "red"}}), std::string("[]")})
        EXPECT_EQ(send(&anna, Method::post, "/api/notes", bad).status, 400) << bad.substr(0, 60);
    EXPECT_EQ(send(&anna, Method::get, "/api/notes?q=%20").status, 400);
    EXPECT_EQ(titles(anna, "/api/notes"), Lines{});
}

TEST_F(NotesTest, AChatTakesItsTitleFromItsFirstMessage) {
    const std::string job = add_job(anna);
    const auto chat = ask(&anna, Method::post, "/api/chats", json_of({{"job_id", job}}), {}, 201);
    const std::string path = "/api/chats/" + text_at(chat, "id");
    EXPECT_EQ(text_at(chat, "title"), "");
    std::string content = "What should I **learn** first";
    for (int i = 0; i < 30; ++i) content += " ü";
    const auto message =
        ask(&anna, Method::post, path + "/messages", json_of({{"content", content}}), {}, 201);
    EXPECT_EQ(text_at(message, "message.content"), content);
    EXPECT_NE(text_at(message, "answer.content").find("no report"), std::string::npos)
        << "and says what to do";
    const auto now = ask(&anna, Method::get, path);
    EXPECT_TRUE(text_at(now, "title").starts_with("What should I learn first")) << text_at(now, "title");
    EXPECT_EQ(text_at(now, "message_count"), "2");
    const std::string other =
        text_at(ask(&anna, Method::post, "/api/chats", R"({"title":"Other"})", {}, 201), "id");
    now_ = now_ + std::chrono::seconds(1);
    ask(&anna, Method::post, "/api/chats/" + other + "/messages", R"({"content":"a"})", {}, 201);
    EXPECT_EQ(titles(anna, "/api/chats").at(0), "Other") << "the last used first";
    EXPECT_EQ(titles(anna, "/api/chats?job_id=" + job).size(), 1U);
    for (const char* tail : {"", "/messages"}) EXPECT_EQ(send(&ben, Method::get, path + tail).status, 404);
    EXPECT_EQ(send(&ben, Method::post, path + "/messages", R"({"content":"hello"})").status, 404);
    EXPECT_EQ(send(&ben, Method::post, "/api/chats", json_of({{"job_id", job}})).status, 400);

    const std::string said = text_at(message, "message.id");
    add_note(anna, {{"title", "From the chat"}, {"body", "b"}, {"message_id", said}});
    EXPECT_EQ(send(&ben, Method::delete_, path + "/messages/" + said).status, 404);
    EXPECT_EQ(send(&anna, Method::delete_, path + "/messages/" + said).status, 204);
    EXPECT_EQ(ask(&anna, Method::get, path + "/messages").at("items").as_array().size(), 1U);
    const auto renamed =
        ask(&anna, Method::patch, path, R"({"title":"Renamed","job_id":null})", matching(anna, path));
    EXPECT_EQ(text_at(renamed, "title"), "Renamed");
    EXPECT_EQ(send(&anna, Method::delete_, path, "", matching(anna, path)).status, 204);
    EXPECT_EQ(titles(anna, "/api/notes"), (Lines{"From the chat"}));
}

}  // namespace
}  // namespace headway::test
