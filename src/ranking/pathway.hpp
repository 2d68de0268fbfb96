// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "ranking/closeness.hpp"

namespace headway::ranking {

/// A skill that an occupation needs, held against a person.
struct PathwaySkill {
    NeededElement needed;
    std::optional<double> held;  ///< The level that covers the need best; none when nothing shows it.
    double covered = 0;          ///< 0–1
    double gain = 0;             ///< Points of closeness that closing this alone would add.
};

/// A technology of an occupation, held or not.
struct PathwayTechnology {
    UsedTechnology used;
    double gain = 0;  ///< As above; 0 for those held.
};

/// Work that counts for an occupation.
struct PathwayWork {
    std::size_t work = 0;  ///< Which of HeldCareer::work.
    double certainty = 0;  ///< 0–1: that its title names `via`
    double points = 0;     ///< of closeness
};

/// One occupation in whole: the arithmetic of its closeness and what is between it and a person.
struct Pathway {
    Closeness closeness;
    PartWeights weights;
    std::vector<PathwayWork> work;                     ///< The most points first; they add up to the part's.
    std::vector<PathwaySkill> held;                    ///< What counts most first.
    std::vector<PathwaySkill> lacking;                 ///< The greatest gain first.
    std::vector<PathwayTechnology> technologies_held;  ///< The rarest first.
    std::vector<PathwayTechnology>
        technologies_lacking;  ///< In demand or hot: in demand first, then by gain.
};

[[nodiscard]] Pathway make_pathway(const HeldCareer& held, const Closeness& closeness,
                                   const OccupationMap& map);

}  // namespace headway::ranking
