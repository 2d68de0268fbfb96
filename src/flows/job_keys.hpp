// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ranking/job_index.hpp"

namespace headway::flows {

/// The ids of jobs as keys of the index: the newer a job, the smaller its key, so that of equal fits the
/// newer comes first. Not thread-safe.
class JobKeys {
  public:
    /// Where a job with this id stands, in the index or not; none for what is no UUID.
    [[nodiscard]] static std::optional<ranking::JobKey> place_of(std::string_view id);

    /// The key of an id, made when there is none; none for what is no UUID.
    std::optional<ranking::JobKey> add(std::string_view id);
    [[nodiscard]] std::optional<ranking::JobKey> find(std::string_view id) const;
    [[nodiscard]] std::optional<std::string> id(ranking::JobKey key) const;
    void remove(ranking::JobKey key) { ids_.erase(key); }
    [[nodiscard]] std::vector<ranking::JobKey> all() const;

  private:
    using Uuid = std::array<std::uint8_t, 16>;
    /// Two jobs can begin alike; then the later one takes the next key that is free.
    static constexpr int most_steps = 64;
    std::unordered_map<ranking::JobKey, Uuid> ids_;
};

}  // namespace headway::flows
