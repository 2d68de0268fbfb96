// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "base/clock.hpp"
#include "identity/key_set.hpp"
#include "identity/metadata.hpp"

namespace headway::identity {

/// What an issuer says of itself and its keys, kept for an hour; see Issuer. One thread reads anew, the
/// others go on with what there is.
class KeptKeys {
  public:
    struct Read {
        Metadata metadata;
        KeySet keys;
    };
    using Kept = std::shared_ptr<const Read>;

    KeptKeys(std::function<Result<Read>()> read, Clock clock)
        : read_(std::move(read)), clock_(std::move(clock)) {}

    [[nodiscard]] Result<Kept> get();
    /// The same, read anew when `token` was signed with a key that is not there.
    [[nodiscard]] Result<Kept> get_for(const Token& token);
    /// Reads now, whatever there is.
    [[nodiscard]] Result<Kept> read_now();

  private:
    [[nodiscard]] Kept kept(std::chrono::microseconds age) const;
    [[nodiscard]] bool tried_lately() const;

    std::function<Result<Read>()> read_;
    Clock clock_;
    std::mutex reading_;  ///< Held by whoever asks the issuer.
    mutable std::mutex mutex_;
    Kept kept_;
    Timestamp read_at_;
    std::optional<Timestamp> tried_at_;
};

}  // namespace headway::identity
