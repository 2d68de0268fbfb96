// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "career/corrections.hpp"
#include "career/gap.hpp"
#include "career/job.hpp"
#include "career/linker.hpp"
#include "career/occupation.hpp"
#include "career/resume.hpp"
#include "career/types.hpp"
#include "ontology/catalog.hpp"

namespace headway::career {

/// The one door to the engine. Pure: no files, no clock, no state that changes; equal arguments give equal
/// answers. Safe to share between threads. The catalog and the linker must outlive it, and a text must
/// outlive what was read from it.
class Engine {
  public:
    /// Without a linker only names, signals, narrower skills and roles count as evidence.
    explicit Engine(const ontology::Catalog& catalog, const Linker* linker = nullptr)
        : catalog_(catalog), linker_(linker) {}

    /// `today` closes roles that go on and dates recency.
    /// `aliases` are spellings that the person confirmed or rejected; what else they correct is applied to
    /// the result with correct().
    [[nodiscard]] Resume read_resume(std::string_view text, PageStarts pages, Month today,
                                     std::span<const AliasCorrection> aliases = {}) const;
    [[nodiscard]] Job read_job(std::string_view text, PageStarts pages,
                               std::span<const AliasCorrection> aliases = {}) const;

    /// The gap between the two. `occupation` overrides the one that the job's title suggests.
    [[nodiscard]] GapReport gap(const Resume& resume, const Job& job,
                                std::optional<OccupationId> occupation = std::nullopt) const;

    [[nodiscard]] std::vector<OccupationMatch> occupations(std::string_view title, std::size_t top) const;

    [[nodiscard]] const ontology::Catalog& catalog() const { return catalog_; }
    [[nodiscard]] const Linker* linker() const { return linker_; }  ///< Null when there is none.

  private:
    const ontology::Catalog& catalog_;
    const Linker* linker_;
};

}  // namespace headway::career
