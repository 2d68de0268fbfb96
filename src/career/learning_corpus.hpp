// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "ontology/catalog.hpp"

namespace headway::career {

using ontology::SkillId;

/// Something to learn from: a course, book, documentation, exercise or video.
struct LearningResource {
    std::string title;
    std::string url;  ///< https
    std::string publisher;
    std::string kind;             ///< course, book, documentation, exercise, video
    double hours = 0;             ///< 0.5–200: from level `from` to level `to`
    double from = 0;              ///< 0–7: what it expects
    double to = 0;                ///< 0–7, above `from`: what it leads to
    std::vector<SkillId> skills;  ///< Canonical.
};

/// The resources that the program ships, by skill. Immutable.
class LearningCorpus {
  public:
    /// Adds the rows of one TSV file (docs/formats/learning-corpus.md). Refuses the whole file on the first
    /// bad row, naming line and column.
    [[nodiscard]] Result<void> add(std::string_view tsv, const std::string& file,
                                   const ontology::Catalog& catalog);

    [[nodiscard]] std::span<const LearningResource> resources() const { return resources_; }
    /// Numbers of the resources that teach a skill, in the order of the files.
    [[nodiscard]] std::span<const std::pair<SkillId, std::uint32_t>> teaching(SkillId canonical) const;
    [[nodiscard]] std::size_t skill_count() const;

  private:
    std::vector<LearningResource> resources_;
    std::vector<std::pair<SkillId, std::uint32_t>> by_skill_;  ///< Sorted.
};

}  // namespace headway::career
