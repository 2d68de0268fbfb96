// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/key_box.hpp"

#include <gtest/gtest.h>

#include "llm/endpoint.hpp"

namespace headway::llm {
namespace {

TEST(KeyBox, GivesBackWhatItSealed) {
    const KeyBox box("a secret of the server");
    for (const std::string plain : {"", "sk-1", "sk-0123456789abcdef"}) {
        const std::string sealed = box.seal("anna", plain);
        EXPECT_NE(sealed, box.seal("anna", plain)) << "another nonce each time";
        if (!plain.empty()) EXPECT_EQ(sealed.find(plain), std::string::npos);
        const auto opened = box.open("anna", sealed);
        ASSERT_TRUE(opened);
        EXPECT_EQ(*opened, plain);
    }
}

TEST(KeyBox, OpensOnlyForTheOwnerUnderItsSecretAndUnchanged) {
    const KeyBox box("a secret of the server");
    const std::string sealed = box.seal("anna", "sk-0123456789abcdef");
    EXPECT_FALSE(box.open("ben", sealed)) << "a row put under another name";
    EXPECT_FALSE(KeyBox("another secret of 1").open("anna", sealed));
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        std::string changed = sealed;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(box.open("anna", changed)) << i;
        EXPECT_FALSE(box.open("anna", sealed.substr(0, i))) << i;
    }
}

TEST(KeyHint, ShowsTheEndOfALongKeyOnly) {
    EXPECT_EQ(key_hint("sk-0123456789abcdef"), "cdef");
    EXPECT_EQ(key_hint("short"), "");
    EXPECT_EQ(key_hint(""), "");
}

}  // namespace
}  // namespace headway::llm
