// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/folder_store.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "support/temp_folder.hpp"

namespace headway::files {
namespace {

class FolderStoreTest : public testing::Test {
  protected:
    void SetUp() override {
        auto opened = FolderStore::open(root_);
        ASSERT_TRUE(opened) << opened.error().message();
        store_ = std::move(*opened);
    }
    test::TempFolder folder_;
    std::string root_ = folder_.file("files");
    std::unique_ptr<FolderStore> store_;
};

TEST_F(FolderStoreTest, GivesBackWhatWasPut) {
    const std::string bytes("a\0b\xFF\n", 5);
    ASSERT_TRUE(store_->put("u1/r1", bytes, "application/pdf"));
    EXPECT_EQ(store_->get("u1/r1").value(), bytes);
    ASSERT_TRUE(store_->put("u1/r1", "new", "text/plain"));
    EXPECT_EQ(store_->get("u1/r1").value(), "new");
}

TEST_F(FolderStoreTest, GivesPartsAndSizes) {
    ASSERT_TRUE(store_->put("r1", "0123456789", "text/plain"));
    EXPECT_EQ(store_->get_part("r1", 2, 3).value(), "234");
    EXPECT_EQ(store_->get_part("r1", 8, 100).value(), "89");
    EXPECT_EQ(store_->get_part("r1", 10, 1).value(), "");
    EXPECT_EQ(store_->get_part("r2", 0, 1).error().code, ErrorCode::not_found);
    EXPECT_EQ(store_->find("r1").value()->size, 10U);
    EXPECT_EQ(store_->find("r2").value(), std::nullopt);
    ASSERT_TRUE(store_->put("folder/r1", "x", "text/plain"));
    EXPECT_EQ(store_->find("folder").value(), std::nullopt) << "no file";
}

TEST_F(FolderStoreTest, RemovingTakesTheBytesAway) {
    ASSERT_TRUE(store_->put("u1/r1", "x", "text/plain"));
    ASSERT_TRUE(store_->remove("u1/r1"));
    EXPECT_EQ(store_->get("u1/r1").error().code, ErrorCode::not_found);
    EXPECT_FALSE(std::filesystem::exists(root_ + "/u1/r1"));
    EXPECT_TRUE(store_->remove("u1/r1")) << "a second time is no error";
    EXPECT_TRUE(store_->remove("never/was"));
}

TEST_F(FolderStoreTest, NothingIsLeftBeside) {
    ASSERT_TRUE(store_->put("u1/r1", "x", "text/plain"));
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(root_ + "/u1"))
        files += entry.is_regular_file();
    EXPECT_EQ(files, 1U);
}

TEST_F(FolderStoreTest, RemovingTakesAlsoWhatAKilledProgramHadBegunToWrite) {
    ASSERT_TRUE(store_->put("anna/cv2", "another", "text/plain"));
    std::ofstream(root_ + "/anna/cv.0199") << "half of it";
    ASSERT_TRUE(store_->remove("anna/cv"));
    EXPECT_FALSE(std::filesystem::exists(root_ + "/anna/cv.0199"));
    EXPECT_TRUE(store_->get("anna/cv2"));
}

TEST_F(FolderStoreTest, OnlyTheProgramsUserCanRead) {
    ASSERT_TRUE(store_->put("r1", "x", "text/plain"));
    struct stat of_file{};
    ASSERT_EQ(stat((root_ + "/r1").c_str(), &of_file), 0);
    EXPECT_EQ(of_file.st_mode & 0777U, 0600U);
    struct stat of_folder{};
    ASSERT_EQ(stat(root_.c_str(), &of_folder), 0);
    EXPECT_EQ(of_folder.st_mode & 0777U, 0700U);
}

TEST_F(FolderStoreTest, KeysCannotLeaveTheFolder) {
    for (const char* key : {"../x", "/etc/x", "a/../../x", "a//b", "", "a/", "x\n"}) {
        EXPECT_FALSE(store_->put(key, "x", "text/plain")) << key;
        EXPECT_FALSE(store_->get(key)) << key;
        EXPECT_FALSE(store_->remove(key)) << key;
    }
}

TEST_F(FolderStoreTest, AFolderThatCannotBeWrittenSaysSo) {
    const auto opened = FolderStore::open("/proc/headway");
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::unavailable);
}

TEST_F(FolderStoreTest, TheCheckLeavesNothing) {
    ASSERT_TRUE(store_->check());
    EXPECT_TRUE(std::filesystem::is_empty(root_));
}

}  // namespace
}  // namespace headway::files
