// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <memory>
#include <optional>
#include <string>

#include "support/counterpart.hpp"
#include "support/temp_folder.hpp"

namespace headway::test {

/// A real Chroma on loopback, with its data in a temporary folder.
class Chroma {
  public:
    /// Null where its package or Node.js is not installed; throws when it does not start all the same.
    [[nodiscard]] static std::unique_ptr<Chroma> start();
    [[nodiscard]] const std::string& url() const { return url_; }
    /// Killed; its data and its address stay.
    void stop() { server_.reset(); }
    void start_again();

  private:
    Chroma() = default;
    TempFolder folder_;
    std::string url_;
    std::optional<Counterpart> server_;
};

}  // namespace headway::test

/// Skips a test, or fails it in CI, where `server` is null.
#define HEADWAY_NEEDS_CHROMA(server)                                                                   \
    if (!(server)) {                                                                                   \
        if (const char* ci = std::getenv("CI"); ci != nullptr && std::string(ci) == "true")            \
            FAIL() << "build/test-servers has no Chroma";                                              \
        GTEST_SKIP() << "build/test-servers has no Chroma; scripts/install-test-servers.sh brings it"; \
    }
