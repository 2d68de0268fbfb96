// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "base/clock.hpp"
#include "identity/key_set.hpp"
#include "identity/metadata.hpp"

namespace headway::identity {

/// What an issuer says of itself and its keys, kept for an hour; see Issuer. One thread reads anew, the
/// others go on with what there is; where there is nothing they wait for that one reading and no other. After
/// one that failed nobody asks, or waits, for ten seconds.
class KeptKeys {
  public:
    struct Read {
        Metadata metadata;
        KeySet keys;
    };
    using Kept = std::shared_ptr<const Read>;
    /// Must not take longer than this.
    static constexpr std::chrono::seconds longest_read{5};

    KeptKeys(std::function<Result<Read>()> read, Clock clock)
        : read_(std::move(read)), clock_(std::move(clock)) {}

    [[nodiscard]] Result<Kept> get();
    /// The same when one of the keys signed the token, else `unauthenticated`. They are read anew first where
    /// the token names a key that is not there, or none: its issuer may sign with another by now.
    [[nodiscard]] Result<Kept> get_for(const Token& token);
    /// Reads now, whatever there is.
    [[nodiscard]] Result<Kept> read_now();

  private:
    [[nodiscard]] Kept kept(std::chrono::microseconds age) const;
    [[nodiscard]] bool tried_lately() const;

    std::function<Result<Read>()> read_;
    Clock clock_;
    std::timed_mutex reading_;  ///< Held by whoever asks the issuer.
    mutable std::mutex mutex_;
    Kept kept_;
    Timestamp read_at_;
    std::optional<Timestamp> tried_at_;  ///< When the last reading ended.
};

}  // namespace headway::identity
