// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>

#include "files/file_store.hpp"
#include "store/database.hpp"

namespace headway::flows {

/// How long what nobody needs any more is kept (docs/configuration.md).
struct Keeping {
    std::chrono::days runs{90};   ///< Ended ones.
    std::chrono::days events{7};  ///< A client that is away for longer reads everything anew.
    std::chrono::hours idempotency_keys{48};
    std::chrono::hours login_failures{24};
    std::chrono::days quota_usage{60};
    std::chrono::days letter_days{14};
    std::chrono::hours failed_erasures{1};  ///< Then they are tried again.
};

/// What went, and what was taken up.
struct Tidied {
    std::int64_t sessions = 0;
    std::int64_t runs = 0;
    std::int64_t events = 0;
    std::int64_t idempotency_keys = 0;
    std::int64_t login_failures = 0;
    std::int64_t quota_usage = 0;
    std::int64_t files = 0;
    std::int64_t erasures = 0;  ///< Not gone, but taken up again.
    bool more = false;          ///< A bound was reached: there may be more of it.

    [[nodiscard]] std::int64_t rows() const {
        return sessions + runs + events + idempotency_keys + login_failures + quota_usage;
    }
};
BOOST_DESCRIBE_STRUCT(Tidied, (),
                      (sessions, runs, events, idempotency_keys, login_failures, quota_usage, files, erasures,
                       more))

/// One pass: at most `most` rows of each kind, each kind in a short transaction of its own, and at most
/// `most` files. Several processes may do it at once. What fails is tried again in the next pass; the first
/// error is given back.
[[nodiscard]] Result<Tidied> tidy(sql::Database& database, files::FileStore& files, const Clock& clock,
                                  const Keeping& keeping, std::size_t most = 500);

}  // namespace headway::flows
