// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.hpp"

#include <gtest/gtest.h>

namespace headway {
namespace {

TEST(Digest, AgreesWithTheStandards) {
    EXPECT_EQ(to_hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(to_hex(md5("")), "d41d8cd98f00b204e9800998ecf8427e");
    // RFC 4231, the second case.
    EXPECT_EQ(to_hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_EQ(to_hex(std::string("\0\xFF\x7F", 3)), "00ff7f");
}

}  // namespace
}  // namespace headway
