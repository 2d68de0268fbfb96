// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <memory>
#include <optional>
#include <string>

#include "support/counterpart.hpp"
#include "support/temp_folder.hpp"

namespace headway::test {

/// The npm package @copilotkit/aimock as a model's server on loopback, ended with this.
class Aimock {
  public:
    /// `fixtures`: a JSON list of aimock's fixtures. Null where its package or Node.js is not installed;
    /// throws when it does not start all the same.
    [[nodiscard]] static std::unique_ptr<Aimock> start(const std::string& fixtures);

    [[nodiscard]] const std::string& origin() const { return server_->origin(); }
    /// Its interface as a base URL.
    [[nodiscard]] std::string base_url() const { return origin() + "/v1"; }

  private:
    Aimock() = default;
    TempFolder folder_;
    std::optional<Counterpart> server_;
};

}  // namespace headway::test

/// Skips a test, or fails it in CI, where `server` is null.
#define HEADWAY_NEEDS_AIMOCK(server)                                                                  \
    if (!(server)) {                                                                                  \
        if (const char* ci = std::getenv("CI"); ci != nullptr && std::string(ci) == "true")           \
            FAIL() << "web/node_modules has no @copilotkit/aimock";                                   \
        GTEST_SKIP() << "web/node_modules has no @copilotkit/aimock; scripts/build-web.sh brings it"; \
    }
