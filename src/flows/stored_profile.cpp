// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/stored_profile.hpp"

#include "base/hash.hpp"

namespace headway::flows {
namespace {

constexpr std::size_t mark_bytes = 8;

std::string mark_of(const Knowledge& knowledge) {
    std::string out;
    const std::uint64_t hash = hash64(knowledge.reader);
    for (std::size_t i = 0; i < mark_bytes; ++i)
        out += static_cast<char>(static_cast<unsigned char>(hash >> (8 * i)));
    return out;
}

}  // namespace

ranking::JobProfile make_profile(const Knowledge& knowledge, const ReadJob& job) {
    const auto report = knowledge.engine.gap(career::Resume{}, job.job, job.corrected.occupation);
    return ranking::make_job_profile(report.requirements, knowledge.skill_keys);
}

std::string profile_to_store(const Knowledge& knowledge, const ranking::JobProfile& profile) {
    return mark_of(knowledge) + ranking::to_bytes(profile);
}

StoredProfile profile_from_store(const Knowledge& knowledge, std::string_view bytes) {
    StoredProfile out;
    if (bytes.size() < mark_bytes) return out;
    auto profile = ranking::from_bytes(bytes.substr(mark_bytes));
    if (!profile) return out;
    out.current = bytes.substr(0, mark_bytes) == mark_of(knowledge);
    out.profile = std::move(*profile);
    if (!out.current) ranking::renew(out.profile, knowledge.skill_keys);
    return out;
}

}  // namespace headway::flows
