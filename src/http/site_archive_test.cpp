// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "http/static_site.hpp"

namespace headway::http {
namespace {

using ::testing::HasSubstr;

Request asking(const char* accept, const char* encoding = "") {
    Request out;
    out.headers = {{"Accept", accept}, {"Accept-Encoding", encoding}};
    return out;
}

std::string body_of(const Answer<Response>& answer) {
    if (!answer) return "";
    const auto* shared = std::get_if<SharedBytes>(&answer->body);
    return shared != nullptr ? **shared : "";
}

constexpr std::string_view archive =
    "headway site 1\n"
    "4 404.html\n"
    "5 goals.html\n"
    "2 goals.html.br\n"
    "\n"
    "gonegoalsgb";

TEST(SiteArchive, ServesPagesByTheirCleanAddress) {
    const auto site = StaticSite::from_archive(archive);
    ASSERT_TRUE(site.has_value()) << site.error().what;
    EXPECT_EQ(body_of(site->serve("goals", asking("text/html"))), "goals");
    const auto packed = site->serve("goals", asking("text/html", "gzip, br"));
    EXPECT_EQ(body_of(packed), "gb");
    EXPECT_EQ(packed->header("Content-Encoding"), "br");
}

TEST(SiteArchive, SaysWhatIsNotThereToPeopleAsAPageAndToProgramsAsAProblem) {
    const auto site = StaticSite::from_archive(archive);
    ASSERT_TRUE(site.has_value());
    const auto page = site->serve("nowhere", asking("text/html,*/*;q=0.8"));
    ASSERT_TRUE(page.has_value());
    EXPECT_EQ(page->status, 404);
    EXPECT_EQ(body_of(page), "gone");
    EXPECT_FALSE(site->serve("nowhere", asking("application/json")).has_value());
}

TEST(SiteArchive, RefusesWhatIsDamaged) {
    const std::string whole(archive);
    for (const std::string& damaged :
         {std::string(), std::string("headway site 2\n\n"), whole.substr(0, whole.size() - 1), whole + "x",
          std::string("headway site 1\n4 404.html\n"), std::string("headway site 1\nx 404.html\n\n"),
          std::string("headway site 1\n1 b\n1 a\n\nba"),
          std::string("headway site 1\n99999999999999999999 a\n\n"),
          std::string("headway site 1\n1 \n\na")}) {
        EXPECT_FALSE(StaticSite::from_archive(damaged).has_value()) << damaged;
    }
}

}  // namespace
}  // namespace headway::http
