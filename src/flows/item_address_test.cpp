// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/item_address.hpp"

#include <gtest/gtest.h>

namespace headway::flows {
namespace {

TEST(ItemAddress, IsHttpsAtAHostWithAPublicName) {
    EXPECT_EQ(proposable_address("https://Learn.Example.org/kube#part-2"), "https://Learn.Example.org/kube");
    EXPECT_TRUE(proposable_address("https://learn.example:443/a?b=c"));
    for (const char* bad : {"",
                            "javascript:alert(1)",
                            "data:text/html,x",
                            "http://learn.example.org/kube",
                            "HTTPS:/x",
                            "https://user:word@learn.example.org/",
                            "https://user@learn.example.org/",
                            "https://127.0.0.1/",
                            "https://2130706433/",
                            "https://0x7f.1/",
                            "https://[::1]/",
                            "https://localhost/",
                            "https://box.local/",
                            "https://intranet/",
                            "https://10.0.0.1.internal/",
                            "https://learn.example.org:8443/",
                            "https://learn.example.org/a b",
                            "https://learn.example.org/\"x",
                            "https://learn.example.org/\nx",
                            "https://.example.org/",
                            "ftp://learn.example.org/",
                            "https://learn.example.org@127.0.0.1/"})
        EXPECT_FALSE(proposable_address(bad)) << bad;
    EXPECT_FALSE(proposable_address("https://learn.example.org/" + std::string(3000, 'a')));
}

TEST(ItemAddress, OfOnePageIsTheSame) {
    const std::string page = normal_address("https://kubernetes.io/docs/tutorials/");
    EXPECT_EQ(normal_address("http://www.Kubernetes.io/docs/tutorials#top"), page);
    EXPECT_EQ(normal_address("https://kubernetes.io/docs/tutorials"), page);
    EXPECT_NE(normal_address("https://kubernetes.io/docs/Tutorials"), page) << "paths tell case apart";
    EXPECT_NE(normal_address("https://kubernetes.io/docs/tutorials?v=2"), page);
}

}  // namespace
}  // namespace headway::flows
