// SPDX-License-Identifier: GPL-3.0-or-later
// Mail through a real server with TLS.
#include <gmock/gmock.h>

#include "api/server_fixture.hpp"
#include "base/id.hpp"
#include "flows/letter_rounds.hpp"
#include "store/credentials.hpp"
#include "store/identities.hpp"
#include "store/users.hpp"
#include "support/mail_sink.hpp"

namespace headway::test {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string registration =
    R"({"email":"carla@example.org","password":"correct horse battery","language":"de"})";

http::Headers cookie_of(const http::Response& response) {
    const std::string set(response.header("Set-Cookie").value_or(""));
    return {{"Cookie", set.substr(0, set.find(';'))}, {"X-Headway-Request", "1"}};
}

/// The secret of a letter's link.
std::string token_in(const std::string& text) {
    const std::size_t at = text.find('=', text.find("https://")) + 1;
    return text.substr(at, text.find_first_of("\r\n \"", at) - at);
}

class MailTest : public ApiTest {
  protected:
    void SetUp() override {
        sink_ = MailSink::start(tls());
        HEADWAY_NEEDS_MAIL_SINK(sink_);
        ApiTest::SetUp();
    }
    [[nodiscard]] virtual MailSink::Tls tls() const { return MailSink::Tls::starttls; }
    void configure(app::Configuration& c) override {
        c.smtp_url = sink_->url();
        c.smtp_user = MailSink::user;
        c.smtp_password = MailSink::password;
        c.smtp_ca = sink_->ca_file();
        c.mail_from = "headway@example.org";
        c.public_origin = "https://headway.example";
    }
    http::Response ask_for_reset(const std::string& email) {
        return send(nullptr, Method::post, "/api/auth/password-resets", R"({"email":")" + email + "\"}");
    }
    http::Response reset(const std::string& token, const std::string& password = "a new long password") {
        return send(nullptr, Method::put, "/api/auth/password-resets",
                    R"({"token":")" + token + R"(","new_password":")" + password + "\"}");
    }
    int login(const std::string& password) {
        return send(nullptr, Method::post, "/api/auth/login",
                    R"({"email":"carla@example.org","password":")" + password + "\"}")
            .status;
    }
    /// Wants letters, and their address is proved.
    void make_reader(const TestUser& user, const std::string& zone) {
        const auto done = parts().database.write([&](sql::Connection& c) -> Result<void> {
            auto found = store::find_user(c, user.id);
            (*found)->email_verified_at = now_;
            (*found)->email_notifications = true;
            (*found)->time_zone = zone;
            const auto changed = store::change_user(c, **found);
            if (!changed) return std::unexpected(changed.error());
            return {};
        });
        ASSERT_TRUE(done);
    }
    /// Why their only mail failed, once it has.
    std::string reason_of_first(const TestUser& user) {
        const auto runs = ask(&user, Method::get, "/api/runs?kind=send_mail");
        const std::string id =
            text_at(runs, "items." + std::to_string(runs.at("items").as_array().size() - 1) + ".id");
        const auto ended = parts().waiter.wait(user.id, id, std::chrono::seconds(60));
        EXPECT_TRUE(ended && *ended);
        return ended && *ended ? (*ended)->reason.value_or("") : "";
    }
    std::size_t queued(const TestUser& user) {
        return ask(&user, Method::get, "/api/runs?kind=send_mail&state=queued").at("items").as_array().size();
    }
    std::int64_t rounds() {
        const auto queued = flows::queue_due_letters(parts().database, parts().clock);
        EXPECT_TRUE(queued) << queued.error().message();
        return queued.value_or(-1);
    }

    std::unique_ptr<MailSink> sink_;
};

TEST_F(MailTest, ANewAddressIsProvedByItsOwnerOnly) {
    EXPECT_EQ(text_at(ask(nullptr, Method::get, "/api/about"), "sends_mail"), "true");
    const auto carla = cookie_of(send(nullptr, Method::post, "/api/auth/register", registration));
    const SunkMail mail = sink_->next();
    EXPECT_TRUE(mail.encrypted);
    EXPECT_EQ(mail.from, "headway@example.org");
    EXPECT_EQ(mail.to, "carla@example.org");
    EXPECT_THAT(mail.headers, HasSubstr("=?UTF-8?B?")) << "German: an umlaut";
    EXPECT_THAT(mail.text, HasSubstr("https://headway.example/settings?verify="));
    EXPECT_THAT(mail.html, HasSubstr("<a href=\"https://headway.example/settings?verify="));
    const std::string body = R"({"token":")" + token_in(mail.text) + "\"}";
    EXPECT_EQ(send(&ben, Method::put, "/api/auth/verifications", body).status, 400) << "somebody else";
    EXPECT_EQ(send(nullptr, Method::put, "/api/auth/verifications", body).status, 401);
    EXPECT_EQ(text_at(ask(nullptr, Method::get, "/api/auth/ways", "", carla), "email_verified"), "false");
    EXPECT_EQ(send(nullptr, Method::put, "/api/auth/verifications", body, carla).status, 204);
    EXPECT_EQ(text_at(ask(nullptr, Method::get, "/api/auth/ways", "", carla), "email_verified"), "true");
    EXPECT_EQ(send(nullptr, Method::put, "/api/auth/verifications", body, carla).status, 400)
        << "it serves once";
}

TEST_F(MailTest, AForgottenPasswordIsReplacedByTheLinkOnce) {
    const auto carla = cookie_of(send(nullptr, Method::post, "/api/auth/register", registration));
    const std::string verification = token_in(sink_->next().text);
    EXPECT_EQ(ask_for_reset("Carla@Example.org").status, 202);
    const std::string first = token_in(sink_->next().text);
    EXPECT_EQ(ask_for_reset("carla@example.org").status, 202);
    const std::string second = token_in(sink_->next().text);
    EXPECT_EQ(reset(first).status, 400) << "asked for anew, the first serves no longer";
    EXPECT_EQ(reset(verification).status, 400) << "it proves something else";
    EXPECT_EQ(reset(second, "short").status, 400);
    EXPECT_EQ(login("correct horse battery"), 200) << "nothing has happened yet";
    EXPECT_EQ(reset(second).status, 204);
    EXPECT_EQ(reset(second).status, 400);
    EXPECT_EQ(login("correct horse battery"), 401);
    EXPECT_EQ(login("a new long password"), 200);
    EXPECT_EQ(send(nullptr, Method::get, "/api/goals", "", carla).status, 401) << "its sessions have ended";
}

TEST_F(MailTest, ALinkEnds) {
    ASSERT_EQ(send(nullptr, Method::post, "/api/auth/register", registration).status, 201);
    static_cast<void>(sink_->next());
    EXPECT_EQ(ask_for_reset("carla@example.org").status, 202);
    const std::string token = token_in(sink_->next().text);
    now_ = now_ + std::chrono::minutes(61);
    EXPECT_EQ(reset(token).status, 400);
}

TEST_F(MailTest, NobodyLearnsWhoHasAnAccount) {
    const auto known = ask_for_reset("anna@example.org");
    const auto unknown = ask_for_reset("nobody@example.org");
    EXPECT_EQ(known.status, 202);
    EXPECT_EQ(unknown.status, 202);
    EXPECT_EQ(known.text(), unknown.text());
    EXPECT_EQ(sink_->next().to, "anna@example.org");
    for (int i = 0; i < 4; ++i)
        EXPECT_EQ(ask_for_reset("ben@example.org").status, 202) << "also when none is sent";
    const auto runs = ask(&ben, Method::get, "/api/runs?kind=send_mail");
    EXPECT_EQ(runs.at("items").as_array().size(), 3U);
    for (int i = 0; i < 3; ++i) {
        const auto mail = sink_->next();
        EXPECT_EQ(mail.to, "ben@example.org");
        const auto after = ask(&ben, Method::get, "/api/runs?kind=send_mail");
        EXPECT_THAT(boost::json::serialize(after), Not(HasSubstr(token_in(mail.text))));
    }
}

TEST_F(MailTest, WhoeverHasTheMailHasTheAccountAlone) {
    EXPECT_EQ(ask_for_reset("anna@example.org").status, 202);
    EXPECT_EQ(send(&anna, Method::get, "/api/goals").status, 200);
    EXPECT_EQ(reset(token_in(sink_->next().text)).status, 204);
    EXPECT_EQ(send(&anna, Method::get, "/api/goals").status, 401) << "access tokens have ended too";
}

/// Registered by one, claimed by another who owns the mailbox.
TEST_F(MailTest, WhoeverRegisteredTheAddressFirstKeepsNothing) {
    const auto first = cookie_of(send(nullptr, Method::post, "/api/auth/register", registration));
    static_cast<void>(sink_->next());
    const std::string feed = text_at(ask(nullptr, Method::post, "/api/calendar-feed", "", first, 201), "url");
    const std::string calendar = feed.substr(feed.find("/calendar/"));
    EXPECT_EQ(send(nullptr, Method::get, calendar).status, 200);
    auto changing = first;
    changing.emplace_back("If-Match", "*");
    ask(nullptr, Method::put, "/api/settings/model",
        R"({"base_url":"https://models.example/v1","model":"m","key":"sk-0123456789abcdef"})", changing);
    ask(nullptr, Method::put, "/api/settings/model/reading", R"({"on":true})", changing);
    const auto found = parts().database.read(
        [](sql::Connection& c) { return store::find_user_by_email(c, "carla@example.org"); });
    ASSERT_TRUE(found && *found);
    const std::string id = (*found)->id;
    // Connected by the first, then the address is proved, then by its owner.
    const auto connect = [&](const std::string& subject) {
        const store::Identity made{make_uuid(), "https://issuer.example", subject, subject, now_, now_};
        const auto done =
            parts().database.write([&](sql::Connection& c) { return store::add_identity(c, id, made); });
        EXPECT_TRUE(done);
    };
    connect("first@mail.example");
    now_ = now_ + std::chrono::minutes(1);
    const auto proved = parts().database.write([&](sql::Connection& c) -> Result<void> {
        auto user = store::find_user(c, id);
        (*user)->email_verified_at = now_;
        if (auto ok = store::change_user(c, **user); !ok) return std::unexpected(ok.error());
        return {};
    });
    ASSERT_TRUE(proved);
    connect("owner@mail.example");
    EXPECT_EQ(ask_for_reset("carla@example.org").status, 202);
    EXPECT_EQ(reset(token_in(sink_->next().text)).status, 204);
    EXPECT_EQ(send(nullptr, Method::get, calendar).status, 404);
    const auto owner = cookie_of(send(nullptr, Method::post, "/api/auth/login",
                                      R"({"email":"carla@example.org","password":"a new long password"})"));
    EXPECT_EQ(text_at(ask(nullptr, Method::get, "/api/settings/model", "", owner), "source"), "none");
    EXPECT_EQ(text_at(ask(nullptr, Method::get, "/api/settings/model", "", owner), "reads_documents"),
              "false");
    const auto ways = ask(nullptr, Method::get, "/api/auth/ways", "", owner);
    ASSERT_EQ(ways.at("identities").as_array().size(), 1U);
    EXPECT_EQ(text_at(ways, "identities.0.email"), "owner@mail.example");
}

TEST_F(MailTest, AMailThatDoesNotGoOutIsTriedAgain) {
    sink_->refuse(450);
    EXPECT_EQ(ask_for_reset("anna@example.org").status, 202);
    EXPECT_THAT(reason_of_first(anna), HasSubstr("It is tried again"));
    EXPECT_EQ(queued(anna), 1U);
    sink_->take();
    now_ = now_ + std::chrono::minutes(2);
    EXPECT_EQ(sink_->next().to, "anna@example.org");
}

TEST_F(MailTest, AReceiverThatIsRefusedForGoodIsNot) {
    sink_->refuse(550);
    EXPECT_EQ(ask_for_reset("anna@example.org").status, 202);
    EXPECT_THAT(reason_of_first(anna), HasSubstr("refuses with 550"));
    EXPECT_EQ(queued(anna), 0U);
}

TEST_F(MailTest, RemindersAndDigestsComeOnceADayInTheMorningOfTheirReader) {
    make_reader(anna, "Europe/Vienna");
    // A Tuesday, 06:59 in Vienna.
    now_ = *parse_timestamp("2026-11-24T05:59:00Z");
    ask(&anna, Method::post, "/api/tasks",
        R"({"title":"Ring <Ada>","start_on":"2026-11-23","end_on":"2026-11-24"})", {}, 201);
    ask(&anna, Method::post, "/api/tasks",
        R"({"title":"Later","start_on":"2026-11-24","end_on":"2026-11-26"})", {}, 201);
    rounds();  // for the Monday that it still is; a digest
    const SunkMail digest = sink_->next();
    EXPECT_THAT(digest.text, HasSubstr("Ring <Ada>"));
    EXPECT_THAT(digest.text, HasSubstr("Later"));
    EXPECT_EQ(rounds(), 0);
    now_ = now_ + std::chrono::minutes(1);
    EXPECT_EQ(rounds(), 1);
    const SunkMail reminder = sink_->next();
    EXPECT_THAT(reminder.headers, HasSubstr("Subject: 1 task is due"));
    EXPECT_THAT(reminder.text, HasSubstr("Ring <Ada>"));
    EXPECT_THAT(reminder.text, Not(HasSubstr("Later")));
    EXPECT_THAT(reminder.html, HasSubstr("Ring &lt;Ada&gt;"));
    EXPECT_EQ(rounds(), 0) << "once a day";
}

TEST_F(MailTest, OneClickStopsThem) {
    make_reader(anna, "UTC");
    now_ = *parse_timestamp("2026-11-24T09:00:00Z");
    ask(&anna, Method::post, "/api/tasks",
        R"({"title":"Ring Ada","start_on":"2026-11-23","end_on":"2026-11-24"})", {}, 201);
    EXPECT_EQ(rounds(), 1);
    const SunkMail mail = sink_->next();
    const std::string head = "List-Unsubscribe: <https://headway.example";
    EXPECT_THAT(mail.headers, HasSubstr("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
    const std::size_t at = mail.headers.find(head) + head.size();
    const std::string target = mail.headers.substr(at, mail.headers.find('>', at) - at);
    const auto page = send(nullptr, Method::get, target);
    EXPECT_EQ(page.status, 303) << "looking at it stops nothing";
    EXPECT_EQ(text_at(ask(&anna, Method::get, "/api/settings"), "email_notifications"), "true");
    const http::Headers form = {{"Content-Type", "application/x-www-form-urlencoded"}};
    EXPECT_EQ(send(nullptr, Method::post, target + "x", "List-Unsubscribe=One-Click", form).status, 400);
    EXPECT_EQ(send(nullptr, Method::post, target, "List-Unsubscribe=One-Click", form).status, 204);
    EXPECT_EQ(text_at(ask(&anna, Method::get, "/api/settings"), "email_notifications"), "false");
    now_ = now_ + std::chrono::days(1);
    EXPECT_EQ(rounds(), 0);
}

TEST_F(MailTest, NobodyIsWrittenToUnasked) {
    now_ = *parse_timestamp("2026-11-23T09:00:00Z");  // a Monday
    EXPECT_EQ(rounds(), 0) << "nobody wants mail";
    make_reader(anna, "UTC");
    const std::string path = "/api/admin/users/" + anna.id;
    ask(&admin, Method::patch, path, R"({"disabled":true})", matching(admin, path));
    EXPECT_EQ(rounds(), 0);
}

TEST_F(MailTest, TheHealthPageSaysWhetherItWorks) {
    const auto state = [&] {
        for (const auto& check : ask(&admin, Method::get, "/api/admin/health").at("checks").as_array()) {
            if (check.at("name").as_string() == "mail") return boost::json::serialize(check);
        }
        return std::string("not looked at");
    };
    EXPECT_THAT(state(), HasSubstr("\"status\":\"ok\""));
    sink_.reset();
    EXPECT_THAT(state(), HasSubstr("\"status\":\"warning\""));
}

/// TLS from the first byte.
class MailOverTlsTest : public MailTest {
    [[nodiscard]] MailSink::Tls tls() const override { return MailSink::Tls::from_the_start; }
};

TEST_F(MailOverTlsTest, TakesMailToo) {
    EXPECT_EQ(ask_for_reset("anna@example.org").status, 202);
    EXPECT_TRUE(sink_->next().encrypted);
}

/// A certificate that nobody vouches for, or a wrong password.
TEST_F(MailOverTlsTest, IsNotTrustedBlindly) {
    net::MailServer server;
    server.url = sink_->url();
    server.user = MailSink::user;
    server.password = MailSink::password;
    const std::string message = "Subject: x\r\n\r\nx\r\n";
    const auto untrusted = net::hand_over(server, "a@b.example", "c@d.example", message);
    ASSERT_FALSE(untrusted);
    EXPECT_THAT(untrusted.error().what, HasSubstr("certificate"));
    server.ca_file = sink_->ca_file();
    EXPECT_TRUE(net::hand_over(server, "a@b.example", "c@d.example", message));
    server.password = "wrong";
    const auto wrong = net::hand_over(server, "a@b.example", "c@d.example", message);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, ErrorCode::unauthenticated);
    EXPECT_THAT(wrong.error().message(), Not(HasSubstr("wrong")));
    EXPECT_FALSE(net::hand_over(server, "a@b.example", "c@d.example>\r\nRCPT TO:<e@evil.example", message));
}

TEST_F(ApiTest, WithoutAMailServerNothingIsPromised) {
    EXPECT_EQ(text_at(ask(nullptr, Method::get, "/api/about"), "sends_mail"), "false");
    EXPECT_EQ(
        send(nullptr, Method::post, "/api/auth/password-resets", R"({"email":"anna@example.org"})").status,
        404);
    EXPECT_EQ(send(&anna, Method::post, "/api/auth/verifications").status, 404);
    const auto runs = ask(&anna, Method::get, "/api/runs?kind=send_mail");
    EXPECT_TRUE(runs.at("items").as_array().empty());
}

}  // namespace
}  // namespace headway::test
