// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranking/job_profile.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace headway::ranking {
namespace {

constexpr std::uint8_t version = 1;
constexpr std::uint8_t open_flag = 1;
constexpr std::uint8_t partial_flag = 2;

template <class Int>
void put(std::string& out, Int value) {
    for (std::size_t i = 0; i < sizeof(Int); ++i)
        out += static_cast<char>(static_cast<unsigned char>(std::uint64_t{value} >> (8 * i)));
}

/// Takes whole numbers off the front of bytes; past the end it gives 0 and remembers.
class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}
    template <class Int>
    Int take() {
        if (rest_.size() < sizeof(Int)) {
            short_ = true;
            rest_ = {};
            return 0;
        }
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < sizeof(Int); ++i)
            value |= std::uint64_t{static_cast<unsigned char>(rest_[i])} << (8 * i);
        rest_.remove_prefix(sizeof(Int));
        return static_cast<Int>(value);
    }
    [[nodiscard]] bool too_short() const { return short_; }
    [[nodiscard]] bool at_end() const { return rest_.empty(); }

  private:
    std::string_view rest_;
    bool short_ = false;
};

std::unexpected<Error> damaged(std::string what) {
    return fail(ErrorCode::invalid, std::move(what), "job profile", "Read the job again to make it anew");
}

/// Whether the alternatives are in order, each once.
bool ascending(const std::vector<SkillKey>& keys) {
    return std::adjacent_find(keys.begin(), keys.end(), std::greater_equal<>()) == keys.end();
}

void put_in_order(std::vector<SkillKey>& keys) {
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

std::uint16_t in_weight_steps(double weight) {
    return static_cast<std::uint16_t>(std::lround(std::clamp(weight / weight_step, 0.0, 65535.0)));
}

std::uint8_t in_level_steps(double level) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(level, 0.0, 7.0) / level_step));
}

}  // namespace

JobProfile make_job_profile(std::span<const career::RequirementResult> report, const SkillKeys& keys) {
    JobProfile out;
    for (const career::RequirementResult& r : report) {
        if (out.requirements.size() >= most_profile_requirements) break;  // the engine reads at most 600
        JobRequirement& to = out.requirements.emplace_back();
        for (const ontology::SkillId s : r.requirement.any_of) to.any_of.push_back(keys.key(s));
        put_in_order(to.any_of);
        if (to.any_of.size() > most_alternatives) to.any_of.resize(most_alternatives);
        to.weight = in_weight_steps(r.weight);
        to.needed = in_level_steps(r.requirement.needed.value);
        to.open = r.requirement.open;
        to.partial = r.requirement.partial;
    }
    std::sort(out.requirements.begin(), out.requirements.end(),
              [](const JobRequirement& a, const JobRequirement& b) {
                  return std::tie(b.weight, a.any_of, a.needed, a.open, a.partial) <
                         std::tie(a.weight, b.any_of, b.needed, b.open, b.partial);
              });
    return out;
}

void renew(JobProfile& profile, const SkillKeys& keys) {
    for (JobRequirement& r : profile.requirements) {
        for (SkillKey& k : r.any_of) k = keys.current(k);
        put_in_order(r.any_of);
    }
}

std::string to_bytes(const JobProfile& profile) {
    std::string out;
    put(out, version);
    put(out, static_cast<std::uint16_t>(profile.requirements.size()));
    for (const JobRequirement& r : profile.requirements) {
        put(out, r.weight);
        put(out, r.needed);
        put(out, static_cast<std::uint8_t>((r.open ? open_flag : 0) | (r.partial ? partial_flag : 0)));
        put(out, static_cast<std::uint8_t>(r.any_of.size()));
        for (const SkillKey k : r.any_of) put(out, k);
    }
    return out;
}

Result<JobProfile> from_bytes(std::string_view bytes) {
    ByteReader in(bytes);
    if (in.take<std::uint8_t>() != version) return damaged("is not of a version that this program reads");
    const auto count = in.take<std::uint16_t>();
    if (count > most_profile_requirements) return damaged("has more requirements than a job can have");
    JobProfile out;
    for (std::size_t i = 0; i < count && !in.too_short(); ++i) {
        JobRequirement& r = out.requirements.emplace_back();
        r.weight = in.take<std::uint16_t>();
        r.needed = in.take<std::uint8_t>();
        const auto flags = in.take<std::uint8_t>();
        const auto alternatives = in.take<std::uint8_t>();
        if (r.needed > highest_needed) return damaged("asks for a level above the scale");
        if ((flags & ~(open_flag | partial_flag)) != 0) return damaged("has flags that mean nothing");
        r.open = (flags & open_flag) != 0;
        r.partial = (flags & partial_flag) != 0;
        for (std::size_t a = 0; a < alternatives && !in.too_short(); ++a)
            r.any_of.push_back(in.take<std::uint64_t>());
        if (!in.too_short() && !ascending(r.any_of)) return damaged("has alternatives out of order");
    }
    if (in.too_short()) return damaged("ends too early");
    if (!in.at_end()) return damaged("goes on after its end");
    return out;
}

}  // namespace headway::ranking
