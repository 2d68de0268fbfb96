// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

#include "base/clock.hpp"
#include "flows/chroma_skills.hpp"

namespace headway::flows {

/// A skill that a text describes or names.
struct DescribedSkill {
    ontology::SkillId skill = ontology::none;  ///< canonical
    ontology::SkillId shown =
        ontology::none;       ///< Its row in the framework asked for, else the canonical row.
    double score = 0;         ///< In (0, 1]
    bool by_meaning = false;  ///< It came from the vectors.
    bool by_name = false;     ///< It came from the search for names.
};

struct DescribedSkills {
    std::vector<DescribedSkill> skills;
    std::string index;  ///< "chroma", or "embedded" also where Chroma did not answer.
};

/// Skills by meaning and by name together: the nearest vectors and the names that agree are the candidates,
/// and each is held against the text by the linker, so that the order does not depend on which index found
/// them. Thread-safe.
class SkillFinder {
  public:
    /// `chroma` may be null: then the embedded index answers. Both must outlive this.
    SkillFinder(const Knowledge& knowledge, ChromaSkills* chroma)
        : knowledge_(knowledge), chroma_(chroma), embedded_(knowledge) {}

    /// A Chroma that fails, or takes longer than a second and a half, is asked again after ten seconds, by
    /// one question; meanwhile the embedded index answers.
    [[nodiscard]] DescribedSkills find(std::string_view text, const SkillFilter& filter, std::size_t top);

    /// Null when none is configured.
    [[nodiscard]] ChromaSkills* chroma() const { return chroma_; }

  private:
    static constexpr std::int64_t well = 0;
    static constexpr std::int64_t unknown = 1;
    [[nodiscard]] bool may_ask(std::int64_t now);
    [[nodiscard]] std::vector<NearSkill> nearest(std::string_view text, const SkillFilter& filter,
                                                 std::string& index);

    const Knowledge& knowledge_;
    ChromaSkills* chroma_;
    SkillVectors embedded_;
    std::atomic<std::int64_t> asked_again_at_{unknown};  ///< Microseconds of the steady clock, or well.
};

}  // namespace headway::flows
