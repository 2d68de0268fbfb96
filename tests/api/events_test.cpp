// SPDX-License-Identifier: GPL-3.0-or-later
// Streams of changes: what they carry, where they go on, and that they end with whoever opened them.
#include "api/events.hpp"

#include <condition_variable>
#include <gmock/gmock.h>
#include <mutex>

#include "api/contract.hpp"
#include "api/server_fixture.hpp"

namespace headway::test {
namespace {

using testing::HasSubstr;
using testing::Not;

/// The receiving end of a stream, without a socket. Waits at most half a minute for anything.
class Listening {
  public:
    explicit Listening(const http::Response& response) {
        const auto* found = std::get_if<std::shared_ptr<http::EventStream>>(&response.body);
        if (found == nullptr) throw std::runtime_error("no stream: " + std::string(response.text()));
        stream_ = *found;
        stream_->attach([this] {
            const std::lock_guard lock(mutex_);
            news_ = true;
            wake_.notify_all();
        });
    }
    Listening(const Listening&) = delete;
    Listening& operator=(const Listening&) = delete;
    ~Listening() { leave(); }

    /// As a client that goes away.
    void leave() {
        stream_->attach(nullptr);
        stream_->close();
    }

    /// Everything up to and with the text, or what came before the stream ended.
    std::string read_to(std::string_view text) {
        while (unread_.find(text) == std::string::npos && !closed_) {
            std::unique_lock lock(mutex_);
            if (!wake_.wait_for(lock, std::chrono::seconds(30), [this] { return news_; }))
                return "nothing came";
            news_ = false;
            lock.unlock();
            take();
        }
        const std::size_t end = std::min(unread_.find(text), unread_.size());
        const std::string out = unread_.substr(0, std::min(end + text.size(), unread_.size()));
        unread_.erase(0, out.size());
        return out;
    }
    /// Everything until the end.
    std::string read_all() { return read_to(std::string_view("\0", 1)); }

    [[nodiscard]] bool is_open() const { return !stream_->closed(); }

  private:
    void take() {
        auto batch = stream_->take();
        unread_ += batch.bytes;
        closed_ = batch.closed;
    }
    std::shared_ptr<http::EventStream> stream_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool news_ = false;
    bool closed_ = false;
    std::string unread_;
};

/// The value of a field of the first event that has one.
std::string field(const std::string& events, const std::string& name) {
    const std::size_t at = events.find(name + ": ");
    if (at == std::string::npos) return {};
    const std::size_t from = at + name.size() + 2;
    return events.substr(from, events.find('\n', from) - from);
}

class EventsTest : public ApiTest {
  protected:
    /// A browser's session: its cookie with the mark against forged requests.
    http::Headers sign_in() {
        const auto reply = send(nullptr, Method::post, "/api/auth/login",
                                R"({"email":"carla@example.org","password":"correct horse battery"})");
        const std::string set(reply.header("Set-Cookie").value_or(""));
        return {{"Cookie", set.substr(0, set.find(';'))}, {"X-Headway-Request", "1"}};
    }
    void sign_up() {
        ASSERT_EQ(send(nullptr, Method::post, "/api/auth/register",
                       R"({"email":"carla@example.org","password":"correct horse battery"})")
                      .status,
                  201);
    }
    http::Response listen(const http::Headers& session) {
        return send(nullptr, Method::get, "/api/events", "", session);
    }
    std::string id_of(const http::Headers& session) {
        return text_at(ask(nullptr, Method::get, "/api/auth/session", "", session), "session.id");
    }
    void make_goal(const http::Headers& session) {
        ASSERT_EQ(send(nullptr, Method::post, "/api/goals", R"({"title":"x"})", session).status, 201);
    }
    /// The stream ends now and says why; nothing that happens after is told.
    void expect_end(Listening& stream, const char* why) {
        const std::string last = stream.read_all();
        EXPECT_THAT(last, HasSubstr("event: signed_out\n")) << why;
        EXPECT_FALSE(stream.is_open()) << why;
    }
    void expect_going_on(Listening& stream, const http::Headers& session, const char* why) {
        make_goal(session);
        EXPECT_THAT(stream.read_to("event: goal\n"), HasSubstr("event: goal\n")) << why;
        EXPECT_TRUE(stream.is_open()) << why;
    }
};

TEST_F(EventsTest, AreOfTheShapeThatTheContractGives) {
    Listening stream(send(&anna, Method::get, "/api/events"));
    send(&anna, Method::post, "/api/goals", R"({"title":"x"})");
    send(&anna, Method::post, "/api/my-data/exports");
    send(&anna, Method::patch, "/api/settings", R"({"language":"de"})", matching(anna, "/api/settings"));
    for (const char* type : {"goal", "run", "settings"}) {
        const std::string event =
            stream.read_to("event: " + std::string(type) + "\n") + stream.read_to("\n\n");
        const std::string last = event.substr(event.rfind("id: "));
        EXPECT_EQ(field(last, "event"), type);
        const auto data = boost::json::parse(field(last, "data"));
        EXPECT_THAT(Contract::shared().problems_of("Event", data), testing::IsEmpty()) << last;
        EXPECT_EQ(text_at(data, "type"), type);
        if (std::string(type) == "run") EXPECT_EQ(text_at(data, "run.kind"), "export");
    }
}

TEST_F(EventsTest, EndWithTheirSessionHoweverItEnds) {
    sign_up();
    const http::Headers here = sign_in();
    Listening mine(listen(here));
    {
        const http::Headers other = sign_in();
        Listening stream(listen(other));
        EXPECT_EQ(send(nullptr, Method::delete_, "/api/auth/sessions/" + id_of(other), "", here).status, 204);
        expect_end(stream, "revoked in the list");
    }
    {
        const http::Headers other = sign_in();
        Listening stream(listen(other));
        EXPECT_EQ(send(nullptr, Method::post, "/api/auth/logout", "", other).status, 204);
        expect_end(stream, "signed out");
    }
    {
        Listening stream(listen(sign_in()));
        EXPECT_EQ(send(nullptr, Method::delete_, "/api/auth/sessions", "", here).status, 200);
        expect_end(stream, "all others ended");
    }
    {
        Listening stream(listen(sign_in()));
        EXPECT_EQ(
            send(nullptr, Method::post, "/api/auth/password",
                 R"({"current_password":"correct horse battery","new_password":"five quiet herons"})", here)
                .status,
            204);
        expect_end(stream, "the password was changed");
    }
    expect_going_on(mine, here, "the session that did all this is in force");
    now_ = now_ + std::chrono::days(40);
    expect_end(mine, "not used for longer than a session lasts");
}

TEST_F(EventsTest, EndWithTheirAccessToken) {
    sign_up();
    const http::Headers here = sign_in();
    const auto made =
        ask(nullptr, Method::post, "/api/auth/access-tokens", R"({"name":"script"})", here, 201);
    const TestUser script{"", "", text_at(made, "secret")};
    Listening of_session(listen(here));
    Listening of_token(send(&script, Method::get, "/api/events"));
    EXPECT_EQ(send(nullptr, Method::delete_, "/api/auth/access-tokens/" + text_at(made, "token.id"), "", here)
                  .status,
              204);
    expect_end(of_token, "the token was revoked");
    expect_going_on(of_session, here, "the session was not");
}

TEST_F(EventsTest, EndWithTheAccount) {
    sign_up();
    const std::string carla =
        "/api/admin/users/" +
        text_at(ask(nullptr, Method::get, "/api/auth/session", "", sign_in()), "user.id");
    Listening disabled(listen(sign_in()));
    EXPECT_EQ(send(&admin, Method::patch, carla, R"({"disabled":true})", matching(admin, carla)).status, 200);
    expect_end(disabled, "disabled");
    EXPECT_EQ(send(&admin, Method::patch, carla, R"({"disabled":false})", matching(admin, carla)).status,
              200);

    const http::Headers again = sign_in();
    Listening erased(listen(again));
    EXPECT_EQ(send(nullptr, Method::post, "/api/my-data/erasures",
                   R"({"password":"correct horse battery","confirm":"erase"})", again)
                  .status,
              202);
    expect_end(erased, "erased");
    Listening of_ben(send(&ben, Method::get, "/api/events"));
    EXPECT_EQ(send(&admin, Method::delete_, "/api/admin/users/" + ben.id, "",
                   matching(admin, "/api/admin/users/" + ben.id))
                  .status,
              202);
    expect_end(of_ben, "erased by an admin, with a token");
}

/// Whose session ended between being let in and listening.
TEST_F(EventsTest, DoNotOpenForASessionThatHasJustEnded) {
    sign_up();
    const http::Headers here = sign_in();
    http::Caller caller;
    caller.user_id = anna.id;
    caller.session_id = id_of(here);  // none of anna's
    api::LiveEvents live(parts());
    http::Response response;
    response.body = live.open(caller, "").value();
    Listening stream(response);
    expect_end(stream, "not in force");
}

TEST_F(EventsTest, GoOnWhereTheClientWas) {
    Listening first(send(&anna, Method::get, "/api/events"));
    const std::string start = field(first.read_to("\n\n"), "id");
    EXPECT_NE(start, "") << "a stream begins with where it is, before anything happened";
    first.leave();
    send(&anna, Method::post, "/api/goals", R"({"title":"while away"})");

    Listening second(send(&anna, Method::get, "/api/events", "", {{"Last-Event-ID", start}}));
    const std::string resync = second.read_to("\n\n") + second.read_to("\n\n");
    EXPECT_THAT(resync, HasSubstr("event: resync\n")) << "whoever had nothing cannot know what was lost";
    const std::string here = field(resync, "id");
    second.leave();
    send(&anna, Method::post, "/api/goals", R"({"title":"while away again"})");

    Listening third(send(&anna, Method::get, "/api/events", "", {{"Last-Event-ID", here}}));
    const std::string goal = third.read_to("event: goal\n");
    EXPECT_THAT(goal, Not(HasSubstr("resync")));
    EXPECT_THAT(goal, HasSubstr("event: goal\n"));
}

TEST_F(EventsTest, SayWhenSomethingWasLost) {
    send(&anna, Method::post, "/api/goals", R"({"title":"one"})");
    Listening first(send(&anna, Method::get, "/api/events"));
    const std::string seen = field(first.read_to("\n\n"), "id");
    first.leave();
    send(&anna, Method::post, "/api/goals", R"({"title":"two"})");
    for (const std::string& lost : {ben.id, std::string("nonsense")}) {
        Listening stream(send(&anna, Method::get, "/api/events", "", {{"Last-Event-ID", lost}}));
        const std::string said = stream.read_to("event: resync\n") + stream.read_to("\n\n");
        EXPECT_THAT(said, HasSubstr("event: resync\n")) << lost;
        const auto data = boost::json::parse(field(said, "data"));
        EXPECT_THAT(Contract::shared().problems_of("Event", data), testing::IsEmpty());
    }
    Listening others(send(&ben, Method::get, "/api/events", "", {{"Last-Event-ID", seen}}));
    EXPECT_THAT(others.read_to("event: resync\n"), HasSubstr("resync")) << "an id of somebody else";
}

}  // namespace
}  // namespace headway::test
