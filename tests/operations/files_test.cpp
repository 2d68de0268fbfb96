// SPDX-License-Identifier: GPL-3.0-or-later
// Uploaded files in a bucket of a real S3 server: the program as it is run.
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <thread>

#include "base/id.hpp"
#include "files/s3_store.hpp"
#include "net/client.hpp"
#include "sql/database.hpp"
#include "support/api_client.hpp"
#include "support/program.hpp"
#include "support/server_process.hpp"
#include "support/swift.hpp"
#include "support/temp_folder.hpp"

namespace headway::test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* content = "Anna Example\nExperience\n2019 - 2024 Accountant, Harbour Ltd: SAP, Excel\n";

class FilesInABucket : public testing::Test {
  protected:
    void SetUp() override {
        HEADWAY_NEEDS_SWIFT();
        prefix_ = "program/" + make_uuid() + "/";
        settings_ = Swift::shared()->settings(prefix_);
        bucket_ = files::S3Store::open(settings_).value();
    }
    std::vector<std::string> arguments(std::vector<std::string> command) const {
        command.insert(command.end(), {"--folder", folder_.file("data")});
        return command;
    }
    [[nodiscard]] std::vector<std::string> with_bucket(std::vector<std::string> command) const {
        return with(settings_, std::move(command));
    }
    [[nodiscard]] std::vector<std::string> with(const files::S3Settings& s,
                                                std::vector<std::string> command) const {
        command = arguments(std::move(command));
        command.insert(command.end(),
                       {"--s3-endpoint", s.endpoint, "--s3-bucket", s.bucket, "--s3-prefix", s.prefix,
                        "--s3-access-key", s.access_key, "--s3-secret-key", s.secret_key});
        return command;
    }
    /// The new résumé's id.
    static std::string upload(ApiClient& client) {
        const auto made = client.try_upload("cv.txt", content);
        EXPECT_TRUE(made && made->status == 201) << (made ? made->text : "no reply");
        return made ? made->at("id") : std::string();
    }
    [[nodiscard]] std::size_t files_in_folder() const {
        std::size_t out = 0;
        std::error_code e;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_.file("data/files"), e))
            out += entry.is_regular_file();
        return out;
    }
    /// What the bucket holds of this test, as its listing says.
    [[nodiscard]] std::size_t files_in_bucket() const {
        const auto listed =
            files::S3Client::make(settings_)->send({"GET", "", {{"prefix", prefix_}}}).value().body;
        std::size_t out = 0;
        for (std::size_t at = listed.find("<Key>"); at != std::string::npos;
             at = listed.find("<Key>", at + 1))
            ++out;
        return out;
    }

    TempFolder folder_;
    std::string prefix_;
    files::S3Settings settings_;
    std::unique_ptr<files::S3Store> bucket_;
};

TEST_F(FilesInABucket, UploadsLieThereAndAreDownloadedFromThere) {
    ServerProcess server(with_bucket({"serve"}), folder_.file("log"));
    ApiClient client(server.port());
    ASSERT_EQ(client.sign_up("a@example.org").status, 201);
    const std::string id = upload(client);
    EXPECT_EQ(files_in_bucket(), 1U);
    EXPECT_EQ(files_in_folder(), 0U);
    EXPECT_EQ(client.ask("GET", "/api/resumes/" + id).at("state"), "ready") << "a worker read it";
    EXPECT_EQ(client.ask("GET", "/api/resumes/" + id + "/file").text, content);
    const auto url = client.ask("GET", "/api/backend/resume/" + id + "/download-url");
    EXPECT_NE(url.at("expires_at"), "");
    net::Settings as_browser;
    as_browser.allow_private_addresses = true;
    const auto got = net::Client(as_browser).send({url.at("url"), {}, {}});
    ASSERT_TRUE(got) << got.error().message();
    EXPECT_EQ(got->body, content);
    EXPECT_THAT(got->header("content-disposition").value_or(""), HasSubstr("cv.txt"));
    EXPECT_EQ(client.ask("GET", "/readyz").status, 200);
    EXPECT_EQ(client.ask("DELETE", "/api/backend/resumes/" + id, {}, "If-Match: *\r\n").status, 204);
    EXPECT_EQ(files_in_bucket(), 0U);
    server.stop();
    EXPECT_THAT(content_of(folder_.file("log")), Not(HasSubstr("\"testing\""))) << "the secret";
}

TEST_F(FilesInABucket, MoveThereAndBackAndCanBeStoppedMeanwhile) {
    {
        ServerProcess server(arguments({"serve"}), folder_.file("log"));
        ApiClient client(server.port());
        ASSERT_EQ(client.sign_up("a@example.org").status, 201);
        for (int i = 0; i < 3; ++i) upload(client);
        server.stop();
    }
    ASSERT_EQ(files_in_folder(), 3U);
    // As if it had been killed after the first file was moved, and before the second was removed here.
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_.file("data/files"))) {
        if (entry.is_regular_file()) paths.push_back(entry.path().string());
    }
    const auto key_of = [&](const std::string& path) {
        return path.substr(folder_.file("data/files").size() + 1);
    };
    ASSERT_TRUE(bucket_->put(key_of(paths[0]), content, "text/plain"));
    std::filesystem::remove(paths[0]);
    ASSERT_TRUE(bucket_->put(key_of(paths[1]), "half", "text/plain"));

    const Ended there = run_program(with_bucket({"files", "move", "--to", "s3"}));
    EXPECT_EQ(there.code, 0) << there.err;
    EXPECT_THAT(there.out, HasSubstr("Moved 2 files; 1 were there already."));
    EXPECT_EQ(files_in_folder(), 0U);
    EXPECT_EQ(files_in_bucket(), 3U);
    EXPECT_EQ(bucket_->get(key_of(paths[1])).value(), content);

    const Ended back = run_program(with_bucket({"files", "move", "--to", "folder"}));
    EXPECT_EQ(back.code, 0) << back.err;
    EXPECT_EQ(files_in_folder(), 3U);
    EXPECT_EQ(files_in_bucket(), 0U);
    EXPECT_EQ(content_of(paths[2]), content);

    std::filesystem::remove(paths[2]);
    const Ended lost = run_program(with_bucket({"files", "move", "--to", "s3"}));
    EXPECT_EQ(lost.code, 1);
    EXPECT_THAT(lost.err, HasSubstr(key_of(paths[2])));
    EXPECT_EQ(files_in_bucket(), 2U) << "the others are moved";
    const Ended without = run_program(arguments({"files", "move", "--to", "s3"}));
    EXPECT_NE(without.code, 0);
    EXPECT_THAT(without.err, HasSubstr("s3-bucket"));
}

/// A disk that forgot a bit: a copy with sums of its own would look sound.
TEST_F(FilesInABucket, ThatAreNotWhatWasUploadedAreNotMoved) {
    {
        ServerProcess server(arguments({"serve"}), folder_.file("log"));
        ApiClient client(server.port());
        ASSERT_EQ(client.sign_up("a@example.org").status, 201);
        for (int i = 0; i < 2; ++i) upload(client);
        server.stop();
    }
    std::string path;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_.file("data/files"))) {
        if (entry.is_regular_file()) path = entry.path().string();
    }
    std::string rotten = content;
    rotten[5] = static_cast<char>(rotten[5] ^ 1);
    std::ofstream(path, std::ios::binary) << rotten;
    const Ended moved = run_program(with_bucket({"files", "move", "--to", "s3"}));
    EXPECT_EQ(moved.code, 1);
    EXPECT_THAT(moved.out, HasSubstr("Moved 1 files"));
    EXPECT_THAT(moved.err, HasSubstr("are not what was uploaded"));
    EXPECT_THAT(moved.err, HasSubstr(path.substr(folder_.file("data/files").size() + 1)));
    EXPECT_EQ(files_in_bucket(), 1U);
    EXPECT_EQ(content_of(path), rotten) << "it is where it was";
    std::ofstream(path, std::ios::binary) << content;
    EXPECT_EQ(run_program(with_bucket({"files", "move", "--to", "s3"})).code, 0);
    EXPECT_EQ(files_in_bucket(), 2U);
}

TEST_F(FilesInABucket, AreBackedUpRestoredAndErased) {
    const std::string backup = folder_.file("backup");
    std::string id;
    {
        ServerProcess server(with_bucket({"serve"}), folder_.file("log"));
        ApiClient client(server.port());
        ASSERT_EQ(client.sign_up("a@example.org").status, 201);
        id = upload(client);
        EXPECT_EQ(run_program(with_bucket({"backup", backup})).code, 0);
        EXPECT_EQ(client.ask("DELETE", "/api/backend/resumes/" + id, {}, "If-Match: *\r\n").status, 204);
        EXPECT_EQ(files_in_bucket(), 0U);
        server.stop();
    }
    std::vector<std::string> restore = with_bucket({"restore", backup, "--replace"});
    const Ended restored = run_program(restore);
    EXPECT_EQ(restored.code, 0) << restored.err;
    EXPECT_EQ(files_in_bucket(), 1U);
    ServerProcess server(with_bucket({"serve"}), folder_.file("log"));
    ApiClient client(server.port());
    const auto signed_in = client.ask("POST", "/api/auth/login",
                                      R"({"email":"a@example.org","password":"correct horse battery"})");
    ASSERT_EQ(signed_in.status, 200) << signed_in.text;
    client.use_cookie(signed_in.cookie);
    EXPECT_EQ(client.ask("GET", "/api/resumes/" + id + "/file").text, content);
    // Left behind by a row that is gone: the housekeeping of the next start takes it away.
    ASSERT_TRUE(bucket_->put("left/behind", "x", "text/plain"));
    server.stop();
    sql::Settings of_database;
    of_database.url = "sqlite:" + folder_.file("data/headway.db");
    const auto database = sql::Database::open(of_database).value();
    ASSERT_TRUE(database->write([](sql::Connection& c) {
        return c.run("insert into file_removals (file_key, at) values ('left/behind', 0)");
    }));
    ServerProcess again(with_bucket({"serve"}), folder_.file("log"));
    // The listing is asked, not the object: it is told of a removal a moment after the object is gone.
    while (files_in_bucket() > 1) std::this_thread::yield();
    EXPECT_FALSE(bucket_->find("left/behind").value());
    client.go_to(again.port());
    const auto erasing = client.ask("POST", "/api/my-data/erasures",
                                    R"({"password":"correct horse battery","confirm":"erase"})");
    EXPECT_EQ(erasing.status, 202) << erasing.text;
    while (files_in_bucket() > 0) std::this_thread::yield();
}

TEST_F(FilesInABucket, DoctorAndReadinessSayWhatIsWrong) {
    const auto doctor = [&](const files::S3Settings& settings) {
        const Ended ended = run_program(with(settings, {"doctor"}));
        EXPECT_THAT(ended.out + ended.err, Not(HasSubstr("wrong-secret")));
        return std::pair(ended.code, ended.out);
    };
    EXPECT_THAT(doctor(settings_).second, HasSubstr("read and removed in bucket headway"));
    files::S3Settings wrong = settings_;
    wrong.secret_key = "wrong-secret";
    const auto refused = doctor(wrong);
    EXPECT_EQ(refused.first, 1);
    EXPECT_THAT(refused.second, HasSubstr("does not take the secret key"));
    EXPECT_THAT(refused.second, HasSubstr("s3-secret-key"));
    wrong = settings_;
    wrong.bucket = "never-made";
    EXPECT_THAT(doctor(wrong).second, HasSubstr("there is no bucket never-made"));
    const ServerProcess server(with(wrong, {"serve"}), folder_.file("log"));
    const auto ready = ApiClient(server.port()).ask("GET", "/readyz");
    EXPECT_EQ(ready.status, 200) << "no other server has a better bucket";
    EXPECT_THAT(ready.text, HasSubstr("there is no bucket never-made"));
    EXPECT_EQ(ready.at("checks.1.status"), "warning");
}

}  // namespace
}  // namespace headway::test
