// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <string>

#include "files/s3_settings.hpp"
#include "support/counterpart.hpp"

namespace headway::test {

/// OpenStack Swift of Debian with its S3 interface, empty but for the bucket "headway", shared by the tests
/// of one program. It refuses wrong signatures.
class Swift {
  public:
    /// Null where its packages are not installed; throws when it does not start all the same.
    [[nodiscard]] static Swift* shared();
    [[nodiscard]] const std::string& origin() const { return server_.origin(); }
    /// As its administrator. Keys begin with `prefix`.
    [[nodiscard]] files::S3Settings settings(const std::string& prefix = {}) const;

    Swift();

  private:
    Counterpart server_;
};

}  // namespace headway::test

/// Skips a test, or fails it in CI, where there is no Swift.
#define HEADWAY_NEEDS_SWIFT()                                                                 \
    if (headway::test::Swift::shared() == nullptr) {                                          \
        if (const char* ci = std::getenv("CI"); ci != nullptr && std::string(ci) == "true")   \
            FAIL() << "Swift is not installed";                                               \
        GTEST_SKIP() << "Swift is not installed; scripts/install-packages.sh test brings it"; \
    }
