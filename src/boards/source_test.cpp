// SPDX-License-Identifier: GPL-3.0-or-later
#include "boards/source.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "boards/job_page.hpp"

namespace headway::boards {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr Timestamp now{1'795'392'000'000'000};  // 2026-11-23

Ask ask_of(const std::string& board, std::vector<std::string> keywords = {}) {
    Ask out;
    out.board = board;
    out.now = now;
    out.search.keywords = std::move(keywords);
    return out;
}

Result<Batch> read(const char* name, std::string_view bytes, const std::string& board = "lanternfield") {
    const Source& source = *find_source(name);
    const auto requests = source.requests(ask_of(board));
    return source.read(bytes, ask_of(board), requests ? requests->front() : Request());
}

TEST(Sources, AskOnlyTheirOwnHosts) {
    for (const char* name : {"greenhouse", "lever", "ashby", "smartrecruiters"}) {
        for (const char* bad : {"", "a/b", "a?b=c", "..", ".", "a b", "ä", "a#b", "a%2fb"})
            EXPECT_FALSE(find_source(name)->requests(ask_of(bad))) << name << " " << bad;
    }
    for (const char* bad : {"acme", "acme/wd1", "acme/wd/site", "acme/wdx/site", "evil.example/wd1/site",
                            "acme/wd1/../x", "acme/wd1/a/b", "a_b/wd1/site"})
        EXPECT_FALSE(find_source("workday")->requests(ask_of(bad))) << bad;
    const auto good = find_source("workday")->requests(ask_of("acme.wd5/Careers", {"a \"b\""}));
    ASSERT_TRUE(good);
    EXPECT_EQ(good->front().url, "https://acme.wd5.myworkdayjobs.com/wday/cxs/acme/Careers/jobs");
    EXPECT_EQ(good->front().body, R"({"appliedFacets":{},"limit":20,"offset":0,"searchText":"a \"b\""})");
}

TEST(Sources, WithoutTheirKeySayWhatToDo) {
    for (const char* name : {"adzuna", "usajobs"}) {
        const auto requests = find_source(name)->requests(ask_of(""));
        ASSERT_FALSE(requests);
        EXPECT_EQ(requests.error().code, ErrorCode::unavailable);
        EXPECT_THAT(requests.error().fix, HasSubstr(name));
    }
    Ask ask = ask_of("", {"R&D nurse"});
    ask.keys = {"1", "s&x", "gb", "", ""};
    const auto requests = find_source("adzuna")->requests(ask);
    ASSERT_TRUE(requests);
    EXPECT_THAT(requests->front().url, HasSubstr("/jobs/gb/search/1?app_id=1&app_key=s%26x&"));
    EXPECT_THAT(requests->front().url, HasSubstr("&what=R%26D%20nurse"));
}

TEST(Sources, RefuseWhatIsNoAnswer) {
    for (const Source* source : all_sources()) {
        for (const char* bytes :
             {"", "null", "1", "{}", "\"x\"", "<html>", "[[[", R"({"jobs":{},"data":1})"}) {
            const auto batch = source->read(bytes, ask_of("lanternfield"), {});
            ASSERT_FALSE(batch) << source->name << " " << bytes;
            EXPECT_EQ(batch.error().code, ErrorCode::unavailable);
        }
    }
}

TEST(Sources, CountEntriesThatAreNone) {
    const auto batch =
        read("greenhouse", R"({"jobs":[7,null,{"id":1},{"id":2,"title":"Nurse"},{"id":[],"title":"x",
        "content":"y"},{"id":3,"title":["Nurse"],"content":"text"},{"id":4,"title":"Nurse","content":"Care","location":7,
        "pay_input_ranges":[{"min_cents":"x","max_cents":-5}],"updated_at":{}}]})");
    ASSERT_TRUE(batch);
    ASSERT_EQ(batch->jobs.size(), 1U);
    EXPECT_EQ(batch->jobs[0].external_id, "4");
    EXPECT_FALSE(batch->jobs[0].salary || batch->jobs[0].posted_on);
    EXPECT_EQ(batch->refused.count(), 6U);
    EXPECT_EQ(batch->refused.summary(),
              "2 entries of another shape; 2 entries without a title; 1 entry without a text; 1 entry "
              "without an id");
}

TEST(Sources, CutWhatIsTooLong) {
    const std::string id(5000, 'i');
    const std::string title(5000, 'T');
    std::string text;
    for (int i = 0; i < 150'000; ++i) text += "ä";
    const auto batch = read("greenhouse", R"({"jobs":[{"id":")" + id + R"(","title":")" + title +
                                              R"(","content":")" + text + "\"}]}");
    ASSERT_TRUE(batch);
    ASSERT_EQ(batch->jobs.size(), 1U);
    EXPECT_LE(batch->jobs[0].external_id.size(), 300U);
    EXPECT_EQ(batch->jobs[0].title.size(), 200U);
    EXPECT_EQ(batch->jobs[0].description.size(), 200'000U) << "100,000 letters of two bytes";
}

TEST(Sources, GoOnWhereThereIsMore) {
    const Source& muse = *find_source("the_muse");
    const auto first = muse.requests(ask_of("")).value().front();
    const auto batch = muse.read(R"({"page_count":9,"results":[{}]})", ask_of(""), first);
    ASSERT_TRUE(batch && batch->next);
    EXPECT_EQ(batch->next->url, "https://www.themuse.com/api/public/jobs?page=2&descending=true");
    Request last = *batch->next;
    last.url = "https://www.themuse.com/api/public/jobs?page=5&descending=true";
    EXPECT_FALSE(muse.read(R"({"page_count":9,"results":[{}]})", ask_of(""), last)->next);
    const Source& workday = *find_source("workday");
    std::string list = R"({"total":45,"jobPostings":[)";
    for (int i = 0; i < 20; ++i)
        list += std::string(i == 0 ? "" : ",") + R"({"title":"Nurse","externalPath":"/job/X/N_R)" +
                std::to_string(i) + R"(","bulletFields":["R)" + std::to_string(i) + R"("]})";
    list += "]}";
    const Ask ask = ask_of("acme/wd1/Jobs", {"nurse"});
    const auto page = workday.read(list, ask, workday.requests(ask).value().front());
    ASSERT_TRUE(page && page->next);
    EXPECT_THAT(page->next->body, HasSubstr(R"("offset":20,"searchText":"nurse")"));
    EXPECT_EQ(page->leads.size(), 20U);
    EXPECT_EQ(page->leads[3].request.url, "https://acme.wd1.myworkdayjobs.com/wday/cxs/acme/Jobs/job/X/N_R3");
    EXPECT_EQ(page->leads[3].job.external_id, "acme/Jobs/R3");
}

TEST(Sources, LeadsLeadNowhereElse) {
    const auto work = read("workday", R"({"jobPostings":[{"title":"a","externalPath":"//evil.example/x"},
        {"title":"b","externalPath":"/job/../../admin"},{"title":"c","externalPath":"/job/x?y"},{"title":"d"},
        {"title":"e","externalPath":"https://evil.example"}]})",
                           "acme/wd1/Jobs");
    ASSERT_TRUE(work);
    EXPECT_EQ(work->leads.size(), 0U);
    EXPECT_EQ(work->refused.count(), 5U);
    const auto smart =
        read("smartrecruiters", R"({"content":[{"id":"../x","name":"a"},{"id":"1?x","name":"b"}]})");
    ASSERT_TRUE(smart);
    EXPECT_EQ(smart->leads.size(), 0U);
}

TEST(Sources, AshbyPayIsItsSalary) {
    const auto batch =
        read("ashby", R"({"jobs":[{"id":"1","title":"Nurse","descriptionHtml":"<p>Care</p>","compensation":
        {"summaryComponents":[{"compensationType":"EquityPercentage","minValue":1},{"compensationType":"Salary",
        "interval":"1 YEAR","currencyCode":"GBP","minValue":38000,"maxValue":42000}]}},
        {"id":"2","title":"Ghost","descriptionHtml":"x","isListed":false}]})");
    ASSERT_TRUE(batch);
    ASSERT_EQ(batch->jobs.size(), 1U);
    EXPECT_EQ(batch->jobs[0].salary->currency, "GBP");
    EXPECT_EQ(batch->jobs[0].salary->period, "year");
    EXPECT_EQ(batch->refused.summary(), "1 entry not listed by its board");
}

TEST(JobPages, FindEveryJobOfAGraph) {
    const std::string page = R"(<html><script>var x = "<script type='application/ld+json'>";</script>
        <SCRIPT nonce=a type="application/ld+json; charset=utf-8">{"@graph":[{"@type":"WebPage"},
        {"@type":["JobPosting"],"title":"Nurse","description":"&lt;p&gt;Care&lt;/p&gt;","hiringOrganization":"Lantern",
         "identifier":{"value":7},"jobLocation":[{"address":"Harrowby"},{"address":{"addressLocality":"Millbrook",
         "addressCountry":{"name":"UK"}}}],"baseSalary":{"currency":"gbp","value":20.5,"unitText":"HOUR"}},
        {"@type":"http://schema.org/JobPosting","title":"","description":"x"}]}</SCRIPT>
        <script type="application/ld+json">{broken</script>)";
    const auto batch = read_job_page(page, "https://lantern.example/jobs", now);
    ASSERT_TRUE(batch) << batch.error().message();
    ASSERT_EQ(batch->jobs.size(), 1U);
    EXPECT_EQ(batch->jobs[0].external_id, "lantern.example/7");
    EXPECT_EQ(batch->jobs[0].location, "Harrowby; Millbrook, UK");
    EXPECT_EQ(batch->jobs[0].description, "Care");
    ASSERT_TRUE(batch->jobs[0].salary) << "value beside currency";
    EXPECT_EQ(batch->jobs[0].salary->min, 20.5);
    EXPECT_EQ(batch->jobs[0].salary->currency, "GBP");
    EXPECT_EQ(batch->refused.count(), 1U);
    EXPECT_FALSE(read_job_page("<html><p>We hire!</p>", "https://lantern.example", now));
}

TEST(JobPages, NestedAsDeepAsItGoesAreNoTrouble) {
    std::string page = "<script type=application/ld+json>";
    for (int i = 0; i < 100'000; ++i) page += R"({"@graph":[)";
    EXPECT_FALSE(read_job_page(page, "https://x.example", now));
    std::string wide = "<script type=application/ld+json>[";
    for (int i = 0; i < 200'000; ++i) wide += "[],";
    EXPECT_FALSE(read_job_page(wide + "0]", "https://x.example", now));
}

TEST(Searches, FitByTitleTagsAndText) {
    FetchedJob job;
    job.title = "Community Nurse (m/f/d)";
    job.location = "Berlin, Deutschland";
    job.description = "Wound care at home.";
    const Source& local = *find_source("greenhouse");
    const auto ok = [&](Search s) { return fits(job, s, local); };
    EXPECT_TRUE(ok({{"nurses"}, {}, {}})) << "plural or not";
    EXPECT_TRUE(ok({{"welder", "wound care"}, {}, {}}));
    EXPECT_FALSE(ok({{"care wound"}, {}, {}})) << "text counts for whole phrases only";
    EXPECT_FALSE(ok({{"welder"}, {}, {}}));
    EXPECT_TRUE(ok({{}, {"berlin"}, {}}));
    EXPECT_FALSE(ok({{}, {"erlin"}, {}}));
    job.remote = true;
    EXPECT_TRUE(ok({{}, {"Wien"}, {}}));
    EXPECT_TRUE(ok({{}, {}, {"part_time"}})) << "states none";
    job.job_type = "full_time";
    EXPECT_FALSE(ok({{}, {}, {"part_time"}}));
    EXPECT_TRUE(fits(job, {{"welder"}, {}, {}}, *find_source("remotive"))) << "it searched itself";
}

TEST(Jobs, AreTheSameByTheirWords) {
    EXPECT_EQ(comparable_text("Nurse", "Wound care,\n\nat home."),
              comparable_text("NURSES", "wound care at home"));
    EXPECT_NE(comparable_text("Nurse", "Wound care"), comparable_text("Nurse Wound", "care"));
    EXPECT_TRUE(may_be_same_place("Berlin", "Berlin, Deutschland"));
    EXPECT_TRUE(may_be_same_place("", "Berlin"));
    EXPECT_FALSE(may_be_same_place("Berlin", "Bern"));
}

}  // namespace
}  // namespace headway::boards
