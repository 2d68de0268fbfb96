// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <gtest/gtest.h>
#include <memory>
#include <string>

#include "sql/migrations.hpp"
#include "support/postgres_server.hpp"
#include "support/temp_folder.hpp"

namespace headway::test {

/// Runs once on a SQLite file and once on a real PostgreSQL. Without PostgreSQL the second is skipped, but
/// with CI=true it fails.
class DatabaseTest : public testing::TestWithParam<sql::Dialect> {
  protected:
    void SetUp() override {
        if (GetParam() == sql::Dialect::sqlite) {
            url_ = "sqlite:" + folder_.file("test.db");
        } else {
            PostgresServer* server = PostgresServer::shared();
            const char* ci = std::getenv("CI");
            if (server == nullptr && ci != nullptr && std::string(ci) == "true")
                FAIL() << "PostgreSQL is not installed";
            if (server == nullptr) GTEST_SKIP() << "PostgreSQL is not installed";
            url_ = server->make_database();
        }
        database_ = open();
    }

    /// Another handle of the same database, as another process would have one.
    [[nodiscard]] std::unique_ptr<sql::Database> open() const {
        sql::Settings settings;
        settings.url = url_;
        auto opened = sql::Database::open(settings);
        EXPECT_TRUE(opened) << opened.error().message();
        return opened ? std::move(*opened) : nullptr;
    }

    test::TempFolder folder_;
    std::string url_;
    std::unique_ptr<sql::Database> database_;
};

inline std::string dialect_name(const testing::TestParamInfo<sql::Dialect>& info) {
    return info.param == sql::Dialect::sqlite ? "sqlite" : "postgres";
}

/// The same with the program's own schema.
class StoreTest : public DatabaseTest {
  protected:
    void SetUp() override {
        DatabaseTest::SetUp();
        if (!database_) return;
        const auto migrated = sql::migrate(*database_, sql::shipped_migrations());
        ASSERT_TRUE(migrated) << migrated.error().message();
    }
};

}  // namespace headway::test

#define HEADWAY_ON_BOTH_DATABASES(suite)                                                            \
    INSTANTIATE_TEST_SUITE_P(                                                                       \
        On, suite, testing::Values(headway::sql::Dialect::sqlite, headway::sql::Dialect::postgres), \
        headway::test::dialect_name)
