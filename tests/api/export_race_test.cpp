// SPDX-License-Identifier: GPL-3.0-or-later
// Exports that are large, and exports that are made while their account is erased.
#include <filesystem>
#include <functional>
#include <unistd.h>

#include "api/server_fixture.hpp"
#include "base/id.hpp"
#include "flows/erase.hpp"
#include "flows/export_account.hpp"
#include "store/accounts.hpp"

namespace headway::test {
namespace {

/// The store of a test's back end, with something that happens around the writing of a file.
class FileStoreWithPause final : public files::FileStore {
  public:
    FileStoreWithPause(files::FileStore& real, std::function<void()> before, std::function<void()> after)
        : real_(real), before_(std::move(before)), after_(std::move(after)) {}
    Result<void> put(const std::string& key, std::string_view bytes, std::string_view type) override {
        if (before_) before_();
        auto done = real_.put(key, bytes, type);
        if (after_) after_();
        return done;
    }
    Result<std::string> get(const std::string& key) override { return real_.get(key); }
    Result<std::string> get_part(const std::string& key, std::uint64_t from, std::uint64_t length) override {
        return real_.get_part(key, from, length);
    }
    Result<std::optional<files::StoredFile>> find(const std::string& key) override { return real_.find(key); }
    Result<void> remove(const std::string& key) override { return real_.remove(key); }
    std::optional<std::string> download_url(const std::string& key, std::string_view how, int s) override {
        return real_.download_url(key, how, s);
    }
    Result<void> check() override { return real_.check(); }
    std::string place() const override { return real_.place(); }

  private:
    files::FileStore& real_;
    std::function<void()> before_;
    std::function<void()> after_;
};

class ExportRaceTest : public ApiTest {
  protected:
    void erase() {
        const auto done =
            flows::erase(parts().database, parts().files, parts().knowledge, parts().clock, {anna.id});
        EXPECT_TRUE(done) << done.error().message();
    }
    Result<flows::Provenance> make_export(files::FileStore& files, const std::string& id) {
        return flows::export_account(parts().database, files, parts().knowledge, parts().clock, anna.id, id,
                                     [](double) { return true; });
    }
    bool is_kept(const std::string& id) {
        return parts().files.find(flows::export_key(anna.id, id)).value().has_value();
    }
};

TEST_F(ExportRaceTest, NothingStaysOfAnAccountThatIsErasedBeforeItsExportIsWritten) {
    const std::string id = make_uuid();
    FileStoreWithPause files(parts().files, [this] { erase(); }, {});
    const auto made = make_export(files, id);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::not_found);
    EXPECT_FALSE(is_kept(id));
}

TEST_F(ExportRaceTest, NothingStaysOfAnAccountThatIsErasedWhenItsExportIsWritten) {
    const std::string id = make_uuid();
    FileStoreWithPause files(parts().files, {}, [this] { erase(); });
    EXPECT_FALSE(make_export(files, id));
    EXPECT_FALSE(is_kept(id));
}

/// The worker that writes the export is killed before it can look.
TEST_F(ExportRaceTest, WhatIsWrittenAfterTheErasureIsSwept) {
    const std::string id = make_uuid();
    const std::string key = flows::export_key(anna.id, id);
    const auto noted = parts().database.write(
        [&](sql::Connection& c) { return store::note_file_removal(c, key, now_ + std::chrono::hours(24)); });
    ASSERT_TRUE(noted);
    erase();
    ASSERT_TRUE(parts().files.put(key, "of anna", "application/zip"));
    const auto swept = flows::remove_due_files(
        parts().database, parts().files, [this] { return now_ + std::chrono::hours(2); }, 10);
    ASSERT_TRUE(swept);
    EXPECT_FALSE(is_kept(id));
}

TEST_F(ExportRaceTest, ALargeExportIsReadFromTheDiskWhileItIsSent) {
    const auto run = ask(&anna, Method::post, "/api/my-data/exports", "", {}, 202);
    const std::string id = text_at(run, "id");
    const auto ended = parts().waiter.wait(anna.id, id, std::chrono::seconds(120));
    ASSERT_TRUE(ended && *ended);
    std::string large(std::size_t{40} << 20U, '.');
    for (std::size_t i = 0; i < large.size(); i += 4096) large[i] = static_cast<char>('a' + i / 4096 % 26);
    ASSERT_TRUE(parts().files.put(flows::export_key(anna.id, id), large, "application/zip"));
    const auto reply = send(&anna, Method::get, "/api/my-data/exports/" + id + "/file");
    ASSERT_EQ(reply.status, 200);
    const auto* file = std::get_if<std::shared_ptr<const http::OpenFile>>(&reply.body);
    ASSERT_TRUE(file != nullptr);
    EXPECT_EQ((*file)->size(), large.size());
    std::string read(large.size(), ' ');
    std::size_t at = 0;
    while (at < read.size()) {
        const auto n =
            ::pread((*file)->descriptor(), read.data() + at, read.size() - at, static_cast<off_t>(at));
        ASSERT_GT(n, 0);
        at += static_cast<std::size_t>(n);
    }
    EXPECT_TRUE(read == large);
    for (const auto& entry : std::filesystem::directory_iterator(parts().policy.data_folder))
        EXPECT_FALSE(entry.path().filename().string().starts_with("download-")) << "it has no name any more";
}

}  // namespace
}  // namespace headway::test
