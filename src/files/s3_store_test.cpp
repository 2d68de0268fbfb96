// SPDX-License-Identifier: GPL-3.0-or-later
// Against a real S3 server, OpenStack Swift's, and where that never errs, against one that does.
#include "files/s3_store.hpp"

#include <gmock/gmock.h>

#include "base/digest.hpp"
#include "base/id.hpp"
#include "support/loopback_server.hpp"
#include "support/raw_client.hpp"
#include "support/swift.hpp"

namespace headway::files {
namespace {

using test::Asked;
using test::LoopbackServer;
using test::Swift;
using test::Wire;
using testing::HasSubstr;
using testing::Not;

std::unique_ptr<S3Store> store_of(S3Settings settings) {
    auto opened = S3Store::open(std::move(settings));
    EXPECT_TRUE(opened) << opened.error().message();
    return std::move(*opened);
}

/// As a browser would ask.
net::Response fetch(const std::string& url) {
    net::Settings settings;
    settings.allow_private_addresses = true;
    const auto got = net::Client(settings).send({url, {}, {}});
    EXPECT_TRUE(got) << got.error().message();
    return got ? *got : net::Response();
}

class S3StoreTest : public testing::Test {
  protected:
    void SetUp() override {
        HEADWAY_NEEDS_SWIFT();
        settings_ = Swift::shared()->settings("tests/" + make_uuid() + "/");
        store_ = store_of(settings_);
    }
    /// What the store says of an upload, when it is reached with these settings.
    static std::string trouble(S3Settings settings) {
        const auto store = store_of(std::move(settings));
        const auto put = store->put("u1/r1", "x", "text/plain");
        EXPECT_FALSE(put);
        const auto checked = store->check();
        EXPECT_FALSE(checked);
        if (put || checked) return "it worked";
        EXPECT_EQ(put.error().code, ErrorCode::unavailable);
        EXPECT_FALSE(put.error().fix.empty());
        EXPECT_EQ(put.error().what, checked.error().what);
        return put.error().message();
    }
    S3Settings settings_;
    std::unique_ptr<S3Store> store_;
};

TEST_F(S3StoreTest, GivesBackWhatWasPut) {
    const std::string bytes("a\0b\xFF\n", 5);
    ASSERT_TRUE(store_->put("u1/r1", bytes, "application/pdf"));
    EXPECT_EQ(store_->get("u1/r1").value(), bytes);
    ASSERT_TRUE(store_->put("u1/r1", "new", "text/plain"));
    EXPECT_EQ(store_->get("u1/r1").value(), "new");
    ASSERT_TRUE(store_->put("u1/empty", "", "text/plain"));
    EXPECT_EQ(store_->get("u1/empty").value(), "");
    EXPECT_EQ(store_->get("u1/never").error().code, ErrorCode::not_found);
}

TEST_F(S3StoreTest, GivesPartsAndSizes) {
    ASSERT_TRUE(store_->put("r1", "0123456789", "text/plain"));
    EXPECT_EQ(store_->get_part("r1", 2, 3).value(), "234");
    EXPECT_EQ(store_->get_part("r1", 8, 100).value(), "89");
    EXPECT_EQ(store_->get_part("r1", 10, 1).value(), "");
    EXPECT_EQ(store_->get_part("r1", 3, 0).value(), "");
    EXPECT_EQ(store_->get_part("r2", 0, 1).error().code, ErrorCode::not_found);
    EXPECT_EQ(store_->find("r1").value()->size, 10U);
    EXPECT_EQ(store_->find("r2").value(), std::nullopt);
}

TEST_F(S3StoreTest, RemovingTakesTheBytesAway) {
    ASSERT_TRUE(store_->put("u1/r1", "x", "text/plain"));
    ASSERT_TRUE(store_->remove("u1/r1"));
    EXPECT_EQ(store_->get("u1/r1").error().code, ErrorCode::not_found);
    EXPECT_TRUE(store_->remove("u1/r1")) << "a second time is no error";
}

TEST_F(S3StoreTest, LargeFilesGoUpInParts) {
    settings_.part_bytes = std::size_t{5} << 20U;
    store_ = store_of(settings_);
    std::string bytes(std::size_t{12} << 20U, '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 2654435761U >> 13U);
    ASSERT_TRUE(store_->put("u1/big", bytes, "application/zip"));
    EXPECT_EQ(store_->find("u1/big").value()->size, bytes.size());
    EXPECT_TRUE(store_->get("u1/big").value() == bytes);
    EXPECT_TRUE(store_->get_part("u1/big", (std::size_t{5} << 20U) - 3, 6).value() ==
                bytes.substr((std::size_t{5} << 20U) - 3, 6))
        << "across two parts";
    ASSERT_TRUE(store_->remove("u1/big"));
    EXPECT_EQ(store_->find("u1/big").value(), std::nullopt);
}

TEST_F(S3StoreTest, RemovingTakesAlsoAnUploadThatAKilledProgramHadBegun) {
    const auto client = S3Client::make(settings_).value();
    const auto begin = [&](const std::string& key) {
        ASSERT_TRUE(client.send({"POST", key, {{"uploads", ""}}})) << key;
    };
    begin("anna/cv");
    begin("anna/cv2");
    ASSERT_TRUE(store_->remove("anna/cv"));
    const auto left = client.send({"GET", "", {{"uploads", ""}, {"prefix", settings_.prefix}}});
    ASSERT_TRUE(left) << left.error().message();
    EXPECT_THAT(left->body, Not(HasSubstr("anna/cv</Key>")));
    EXPECT_THAT(left->body, HasSubstr("anna/cv2</Key>"));
    ASSERT_TRUE(store_->remove("anna/cv2"));
}

TEST_F(S3StoreTest, MakesAddressesThatExpireAndCannotBeAltered) {
    ASSERT_TRUE(store_->put("u1/r1", "secret text", "application/pdf"));
    ASSERT_TRUE(store_->put("u2/r1", "of another", "application/pdf"));
    const std::string url =
        store_->download_url("u1/r1", "attachment; filename=\"R\xC3\xA9sum\xC3\xA9 1.pdf\"", 3600).value();
    const auto good = fetch(url);
    EXPECT_EQ(good.status, 200) << good.body;
    EXPECT_EQ(good.body, "secret text");
    EXPECT_EQ(good.header("content-disposition"), "attachment; filename=\"R\xC3\xA9sum\xC3\xA9 1.pdf\"");
    EXPECT_EQ(good.header("content-type"), "application/pdf");
    EXPECT_THAT(url, Not(HasSubstr("testing"))) << "the secret is in the address";

    const auto altered = [&](const std::string& what, const std::string& with) {
        std::string out = url;
        const std::size_t at = out.find(what);
        EXPECT_NE(at, std::string::npos) << what;
        return fetch(out.replace(at, what.size(), with)).status;
    };
    EXPECT_EQ(altered("u1/r1", "u2/r1"), 403);
    EXPECT_EQ(altered("X-Amz-Expires=3600", "X-Amz-Expires=36000"), 403);
    EXPECT_EQ(altered("attachment", "inline"), 403);
    EXPECT_GE(fetch(url.substr(0, url.find('?'))).status, 400) << "without a signature";
    EXPECT_EQ(fetch(url.substr(0, url.size() - 1) + (url.back() == '0' ? "1" : "0")).status, 403);

    S3Settings an_hour_ago = settings_;
    an_hour_ago.clock = [] { return system_now() - std::chrono::hours(1); };
    const auto past = store_of(an_hour_ago);
    EXPECT_EQ(fetch(past->download_url("u1/r1", "attachment", 3500).value()).status, 403) << "expired";
    EXPECT_EQ(fetch(past->download_url("u1/r1", "attachment", 3700).value()).status, 200);
}

TEST_F(S3StoreTest, SaysWhatIsWrongWithItsSettings) {
    S3Settings wrong = settings_;
    wrong.secret_key = "not-the-secret";
    const std::string refused = trouble(wrong);
    EXPECT_THAT(refused, HasSubstr("does not take the secret key"));
    EXPECT_THAT(refused, Not(HasSubstr("not-the-secret")));
    wrong = settings_;
    wrong.access_key = "test:nobody";
    EXPECT_THAT(trouble(wrong), HasSubstr("s3-access-key"));
    wrong = settings_;
    wrong.bucket = "never-made";
    EXPECT_THAT(trouble(wrong), HasSubstr("there is no bucket never-made"));
    wrong = settings_;
    wrong.region = "eu-north-7";
    EXPECT_THAT(trouble(wrong), HasSubstr("s3-region"));
    wrong = settings_;
    wrong.clock = [] { return system_now() - std::chrono::hours(2); };
    EXPECT_THAT(trouble(wrong), HasSubstr("clock"));
    wrong = settings_;
    wrong.endpoint = "http://127.0.0.1:9";
    EXPECT_THAT(trouble(wrong), HasSubstr("s3-endpoint"));
}

TEST_F(S3StoreTest, TheCheckLeavesNothing) {
    ASSERT_TRUE(store_->check());
    const auto client = S3Client::make(settings_).value();
    const auto listed = client.send({"GET", "", {{"prefix", settings_.prefix}}});
    ASSERT_TRUE(listed) << listed.error().message();
    EXPECT_THAT(listed->body, Not(HasSubstr("<Key>")));
}

TEST_F(S3StoreTest, KeysCannotLeaveThePrefix) {
    for (const char* key : {"../x", "/etc/x", "a/../../x", "a//b", "", "a/", "x?acl"}) {
        EXPECT_FALSE(store_->put(key, "x", "text/plain")) << key;
        EXPECT_FALSE(store_->get(key)) << key;
        EXPECT_FALSE(store_->remove(key)) << key;
        EXPECT_FALSE(store_->download_url(key, "attachment", 60)) << key;
    }
}

/// A way to the server on which bits are flipped.
class OverABadWay : public S3StoreTest {
  protected:
    void SetUp() override {
        S3StoreTest::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        bytes_.resize((std::size_t{2} << 20U) + 5);
        for (std::size_t i = 0; i < bytes_.size(); ++i) bytes_[i] = static_cast<char>(i * 2654435761U >> 13U);
        in_parts_ = bytes_ + bytes_ + bytes_;
        ASSERT_TRUE(store_->put("u1/r1", bytes_, "application/pdf"));
        S3Settings over_the_way = settings_;
        over_the_way.endpoint = way_.origin();
        over_the_way.part_bytes = std::size_t{5} << 20U;
        bad_ = store_of(over_the_way);
    }
    /// What a request is answered with, as the server sent it.
    std::string passed_on(const std::string& request) {
        const std::string origin = Swift::shared()->origin();
        test::RawClient server(static_cast<std::uint16_t>(std::stoi(origin.substr(origin.rfind(':') + 1))));
        server.send(request);
        return server.read_all();
    }
    static void flip(std::string& bytes, std::size_t at) { bytes[at] = static_cast<char>(bytes[at] ^ 1); }

    /// How many more requests with this beginning, or answers to such, arrive altered.
    std::string begins_ = "GET";
    std::atomic<int> requests_{0};
    std::atomic<int> answers_{0};
    std::string bytes_;
    std::string in_parts_;  ///< So large that it goes up in parts.
    LoopbackServer way_{[this](const Asked& a, const Wire& w) {
        const bool meant = a.head.starts_with(begins_);
        std::string body = a.body;
        if (meant && !body.empty() && requests_ > 0 && requests_-- > 0) flip(body, body.size() / 2);
        std::string answer = passed_on(a.head + "\r\nConnection: close\r\n\r\n" + body);
        if (meant && answers_ > 0 && answers_-- > 0) flip(answer, answer.size() - 2);
        w.send(answer);
    }};
    std::unique_ptr<S3Store> bad_;
};

TEST_F(OverABadWay, WhatComesBackAlteredIsAskedForAgain) {
    answers_ = 1;
    EXPECT_TRUE(bad_->get("u1/r1").value() == bytes_);
    answers_ = 1;
    EXPECT_TRUE(bad_->get_part("u1/r1", bytes_.size() - 3, 3).value() == bytes_.substr(bytes_.size() - 3));
    EXPECT_EQ(answers_, 0);
}

TEST_F(OverABadWay, WhatStaysAlteredIsRefused) {
    answers_ = 1000;
    for (const auto& got : {bad_->get("u1/r1"), bad_->get_part("u1/r1", bytes_.size() - 3, 3),
                            bad_->get_part("u1/r1", (std::size_t{2} << 20U) - 1, 2)}) {
        ASSERT_FALSE(got);
        EXPECT_EQ(got.error().code, ErrorCode::unavailable);
        EXPECT_THAT(got.error().message(), HasSubstr("came back altered"));
    }
}

TEST_F(OverABadWay, WhatArrivesAlteredIsSentAgain) {
    begins_ = "PUT";
    for (const std::string& content : {std::string("a small file"), in_parts_}) {
        requests_ = 1;
        const auto put = bad_->put("u1/r2", content, "text/plain");
        ASSERT_TRUE(put) << put.error().message();
        EXPECT_EQ(requests_, 0);
        EXPECT_TRUE(store_->get("u1/r2").value() == content);
    }
}

TEST_F(OverABadWay, WhatKeepsArrivingAlteredIsNeverStored) {
    begins_ = "PUT";
    requests_ = 1000;
    for (const std::string& content : {std::string("a small file"), in_parts_}) {
        const auto put = bad_->put("u1/r3", content, "text/plain");
        ASSERT_FALSE(put);
        EXPECT_EQ(put.error().code, ErrorCode::unavailable);
        EXPECT_THAT(put.error().message(), HasSubstr("arrived altered"));
        EXPECT_EQ(store_->find("u1/r3").value(), std::nullopt);
    }
}

/// The list of the parts, at the end of an upload.
TEST_F(OverABadWay, PartsAreNotPutTogetherWrongly) {
    begins_ = "POST /" + settings_.bucket + "/" + settings_.prefix + "u1/r4?uploadId";
    ASSERT_TRUE(bad_->put("u1/r5", in_parts_, "text/plain")) << "it can be done";
    requests_ = 1;
    EXPECT_FALSE(bad_->put("u1/r4", in_parts_, "text/plain"));
    EXPECT_EQ(requests_, 0);
    EXPECT_EQ(store_->find("u1/r4").value(), std::nullopt);
}

S3Settings at(const LoopbackServer& server) {
    S3Settings out;
    out.endpoint = server.origin();
    out.bucket = "bucket";
    out.access_key = "key";
    out.secret_key = "hidden";
    return out;
}

TEST(S3Client, TriesAgainWhatMayPass) {
    std::atomic<int> left{2};
    const LoopbackServer server([&](const Asked&, const Wire& w) {
        if (left-- > 0) return w.reply(503, "<Error><Code>SlowDown</Code></Error>");
        w.reply(200, "at last");
    });
    EXPECT_EQ(store_of(at(server))->get("a").value(), "at last");
    EXPECT_EQ(server.asked().size(), 3U);
    const LoopbackServer broken([&](const Asked&, const Wire& w) { w.reply(500, "no XML <"); });
    EXPECT_THAT(store_of(at(broken))->get("a").error().message(), HasSubstr("fails with 500"));
    EXPECT_EQ(broken.asked().size(), 3U) << "and then gives up";
    const LoopbackServer strict(
        [&](const Asked&, const Wire& w) { w.reply(400, "<Error><Code>Whatever</Code></Error>"); });
    EXPECT_THAT(store_of(at(strict))->get("a").error().message(), HasSubstr("400 Whatever"));
    EXPECT_EQ(strict.asked().size(), 1U);
}

TEST(S3Client, LeavesASilentServerBeforeARequestIsOver) {
    const LoopbackServer server([](const Asked&, const Wire& w) { w.wait_for_end(); });
    const auto began = std::chrono::steady_clock::now();
    EXPECT_EQ(store_of(at(server))->get("a").error().code, ErrorCode::unavailable);
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(15));
}

TEST(S3Client, ASecretGoesToNoOtherHost) {
    const LoopbackServer elsewhere([](const Asked&, const Wire& w) { w.reply(200, "mine"); });
    const LoopbackServer server([&](const Asked&, const Wire& w) {
        w.reply(307, "", "Location: " + elsewhere.origin() + "/bucket/a\r\n");
    });
    EXPECT_THAT(store_of(at(server))->get("a").error().message(), HasSubstr("elsewhere"));
    EXPECT_TRUE(elsewhere.asked().empty());
    EXPECT_THAT(server.asked()[0].head, Not(HasSubstr("hidden")));
}

TEST(S3Client, AFileThatCameBackAlteredIsRefused) {
    const LoopbackServer server([](const Asked&, const Wire& w) {
        w.reply(200, "altered", "x-amz-meta-sha256: " + to_hex(sha256("original")) + "\r\n");
    });
    EXPECT_THAT(store_of(at(server))->get("a").error().message(), HasSubstr("altered"));
    EXPECT_EQ(server.asked().size(), 2U) << "it may have been the way";
}

TEST(S3Client, AnErrorAtTheEndOfAnUploadInPartsIsNoSuccess) {
    const LoopbackServer server([](const Asked& a, const Wire& w) {
        if (a.head.starts_with("HEAD")) return w.reply(404, "");
        if (a.target().ends_with("uploads=")) return w.reply(200, "<R><UploadId>u&amp;1</UploadId></R>");
        if (a.head.starts_with("POST")) return w.reply(200, "<Error><Code>InternalError</Code></Error>");
        w.reply(200, "", "ETag: \"abc\"\r\n");
    });
    S3Settings settings = at(server);
    settings.part_bytes = 4;
    const auto put = store_of(settings)->put("a", "123456", "text/plain");
    ASSERT_FALSE(put);
    EXPECT_EQ(put.error().code, ErrorCode::unavailable);
    const auto asked = server.asked();
    EXPECT_THAT(asked[1].target(), "/bucket/a?partNumber=1&uploadId=u%261");
    EXPECT_EQ(asked[2].body, "56");
    EXPECT_THAT(asked.back().head, testing::StartsWith("DELETE /bucket/a?uploadId=")) << "it is given up";
}

TEST(S3Client, AsksTheBucketsOwnHostWhenToldSo) {
    S3Settings settings;
    settings.region = "eu-central-1";
    settings.bucket = "resumes";
    settings.access_key = "key";
    settings.secret_key = "secret";
    settings.path_style = false;
    settings.prefix = "p/";
    EXPECT_THAT(S3Client::make(settings)->presigned("a/b", {}, 60),
                testing::StartsWith("https://resumes.s3.eu-central-1.amazonaws.com/p/a/b?X-Amz-"));
    settings.path_style = true;
    settings.endpoint = "https://s3.example.org:443/";
    EXPECT_THAT(S3Client::make(settings)->presigned("a/b", {}, 60),
                testing::StartsWith("https://s3.example.org/resumes/p/a/b?X-Amz-"));
}

TEST(S3Client, RefusesSettingsThatCannotBe) {
    S3Settings good;
    good.bucket = "resumes";
    good.access_key = "key";
    good.secret_key = "secret";
    ASSERT_TRUE(S3Client::make(good));
    const auto refused = [&](auto change) {
        S3Settings s = good;
        change(s);
        const auto made = S3Client::make(s);
        return made ? std::string("taken") : made.error().where;
    };
    EXPECT_EQ(refused([](auto& s) { s.endpoint = "ftp://x"; }), "s3-endpoint");
    EXPECT_EQ(refused([](auto& s) { s.endpoint = "http://x/path"; }), "s3-endpoint");
    EXPECT_EQ(refused([](auto& s) { s.bucket = "a/b"; }), "s3-bucket");
    EXPECT_EQ(refused([](auto& s) { s.prefix = "../"; }), "s3-prefix");
    EXPECT_EQ(refused([](auto& s) { s.region = "a\nb"; }), "s3-region");
    EXPECT_EQ(refused([](auto& s) { s.access_key.clear(); }), "s3-access-key");
    EXPECT_EQ(refused([](auto& s) { s.secret_key.clear(); }), "s3-secret-key");
}

}  // namespace
}  // namespace headway::files
