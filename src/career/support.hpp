// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "career/linker.hpp"
#include "career/resume.hpp"
#include "career/types.hpp"
#include "ontology/catalog.hpp"

namespace headway::career {

/// What in a résumé meets one skill, and how surely.
struct Backing {
    Support support = Support::none;
    Level level;
    SkillId skill = ontology::none;  ///< The skill that meets it or transfers.
    double certainty = 0;            ///< 0–1
    double factor = 1;               ///< 0–1: how much of it carries over; 1 but for transfer.
    std::vector<Evidence> evidence;
};

/// Coverage of a need by a backing: certainty · factor · min(1, level / (needed − ½)). The half level is the
/// noise of the scale; needs under 1 count as 1. In [0, 1], never falling in any of its inputs.
[[nodiscard]] double coverage(double certainty, double factor, double level, double needed);

/// Answers, for one résumé, what backs a skill: its own mentions; narrower skills and tools; signals; the
/// roles held; what the text itself shows; substitutes. Built once a résumé, then asked once a requirement.
/// The résumé and catalog must outlive it.
class Backings {
  public:
    Backings(const Resume& resume, const ontology::Catalog& catalog, const Linker* linker);

    /// Everything found, best coverage of `needed` first; empty when nothing is.
    [[nodiscard]] std::vector<Backing> find(SkillId skill, double needed, bool open) const;

    /// The sentence that comes nearest to a phrase in the ad's own words; none without a linker.
    [[nodiscard]] Backing find_phrase(std::string_view phrase) const;

  private:
    /// Something that shows a wider skill by way of a narrower.
    struct Upward {
        SkillId wide = ontology::none;
        SkillId narrow = ontology::none;
        double certainty = 0;
        double lost = 0;  ///< levels lost on the way
    };
    void climb(SkillId from, std::vector<Upward>& out) const;
    [[nodiscard]] bool disclaimed(SkillId skill) const;
    [[nodiscard]] Backing from_narrower(SkillId skill) const;
    [[nodiscard]] Backing from_signals(SkillId skill) const;
    [[nodiscard]] Backing from_roles(SkillId skill) const;
    [[nodiscard]] Backing from_meaning(SkillId skill) const;
    [[nodiscard]] Backing from_text(SkillId skill) const;
    [[nodiscard]] Backing from_english(SkillId skill) const;
    [[nodiscard]] Backing from_software(SkillId skill) const;
    void prepare_sentences();
    [[nodiscard]] Backing implied(SkillId skill, double needed) const;
    [[nodiscard]] Backing from_substitutes(SkillId skill, double needed, bool open) const;
    void collect_role_skills();

    const Resume& resume_;
    const ontology::Catalog& catalog_;
    const Linker* linker_;
    struct Prepared {
        std::uint32_t sentence = 0;
        Linker::Sentence vectors;
    };
    std::vector<Prepared> sentences_;  ///< Stated sentences worth comparing; empty without a linker.
    template <class Certainty>
    [[nodiscard]] Backing nearest(const Certainty& certainty_of, std::string_view name,
                                  ontology::Kind kind) const;
    std::vector<Upward> held_up_;     ///< By wide skill, from held skills.
    std::vector<Upward> signals_up_;  ///< By wide skill, from signalled skills.
    std::vector<Signal> signals_;     ///< By skill; those of stated sentences only.
    struct RoleSkill {
        SkillId skill = ontology::none;
        std::uint32_t role = 0;
        double certainty = 0;
        double level = 0;
        std::string_view occupation;
    };
    std::vector<RoleSkill> role_skills_;  ///< By skill.
};

}  // namespace headway::career
