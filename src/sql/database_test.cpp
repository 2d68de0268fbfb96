// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/database.hpp"

#include <atomic>
#include <condition_variable>
#include <limits>
#include <mutex>
#include <set>
#include <thread>

#include "sql/migrations.hpp"
#include "support/database_test.hpp"

namespace headway::sql {

struct Thing {
    std::int64_t id = 0;
    std::string name;
    std::optional<double> size;
    bool good = false;
    Bytes data;
    std::optional<Date> day;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(Thing, (), (id, name, size, good, data, day, at))

namespace {

class DatabaseBehaviour : public test::DatabaseTest {
  protected:
    void SetUp() override {
        DatabaseTest::SetUp();
        if (!database_) return;
        auto made = database_->write([](Connection& c) {
            return c.script(resolved(
                "create table things (id bigint primary key, name text not null unique, "
                "size double precision check (size > -1), good boolean not null, data {{bytes}} not null, "
                "day text, at bigint not null);"
                "create table parts (thing bigint not null references things (id))",
                c.dialect()));
        });
        ASSERT_TRUE(made) << made.error().message();
    }

    static Result<std::int64_t> add(Connection& c, const Thing& t) {
        return c.run(
            "insert into things (id, name, size, good, data, day, at) values ($1, $2, $3, $4, $5, $6, $7)",
            t.id, t.name, t.size, t.good, t.data, t.day, t.at);
    }
    Result<std::int64_t> add(const Thing& t) {
        return database_->write([&](Connection& c) { return add(c, t); });
    }
    Result<std::optional<Thing>> find(std::int64_t id) {
        return database_->read(
            [&](Connection& c) { return c.row<Thing>("select * from things where id = $1", id); });
    }
    std::int64_t count() {
        return database_
            ->read([](Connection& c) { return c.value<std::int64_t>("select count(*) from things"); })
            .value()
            .value();
    }
};

Thing thing(std::int64_t id, std::string name) {
    return {id, std::move(name), {}, false, {}, {}, {}};
}

TEST_P(DatabaseBehaviour, ValuesComeBackAsTheyWere) {
    const Thing all[] = {{1,
                          "plain",
                          0.1,
                          true,
                          {std::string("a\0b\xFF", 4)},
                          parse_date("2026-02-28").value(),
                          {1'792'832'707'123'456}},
                         {std::numeric_limits<std::int64_t>::max(),
                          "größe 𝄞 'quoted' $1; drop table things",
                          1e308,
                          false,
                          {""},
                          {},
                          {0}},
                         {std::numeric_limits<std::int64_t>::min(),
                          "",
                          5e-324,
                          true,
                          {std::string(10'000'000, '\x7f')},
                          {},
                          {-1}}};
    for (const Thing& t : all) {
        const auto added = add(t);
        ASSERT_TRUE(added) << added.error().message();
        EXPECT_EQ(*added, 1);
        const auto back = find(t.id);
        ASSERT_TRUE(back) << back.error().message();
        ASSERT_TRUE(*back);
        EXPECT_EQ((*back)->name, t.name);
        EXPECT_EQ((*back)->size, t.size);
        EXPECT_EQ((*back)->good, t.good);
        EXPECT_EQ((*back)->data, t.data);
        EXPECT_EQ((*back)->day, t.day);
        EXPECT_EQ((*back)->at, t.at);
    }
}

TEST_P(DatabaseBehaviour, ParametersAreBoundByTheirNumber) {
    ASSERT_TRUE(add(thing(7, "seven")));
    const auto id = database_->read([](Connection& c) {
        return c.value<std::int64_t>("select id from things where name = $2 and id = $1 and $2 <> ''", 7,
                                     "seven");
    });
    ASSERT_TRUE(id) << id.error().message();
    EXPECT_EQ(**id, 7);
}

TEST_P(DatabaseBehaviour, TextThatNoDatabaseCanHoldIsRefused) {
    for (const std::string& name :
         {std::string("a\0b", 3), std::string("\xC3"), std::string("\xED\xA0\x80")}) {
        const auto added = add(thing(1, name));
        ASSERT_FALSE(added);
        EXPECT_EQ(added.error().code, ErrorCode::invalid);
    }
}

TEST_P(DatabaseBehaviour, BrokenRulesHaveTheirCodes) {
    ASSERT_TRUE(add(thing(1, "one")));
    EXPECT_EQ(add(thing(1, "again")).error().code, ErrorCode::conflict);
    EXPECT_EQ(add(thing(2, "one")).error().code, ErrorCode::conflict);
    Thing small = thing(3, "three");
    small.size = -5;
    EXPECT_EQ(add(small).error().code, ErrorCode::invalid);
    const auto part =
        database_->write([](Connection& c) { return c.run("insert into parts (thing) values ($1)", 99); });
    EXPECT_EQ(part.error().code, ErrorCode::invalid);
    const auto nonsense =
        database_->write([](Connection& c) { return c.run("insert into nowhere values (1)"); });
    EXPECT_EQ(nonsense.error().code, ErrorCode::internal);
    EXPECT_EQ(count(), 1);
}

TEST_P(DatabaseBehaviour, ErrorsDoNotTellValues) {
    ASSERT_TRUE(add(thing(1, "secret-value")));
    const auto again = add(thing(2, "secret-value"));
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().message().find("secret-value"), std::string::npos);
}

TEST_P(DatabaseBehaviour, AnErrorTakesEverythingBack) {
    const auto failed = database_->write([](Connection& c) -> Result<void> {
        if (auto a = add(c, thing(1, "one")); !a) return std::unexpected(a.error());
        return fail(ErrorCode::forbidden, "no");
    });
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::forbidden);
    EXPECT_EQ(count(), 0);
}

TEST_P(DatabaseBehaviour, AnExceptionTakesEverythingBackAndComesThrough) {
    EXPECT_THROW(static_cast<void>(database_->write([](Connection& c) -> Result<void> {
                     static_cast<void>(add(c, thing(1, "one")));
                     throw std::runtime_error("bug");
                 })),
                 std::runtime_error);
    EXPECT_EQ(count(), 0);
    EXPECT_TRUE(add(thing(2, "two"))) << "the database goes on";
}

TEST_P(DatabaseBehaviour, ReadingCannotWrite) {
    const auto written = database_->read([](Connection& c) { return add(c, thing(1, "one")); });
    EXPECT_FALSE(written);
    EXPECT_EQ(count(), 0);
}

TEST_P(DatabaseBehaviour, ReadsThatShareASnapshotOfSqliteSeeNothingNewUntilItEnds) {
    ASSERT_TRUE(add(thing(1, "one")));
    database_->share_reads([&] {
        EXPECT_EQ(count(), 1);
        std::thread([&] {
            ASSERT_TRUE(add(thing(2, "two")));
            EXPECT_EQ(count(), 2) << "other threads share nothing";
        }).join();
        EXPECT_EQ(count(), GetParam() == Dialect::sqlite ? 1 : 2);
        EXPECT_FALSE(
            database_->read([](Connection&) -> Result<void> { return fail(ErrorCode::invalid, "x"); }));
        EXPECT_EQ(find(1).value()->name, "one") << "a failure in it does not end it";
        database_->share_reads([&] { EXPECT_TRUE(find(1)); });
    });
    EXPECT_EQ(count(), 2);
    EXPECT_THROW(database_->share_reads([] { throw std::runtime_error("bug"); }), std::runtime_error);
    EXPECT_EQ(count(), 2);
}

TEST_P(DatabaseBehaviour, WorkBesideIsOfTheSameTransaction) {
    const auto beside = [](Connection& c) -> Result<void> {
        if (auto a = add(c, thing(100, "beside")); !a) return std::unexpected(a.error());
        return {};
    };
    database_->write_beside(beside, [&] {
        EXPECT_FALSE(
            database_->write([](Connection&) -> Result<void> { return fail(ErrorCode::invalid, "x"); }));
        EXPECT_EQ(count(), 0) << "nothing beside what failed";
        EXPECT_TRUE(add(thing(1, "one")));
        EXPECT_EQ(count(), 2);
        EXPECT_FALSE(add(thing(2, "two"))) << "there is one hundred already";
        EXPECT_EQ(count(), 2);
    });
    EXPECT_TRUE(add(thing(3, "three"))) << "it ends with its scope";
}

TEST_P(DatabaseBehaviour, ColumnsThatDoNotFitAreNamed) {
    ASSERT_TRUE(add(thing(1, "one")));
    const auto missing =
        database_->read([](Connection& c) { return c.rows<Thing>("select id, name from things"); });
    ASSERT_FALSE(missing);
    EXPECT_NE(missing.error().message().find("size"), std::string::npos);
    const auto null =
        database_->read([](Connection& c) { return c.value<std::string>("select day from things"); });
    ASSERT_FALSE(null);
    EXPECT_NE(null.error().message().find("day"), std::string::npos);
}

TEST_P(DatabaseBehaviour, AKeptStatementSeesAColumnThatCameLater) {
    if (GetParam() != Dialect::sqlite)
        GTEST_SKIP() << "PostgreSQL refuses a kept statement whose columns changed";
    const auto columns = [&] {
        return database_
            ->write([](Connection& c) -> Result<std::vector<std::string>> {
                const auto table = c.table("select * from parts", {});
                if (!table) return std::unexpected(table.error());
                return table->columns;
            })
            .value();
    };
    EXPECT_EQ(columns(), (std::vector<std::string>{"thing"}));
    ASSERT_TRUE(
        database_->write([](Connection& c) { return c.script("alter table parts add column more text"); }));
    EXPECT_EQ(columns(), (std::vector<std::string>{"thing", "more"}));
}

TEST_P(DatabaseBehaviour, ManyWritersLoseNothingAndShareCommits) {
    constexpr int threads = 32;
    constexpr int each = 25;
    const auto before = database_->commits();
    std::vector<std::thread> all;
    std::atomic<int> failed = 0;
    for (int t = 0; t < threads; ++t) {
        all.emplace_back([&, t] {
            for (int i = 0; i < each; ++i) {
                const std::int64_t id = t * each + i;
                // Every tenth fails on purpose: its neighbours in the group must not suffer.
                const auto done = database_->write([&](Connection& c) -> Result<void> {
                    if (auto a = add(c, thing(id, std::to_string(id))); !a) return std::unexpected(a.error());
                    if (id % 10 == 0) return fail(ErrorCode::forbidden, "no");
                    return {};
                });
                if (done.has_value() == (id % 10 == 0)) ++failed;
            }
        });
    }
    for (auto& t : all) t.join();
    EXPECT_EQ(failed, 0);
    EXPECT_EQ(count(), threads * each * 9 / 10);
    if (GetParam() == Dialect::sqlite) {
        EXPECT_LT(database_->commits() - before, threads * each);
    }
}

TEST_P(DatabaseBehaviour, ASnapshotStaysTheSame) {
    ASSERT_TRUE(add(thing(1, "one")));
    const auto twice = database_->read([&](Connection& c) -> Result<std::pair<std::int64_t, std::int64_t>> {
        const auto first = c.value<std::int64_t>("select count(*) from things").value().value();
        std::thread([&] { EXPECT_TRUE(add(thing(2, "two"))); }).join();
        return std::pair(first, c.value<std::int64_t>("select count(*) from things").value().value());
    });
    ASSERT_TRUE(twice);
    EXPECT_EQ(twice->first, twice->second);
    EXPECT_EQ(count(), 2);
}

/// Collects what a listener hears.
class Heard {
  public:
    void operator()(std::string_view payload) {
        {
            const std::lock_guard lock(mutex_);
            all_.emplace_back(payload);
        }
        wake_.notify_all();
    }
    bool wait_for(const std::string& payload) {
        std::unique_lock lock(mutex_);
        return wake_.wait_for(lock, std::chrono::seconds(120),
                              [&] { return std::count(all_.begin(), all_.end(), payload) > 0; });
    }
    bool has(const std::string& payload) {
        const std::lock_guard lock(mutex_);
        return std::count(all_.begin(), all_.end(), payload) > 0;
    }

  private:
    std::mutex mutex_;
    std::condition_variable wake_;
    std::vector<std::string> all_;
};

TEST_P(DatabaseBehaviour, NoticesComeAfterTheCommitAndOnlyThen) {
    Heard heard;
    const Listener listener = database_->listen("news", [&](std::string_view p) { heard(p); });
    if (GetParam() == Dialect::postgres) {
        ASSERT_TRUE(heard.wait_for("")) << "listening began";
    }
    const auto refused = database_->write([](Connection& c) -> Result<void> {
        if (auto told = c.notify("news", "refused"); !told) return told;
        return fail(ErrorCode::forbidden, "no");
    });
    EXPECT_FALSE(refused);
    ASSERT_TRUE(database_->write([](Connection& c) { return c.notify("other", "elsewhere"); }));
    ASSERT_TRUE(database_->write([](Connection& c) { return c.notify("news", "accepted"); }));
    EXPECT_TRUE(heard.wait_for("accepted"));
    EXPECT_FALSE(heard.has("refused"));
    EXPECT_FALSE(heard.has("elsewhere"));
}

TEST_P(DatabaseBehaviour, NoticesReachOtherProcesses) {
    if (GetParam() == Dialect::sqlite) GTEST_SKIP() << "SQLite's notices stay in the process";
    const auto other = open();
    Heard heard;
    const Listener listener = other->listen("news", [&](std::string_view p) { heard(p); });
    ASSERT_TRUE(heard.wait_for(""));
    ASSERT_TRUE(database_->write([](Connection& c) { return c.notify("news", "hello"); }));
    EXPECT_TRUE(heard.wait_for("hello"));
}

TEST_P(DatabaseBehaviour, LostSessionsAreReplaced) {
    if (GetParam() == Dialect::sqlite) GTEST_SKIP() << "SQLite has no sessions to lose";
    ASSERT_TRUE(add(thing(1, "one")));
    Heard heard;
    const Listener listener = database_->listen("news", [&](std::string_view p) { heard(p); });
    ASSERT_TRUE(heard.wait_for(""));
    const auto other = open();
    const auto ended = other->write([](Connection& c) {
        return c.value<std::int64_t>(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity "
            "where datname = current_database() and pid <> pg_backend_pid()");
    });
    ASSERT_TRUE(ended) << ended.error().message();
    EXPECT_GE(**ended, 2);
    EXPECT_EQ(count(), 1) << "a pooled session died; another takes its place";
    EXPECT_TRUE(add(thing(2, "two")));
    // The listener comes back by itself: tell until it hears.
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (!heard.has("again") && std::chrono::steady_clock::now() < until) {
        ASSERT_TRUE(database_->write([](Connection& c) { return c.notify("news", "again"); }));
        std::this_thread::yield();
    }
    EXPECT_TRUE(heard.has("again"));
}

TEST_P(DatabaseBehaviour, ACopyIsWholeWhileOthersWrite) {
    if (GetParam() != Dialect::sqlite) GTEST_SKIP() << "only a file can be copied";
    std::atomic<bool> stop = false;
    std::thread writer([&] {
        for (std::int64_t i = 0; !stop; i += 2) {
            static_cast<void>(database_->write([&](Connection& c) -> Result<void> {
                if (auto a = add(c, thing(i, std::to_string(i))); !a) return std::unexpected(a.error());
                if (auto a = add(c, thing(i + 1, std::to_string(i + 1))); !a)
                    return std::unexpected(a.error());
                return {};
            }));
        }
    });
    const std::string path = folder_.file("copy.db");
    while (count() < 20) std::this_thread::yield();
    const auto copied = database_->copy_to(path);
    stop = true;
    writer.join();
    ASSERT_TRUE(copied) << copied.error().message();
    sql::Settings settings;
    settings.url = "sqlite:" + path;
    auto copy = sql::Database::open(settings);
    ASSERT_TRUE(copy);
    const auto n =
        (*copy)
            ->read([](Connection& c) { return c.value<std::int64_t>("select count(*) from things"); })
            .value()
            .value();
    EXPECT_GE(n, 20);
    EXPECT_EQ(n % 2, 0) << "both rows of a transaction or none";
}

HEADWAY_ON_BOTH_DATABASES(DatabaseBehaviour);

TEST(OpenDatabase, SaysWhatIsWrong) {
    for (const char* url : {"", "mysql://x", "sqlite:"}) {
        const auto opened = sql::Database::open({.url = url});
        ASSERT_FALSE(opened) << url;
        EXPECT_EQ(opened.error().code, ErrorCode::invalid);
    }
    const auto nobody = sql::Database::open({.url = "postgres://headway@127.0.0.1:1/x"});
    ASSERT_FALSE(nobody);
    EXPECT_EQ(nobody.error().code, ErrorCode::unavailable);
    const auto nowhere = sql::Database::open({.url = "sqlite:/proc/nowhere/x.db"});
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().code, ErrorCode::unavailable);
}

}  // namespace
}  // namespace headway::sql
