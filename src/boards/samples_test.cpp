// SPDX-License-Identifier: GPL-3.0-or-later
// Answers as the boards give them, from the data folder.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/bytes.hpp"
#include "boards/job_page.hpp"
#include "boards/source.hpp"
#include "support/data_folder.hpp"

namespace headway::boards {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr Timestamp now{1'788'393'600'000'000};  // 2026-09-03T00:00:00Z
const std::string folder = "job-api-samples";

std::string sample(const std::string& name) {
    return read_file(test::data_folder() + "/" + folder + "/" + name, std::size_t{1} << 20U).value_or("");
}

Ask ask_of(const std::string& board) {
    Ask out;
    out.board = board;
    out.now = now;
    out.keys = {"id", "key", "us", "us@example.org", "key"};
    return out;
}

/// The only job of a sample.
FetchedJob only(const Source& source, const std::string& file, const std::string& board = "acme") {
    const Ask ask = ask_of(board);
    const auto batch = source.read(sample(file), ask, source.requests(ask).value().front());
    EXPECT_TRUE(batch) << batch.error().message();
    if (!batch || batch->jobs.size() != 1) {
        ADD_FAILURE() << file << ": " << (batch ? batch->jobs.size() : 0) << " jobs";
        return {};
    }
    EXPECT_EQ(batch->refused.count(), 0U) << batch->refused.summary();
    return batch->jobs.front();
}

std::string day(const FetchedJob& job) {
    return job.posted_on ? to_string(*job.posted_on) : "none";
}

TEST(BoardSamples, GreenhouseIsDecodedTwice) {
    HEADWAY_NEEDS_DATA(folder);
    const auto job = only(*find_source("greenhouse"), "greenhouse.json");
    EXPECT_EQ(job.external_id, "4224129002");
    EXPECT_EQ(job.company, "Netlify");
    EXPECT_TRUE(job.remote);
    EXPECT_EQ(day(job), "2019-03-05");
    EXPECT_THAT(job.description, StartsWith("Don't see an opening that's right for you?\n\nIf you"));
    EXPECT_THAT(job.description, Not(HasSubstr("<")));
    EXPECT_THAT(job.description, HasSubstr("we’re on a mission"));
    EXPECT_FALSE(job.salary);
}

TEST(BoardSamples, LeverIsPutTogether) {
    HEADWAY_NEEDS_DATA(folder);
    const auto job = only(*find_source("lever"), "lever.json", "palantir");
    EXPECT_EQ(job.title, "Backend Software Engineer - Application Development");
    EXPECT_EQ(job.job_type, "full_time");
    EXPECT_FALSE(job.remote) << "hybrid";
    EXPECT_EQ(day(job), "2024-03-11");
    EXPECT_THAT(job.description, HasSubstr("Core Responsiblities\n• Architecting"));
    EXPECT_THAT(job.description, HasSubstr("Life at Palantir"));
}

TEST(BoardSamples, AshbyTakesTheLongerText) {
    HEADWAY_NEEDS_DATA(folder);
    const auto job = only(*find_source("ashby"), "ashby.json", "railway");
    EXPECT_EQ(job.external_id, "b8072f95-043f-404d-a313-f0bdf8dd3c81");
    EXPECT_TRUE(job.remote);
    EXPECT_EQ(job.job_type, "full_time");
    EXPECT_EQ(day(job), "2024-06-03");
}

TEST(BoardSamples, RemotiveKnowsNoSalaryFromAnEmptyLine) {
    HEADWAY_NEEDS_DATA(folder);
    const auto job = only(*find_source("remotive"), "remotive.json");
    EXPECT_EQ(job.external_id, "2091100");
    EXPECT_FALSE(job.salary);
    EXPECT_EQ(day(job), "2026-08-26");
    EXPECT_EQ(job.location, "Europe");
}

TEST(BoardSamples, RemoteOkIsMendedAndItsNoticeIsNoJob) {
    HEADWAY_NEEDS_DATA(folder);
    const auto job = only(*find_source("remoteok"), "remoteok.json");
    EXPECT_EQ(job.external_id, "1137273");
    EXPECT_FALSE(job.salary) << "0 is unknown";
    EXPECT_THAT(job.description, HasSubstr("\n£45,500: Shift allowance"));
    EXPECT_EQ(job.location, "Newport");
    EXPECT_EQ(day(job), "2026-09-02");
}

TEST(BoardSamples, ArbeitnowCountsSeconds) {
    HEADWAY_NEEDS_DATA(folder);
    const auto job = only(*find_source("arbeitnow"), "arbeitnow.json");
    EXPECT_EQ(job.external_id, "example-appsec-berlin-100");
    EXPECT_EQ(day(job), "2026-08-13");
    EXPECT_EQ(job.job_type, "full_time");
    EXPECT_FALSE(job.remote);
}

TEST(BoardSamples, TheMuseMayHaveNoId) {
    HEADWAY_NEEDS_DATA(folder);
    const auto job = only(*find_source("the_muse"), "themuse.json");
    EXPECT_EQ(job.external_id, "https://www.themuse.com/jobs/globex/senior-ml-engineer");
    EXPECT_TRUE(job.remote);
}

TEST(BoardSamples, AdzunaStatesNoCurrency) {
    HEADWAY_NEEDS_DATA(folder);
    const Ask ask = ask_of("");
    const Source& source = *find_source("adzuna");
    const auto batch = source.read(sample("adzuna.json"), ask, {});
    ASSERT_TRUE(batch);
    ASSERT_EQ(batch->jobs.size(), 2U);
    EXPECT_EQ(batch->jobs[0].salary->max, 135000.0);
    EXPECT_FALSE(batch->jobs[0].salary->currency);
    EXPECT_EQ(batch->jobs[0].description, "Maintain and extend our Python services. Salary DOE.");
    EXPECT_FALSE(batch->jobs[1].salary);
    EXPECT_TRUE(batch->jobs[1].remote);
}

TEST(BoardSamples, UsajobsWritesNumbersAsText) {
    HEADWAY_NEEDS_DATA(folder);
    const auto job = only(*find_source("usajobs"), "usajobs.json");
    ASSERT_TRUE(job.salary);
    EXPECT_EQ(job.salary->min, 103409.0);
    EXPECT_EQ(job.salary->period, "year");
    EXPECT_FALSE(job.salary->currency);
    EXPECT_TRUE(job.remote);
    EXPECT_THAT(job.description, HasSubstr("\n\nQualifications\nExperience troubleshooting"));
}

TEST(BoardSamples, SmartRecruitersAndWorkdayGiveTextsByThemselves) {
    HEADWAY_NEEDS_DATA(folder);
    Lead lead;
    lead.job.source = "smartrecruiters";
    lead.job.external_id = "744000001";
    lead.job.title = "Engineer";
    const auto smart = find_source("smartrecruiters")
                           ->read_text(sample("smartrecruiters_detail.json"), lead, ask_of("acme"));
    ASSERT_TRUE(smart) << smart.error().message();
    EXPECT_EQ(smart->description,
              "Job Description\nBuild ML models for perception.\n\nQualifications\n• MS in CS or AI");
    const auto work =
        find_source("workday")->read_text(sample("workday_detail.json"), lead, ask_of("bah/wd1/BAH_Jobs"));
    ASSERT_TRUE(work) << work.error().message();
    EXPECT_EQ(work->title, "Forward Deployed Analyst");
    EXPECT_EQ(day(*work), "2026-08-27");
    EXPECT_EQ(work->job_type, "full_time");
    EXPECT_THAT(work->description, HasSubstr("The Opportunity:\n\nAre you tired"));
}

TEST(BoardSamples, APageDescribesItsJob) {
    HEADWAY_NEEDS_DATA(folder);
    const auto batch = read_job_page(sample("jobpage_jsonld.html"), "https://jobs.example/42?a=b#top", now);
    ASSERT_TRUE(batch) << batch.error().message();
    ASSERT_EQ(batch->jobs.size(), 1U);
    const FetchedJob& job = batch->jobs.front();
    EXPECT_EQ(job.external_id, "https://jobs.example/42?a=b");
    EXPECT_EQ(job.company, "Meridian Systems");
    EXPECT_EQ(job.location, "Portland, OR, US");
    EXPECT_TRUE(job.remote);
    EXPECT_EQ(job.salary->currency, "USD");
    EXPECT_EQ(job.salary->min, 150000);
    EXPECT_EQ(job.salary->period, "year");
    EXPECT_EQ(day(job), "2026-07-10");
    EXPECT_THAT(job.description, HasSubstr("• 5+ years experience"));
}

/// Whatever becomes of an answer, its readers come back, and what they give is clean.
TEST(BoardSamples, BrokenAnywhereTheyStillComeBack) {
    HEADWAY_NEEDS_DATA(folder);
    const std::vector<std::pair<std::string, std::string>> files = {
        {"greenhouse", "greenhouse.json"}, {"lever", "lever.json"},       {"ashby", "ashby.json"},
        {"remotive", "remotive.json"},     {"remoteok", "remoteok.json"}, {"arbeitnow", "arbeitnow.json"},
        {"the_muse", "themuse.json"},      {"adzuna", "adzuna.json"},     {"usajobs", "usajobs.json"}};
    for (const auto& [name, file] : files) {
        const Source& source = *find_source(name);
        std::string whole = sample(file);
        while (whole.ends_with('\n')) whole.pop_back();
        for (std::size_t at = 0; at < whole.size(); at += 7) {
            std::string broken = whole;
            broken[at] = at % 2 == 0 ? '\xC3' : ':';
            const auto cut = source.read(std::string_view(whole).substr(0, at), ask_of("acme"), {});
            EXPECT_FALSE(cut) << name << " at " << at;
            const auto batch = source.read(broken, ask_of("acme"), {});
            for (const FetchedJob& job : batch ? batch->jobs : std::vector<FetchedJob>()) {
                EXPECT_FALSE(job.title.empty() || job.external_id.empty() || job.description.empty());
                EXPECT_EQ(job.title.find('\n'), std::string::npos);
            }
        }
    }
}

}  // namespace
}  // namespace headway::boards
