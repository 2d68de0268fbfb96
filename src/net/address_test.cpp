// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/address.hpp"

#include <gtest/gtest.h>

#include "net/url.hpp"

namespace headway::net {
namespace {

Reach reach(const char* text) {
    const auto address = parse_address(text);
    EXPECT_TRUE(address) << text;
    return address ? reach_of(*address) : Reach::open;
}

TEST(Addresses, OfThePublicInternetAreOpen) {
    for (const char* text :
         {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
          "128.0.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "223.255.255.255",
          "2606:4700::1111", "2a00:1450:4001::200e", "2001:200::1", "3ffe::1"})
        EXPECT_EQ(reach(text), Reach::open) << text;
}

TEST(Addresses, OfPrivateNetworksAreLocal) {
    for (const char* text : {"127.0.0.1", "127.255.255.254", "10.0.0.1", "172.16.0.1", "172.31.255.255",
                             "192.168.1.1", "100.64.0.1", "::1", "fc00::1", "fdff::1"})
        EXPECT_EQ(reach(text), Reach::local) << text;
}

TEST(Addresses, ThatMayNeverBeAsked) {
    for (const char* text : {"0.0.0.0",         "0.1.2.3",          "169.254.169.254", "169.254.0.1",
                             "100.100.100.200", "168.63.129.16",    "192.0.0.192",     "192.0.2.1",
                             "198.18.0.1",      "198.51.100.1",     "203.0.113.1",     "224.0.0.1",
                             "239.255.255.255", "240.0.0.1",        "255.255.255.255", "::",
                             "fe80::1",         "febf::1",          "fec0::1",         "ff02::1",
                             "fd00:ec2::254",   "::ffff:127.0.0.1", "::ffff:8.8.8.8",  "::127.0.0.1",
                             "64:ff9b::7f00:1", "64:ff9b:1::1",     "2002:7f00:1::",   "2001::1",
                             "2001:db8::1",     "100::1",           "3fff::1",         "4000::1"})
        EXPECT_EQ(reach(text), Reach::never) << text;
}

TEST(Addresses, AreReadStrictly) {
    for (const char* text :
         {"", "127.1", "0x7f.0.0.1", "1.2.3.4.5", "::1%lo", "[::1]", "1.2.3.4 ", "localhost"})
        EXPECT_FALSE(parse_address(text)) << text;
    EXPECT_EQ(to_string(*parse_address("2001:DB8:0::1")), "2001:db8::1");
}

TEST(Urls, AreOfTheWeb) {
    const auto url = parse_url("HTTPS://Jobs.Example.org/a?b=c#d");
    ASSERT_TRUE(url) << url.error().message();
    EXPECT_EQ(url->whole, "https://Jobs.Example.org/a?b=c");
    EXPECT_EQ(url->origin(), "https://jobs.example.org:443");
    EXPECT_EQ(parse_url("../x", "http://a.example/b/c/d")->whole, "http://a.example/b/x");
    EXPECT_EQ(parse_url("//b.example/y", "https://a.example/")->whole, "https://b.example/y");
    for (const char* bad :
         {"", "file:///etc/passwd", "gopher://x", "ftp://x/", "javascript:1", "http://", "http://a b/",
          "http://user:secret@x.example/", "http://x.example:0/", "http://x.example:99999/",
          "http://[fe80::1%25eth0]/", "http://\u00e4.example/", "http://x.example/\n", "dict://x:11211/"})
        EXPECT_FALSE(parse_url(bad)) << bad;
}

TEST(Urls, OfOddNumbersMeanTheAddressThatIsMeant) {
    for (const char* odd : {"http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/", "http://127.1/"}) {
        const auto url = parse_url(odd);
        if (!url) continue;
        EXPECT_EQ(url->host, "127.0.0.1") << odd;
    }
    EXPECT_EQ(parse_url("http://[::1]:81/")->host, "::1");
}

}  // namespace
}  // namespace headway::net
