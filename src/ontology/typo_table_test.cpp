// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/typo_table.hpp"

#include <gtest/gtest.h>

#include "support/temp_folder.hpp"

namespace headway::ontology {
namespace {

constexpr std::string_view magic{"HWTYPO\n\0", 8};

class TypoTableTest : public testing::Test {
  protected:
    void SetUp() override {
        TypoTableWriter writer;
        writer.add("kubernetes", 0);
        writer.add("jenkins", 1);
        writer.add("selenium", 2);
        writer.add("selenide", 3);
        writer.add("excel", 4);    // too short
        writer.add("iso9001", 5);  // digits are never misspelt
        writer.add("marionet", 6);
        writer.add("marionex", 7);
        TableFileWriter file;
        writer.write(file);
        ASSERT_TRUE(file.write(path_, magic, 1));
        auto opened = TableFile::open(path_, magic, 1);
        ASSERT_TRUE(opened);
        file_.emplace(std::move(*opened));
        auto table = TypoTable::load(*file_, 8);
        ASSERT_TRUE(table) << table.error().message();
        table_ = *table;
    }

    test::TempFolder folder_;
    std::string path_ = folder_.path() + "/typos";
    std::optional<TableFile> file_;
    TypoTable table_;
};

TEST_F(TypoTableTest, OneLetterOffIsFound) {
    for (const char* word :
         {"kuberntes", "kubernettes", "kubernates", "kubernetse", "kubernete", "kuubernetes"}) {
        EXPECT_EQ(table_.find(word), 0U) << word;
    }
    EXPECT_EQ(table_.find("jenkin"), 1U);
}

TEST_F(TypoTableTest, TwoLettersOffOrAnotherInitialAreNot) {
    for (const char* word :
         {"kubrnets", "gubernetes", "ubernetes", "enkins", "kubernetes", "", "k", "selen"}) {
        EXPECT_EQ(table_.find(word), std::nullopt) << word;
    }
}

TEST_F(TypoTableTest, AsNearToTwoNamesIsNeither) {
    EXPECT_EQ(table_.find("marionee"), std::nullopt);
}

TEST_F(TypoTableTest, ShortNamesAndDigitsAreLeftOut) {
    EXPECT_EQ(table_.find("exel"), std::nullopt);
    EXPECT_EQ(table_.find("exccel"), std::nullopt);
    EXPECT_EQ(table_.find("iso9002"), std::nullopt);
}

TEST_F(TypoTableTest, DamageIsRefused) {
    const auto table = TypoTable::load(*file_, 3);  // phrases that the rows name do not exist
    ASSERT_FALSE(table);
    EXPECT_EQ(table.error().code, ErrorCode::invalid);
}

}  // namespace
}  // namespace headway::ontology
