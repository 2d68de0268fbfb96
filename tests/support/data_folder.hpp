// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <string>

namespace headway::test {

/// The folder of downloaded data: $HEADWAY_DATA, else ../shared/data beside the source tree.
inline std::string data_folder() {
    const char* chosen = std::getenv("HEADWAY_DATA");
    return chosen != nullptr && *chosen != '\0' ? chosen : HEADWAY_SOURCE_DIR "/../shared/data";
}

/// Whether tests must run with the data rather than skip.
inline bool data_required() {
    const char* ci = std::getenv("CI");
    return ci != nullptr && std::string(ci) == "true";
}

}  // namespace headway::test

/// At the head of a test that needs a part of the data folder: skips where it is absent, fails there when
/// CI=true.
#define HEADWAY_NEEDS_DATA(part)                                                            \
    do {                                                                                    \
        if (!std::filesystem::exists(headway::test::data_folder() + "/" + (part))) {        \
            if (headway::test::data_required()) FAIL() << "no data: " << (part);            \
            GTEST_SKIP() << "needs " << (part) << " in the data folder (set HEADWAY_DATA)"; \
        }                                                                                   \
    } while (false)
