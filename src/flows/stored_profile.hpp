// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "flows/reading.hpp"
#include "ranking/job_profile.hpp"

namespace headway::flows {

/// What the ranking keeps of a job as it was read, corrections applied.
[[nodiscard]] ranking::JobProfile make_profile(const Knowledge& knowledge, const ReadJob& job);

/// As the store keeps it: eight bytes that name the reader, then the profile.
[[nodiscard]] std::string profile_to_store(const Knowledge& knowledge, const ranking::JobProfile& profile);

struct StoredProfile {
    ranking::JobProfile profile;  ///< With the skill keys of today's packs.
    bool current = false;         ///< False when another reader made it: the job is to be read anew.
};
/// What cannot be read is empty and not current.
[[nodiscard]] StoredProfile profile_from_store(const Knowledge& knowledge, std::string_view bytes);

}  // namespace headway::flows
