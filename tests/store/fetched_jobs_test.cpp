// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/fetched_jobs.hpp"

#include "base/id.hpp"
#include "store/users.hpp"
#include "support/database_test.hpp"

namespace headway::store {
namespace {

class FetchedJobs : public test::StoreTest {
  protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (!database_) return;
        for (const std::string& id : {anna_, ben_}) {
            User user;
            user.id = id;
            user.email = id + "@example.org";
            ASSERT_TRUE(database_->write([&](sql::Connection& c) { return add_user(c, user); }));
        }
    }
    std::string add(const std::string& owner, const std::string& title, const std::string& external_id) {
        Job job;
        job.id = make_uuid();
        job.owner_id = owner;
        job.title = title;
        job.source = "greenhouse";
        job.external_id = external_id;
        EXPECT_TRUE(database_->write([&](sql::Connection& c) -> Result<void> {
            if (auto a = add_job(c, job, "", {}); !a) return a;
            return set_fetch_mark(c, {job.id, "first", 1});
        }));
        return job.id;
    }
    template <class F>
    auto read(F f) {
        return database_->read(f).value();
    }
    std::string anna_ = make_uuid();
    std::string ben_ = make_uuid();
};

TEST_P(FetchedJobs, AreFoundBySourceAndTitleOfTheirOwnerOnly) {
    const std::string mine = add(anna_, "Nurse", "1");
    const std::string other = add(ben_, "Nurse", "1");
    const auto found =
        read([&](sql::Connection& c) { return find_job_of_source(c, anna_, "greenhouse", "1"); });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, mine);
    EXPECT_FALSE(read([&](sql::Connection& c) { return find_job_of_source(c, anna_, "lever", "1"); }));
    const auto titled = read([&](sql::Connection& c) { return list_jobs_with_title(c, anna_, "NURSE", 10); });
    ASSERT_EQ(titled.size(), 1U);
    EXPECT_EQ(titled[0].id, mine);
    EXPECT_FALSE(read([&](sql::Connection& c) { return find_fetch_mark(c, anna_, other); }));
}

TEST_P(FetchedJobs, KeepTheRunOfTheFirstTime) {
    const std::string id = add(anna_, "Nurse", "1");
    ASSERT_TRUE(database_->write([&](sql::Connection& c) { return set_fetch_mark(c, {id, "second", 7}); }));
    const auto mark = read([&](sql::Connection& c) { return find_fetch_mark(c, anna_, id); });
    ASSERT_TRUE(mark);
    EXPECT_EQ(mark->run_id, "first");
    EXPECT_EQ(mark->version, 7);
    ASSERT_TRUE(database_->write([&](sql::Connection& c) { return delete_job(c, anna_, id, 1); }));
    EXPECT_FALSE(read([&](sql::Connection& c) { return find_fetch_mark(c, anna_, id); }));
}

HEADWAY_ON_BOTH_DATABASES(FetchedJobs);

}  // namespace
}  // namespace headway::store
