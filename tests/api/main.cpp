// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "api/answers_given.hpp"
#include "document/helper.hpp"

/// Documents are read by this program started anew.
int main(int argc, char** argv) {
    if (const auto code = headway::document::run_document_helper(argc, argv)) return *code;
    testing::InitGoogleMock(&argc, argv);
    headway::test::expect_every_answer_at_the_end();
    return RUN_ALL_TESTS();
}
