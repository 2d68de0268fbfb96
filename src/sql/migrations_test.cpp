// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/migrations.hpp"

#include <thread>

#include "support/database_test.hpp"

namespace headway::sql {
namespace {

constexpr Migration first{1, "first", "create table one (id bigint primary key, data {{bytes}})"};
constexpr Migration second{2, "second",
                           "create table two (id bigint primary key); insert into two values (7)"};
constexpr Migration broken{2, "broken",
                           "create table two (id bigint primary key); insert into nowhere values (7)"};
constexpr Migration altered{1, "first", "create table one (id bigint primary key)"};

class Migrations : public test::DatabaseTest {
  protected:
    Result<std::int64_t> count(const char* table) {
        return database_->read([&](Connection& c) -> Result<std::int64_t> {
            auto n = c.value<std::int64_t>(std::string("select count(*) from ") + table);
            if (!n) return pass_on(n);
            return **n;
        });
    }
};

TEST_P(Migrations, AreAppliedOnceAndInOrder) {
    const Migration one[] = {first};
    const Migration both[] = {first, second};
    EXPECT_EQ(migrate(*database_, one).value(), 1);
    EXPECT_EQ(missing_migrations(*database_, both).value(), 1);
    EXPECT_EQ(migrate(*database_, both).value(), 1);
    EXPECT_EQ(migrate(*database_, both).value(), 0);
    EXPECT_EQ(count("two").value(), 1);
}

TEST_P(Migrations, AFailedOneLeavesNothing) {
    const Migration both[] = {first, broken};
    const auto migrated = migrate(*database_, both);
    ASSERT_FALSE(migrated);
    EXPECT_NE(migrated.error().message().find("broken"), std::string::npos);
    EXPECT_FALSE(count("two"));
    const Migration mended[] = {first, second};
    EXPECT_EQ(migrate(*database_, mended).value(), 1);
}

TEST_P(Migrations, ANewerDatabaseIsRefused) {
    const Migration one[] = {first};
    const Migration both[] = {first, second};
    ASSERT_TRUE(migrate(*database_, both));
    const auto older = migrate(*database_, one);
    ASSERT_FALSE(older);
    EXPECT_EQ(older.error().code, ErrorCode::conflict);
    EXPECT_EQ(count("two").value(), 1);
}

TEST_P(Migrations, AnAlteredOneIsRefused) {
    const Migration one[] = {first};
    const Migration other[] = {altered};
    ASSERT_TRUE(migrate(*database_, one));
    EXPECT_EQ(migrate(*database_, other).error().code, ErrorCode::conflict);
}

TEST_P(Migrations, SeveralProcessesMayStartAtOnce) {
    const Migration both[] = {first, second};
    std::vector<std::thread> all;
    std::atomic<int> applied = 0;
    std::atomic<int> failed = 0;
    for (int i = 0; i < 4; ++i) {
        all.emplace_back([&] {
            const auto mine = open();
            const auto done = migrate(*mine, both);
            done ? applied += *done : ++failed;
        });
    }
    for (auto& t : all) t.join();
    EXPECT_EQ(failed, 0);
    EXPECT_EQ(applied, 2);
}

TEST_P(Migrations, TheShippedOnesApplyToAnEmptyDatabase) {
    const auto migrated = migrate(*database_, shipped_migrations());
    ASSERT_TRUE(migrated) << migrated.error().message();
    EXPECT_EQ(*migrated, static_cast<int>(shipped_migrations().size()));
    EXPECT_EQ(count("users").value(), 0);
}

HEADWAY_ON_BOTH_DATABASES(Migrations);

}  // namespace
}  // namespace headway::sql
