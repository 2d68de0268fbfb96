// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/router.hpp"

#include <gtest/gtest.h>

namespace headway::http {
namespace {

Router router_of(const std::vector<std::string>& patterns) {
    Router out;
    for (const std::string& p : patterns) {
        Route route;
        route.pattern = p;
        route.handler = [](const Call&) -> Answer<Response> { return Response{}; };
        out.add(std::move(route));
    }
    return out;
}

/// "PATTERN name=value", "-" when nothing has the path.
std::string found(const Router& router, std::string_view path) {
    const auto f = router.find(Method::get, path);
    if (!f || f->route == nullptr) return "-";
    std::string out = f->route->pattern;
    for (const auto& [name, value] : f->path_values) out += " " + name + "=" + value;
    return out;
}

TEST(Router, FixedPartsWinOverEndingsOverPlacesOverARest) {
    const Router r = router_of({"/c/all.ics", "/c/{secret}.ics", "/c/{id}", "/{path...}"});
    ASSERT_FALSE(r.fault());
    EXPECT_EQ(found(r, "/c/all.ics"), "/c/all.ics");
    EXPECT_EQ(found(r, "/c/abc.ics"), "/c/{secret}.ics secret=abc");
    EXPECT_EQ(found(r, "/c/abc"), "/c/{id} id=abc");
    EXPECT_EQ(found(r, "/c/.ics"), "/c/{id} id=.ics") << "a place is never empty";
    EXPECT_EQ(found(r, "/c/a/b"), "/{path...} path=c/a/b");
}

TEST(Router, BadPatternsAreAFault) {
    for (const char* bad : {"/a/{id", "/a/{id}x", "/a/{}.ics", "/{a}/{a}", "/{rest...}/b", "/a{b}", "x"})
        EXPECT_TRUE(router_of({bad}).fault()) << bad;
    EXPECT_TRUE(router_of({"/a/{x}.ics", "/a/{y}.ics"}).fault()) << "the same route twice";
}

}  // namespace
}  // namespace headway::http
