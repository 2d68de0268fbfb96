// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/table_file.hpp"
#include "career/lexical_index.hpp"
#include "career/word_profiles.hpp"
#include "ontology/catalog.hpp"
#include "vectors/embedding.hpp"
#include "vectors/vector.hpp"

namespace headway::career {

/// Vectors of the names of all skills of all packs, and the word indexes: computed once by `headway ontology
/// compile` and read in place (docs/formats/link-file.md). A skill is known by the number of its very row,
/// not by the canonical one.
class LinkTable {
  public:
    /// Fails with invalid when the file was made from other packs or with another model.
    [[nodiscard]] static Result<LinkTable> open(const std::string& path,
                                                std::span<const ontology::Pack> packs,
                                                std::uint64_t model_checksum);

    /// Labels of a skill: its own name first, then the others, then what implies it. Groups have none.
    [[nodiscard]] ontology::Range labels(ontology::SkillId row) const { return ranges_[row]; }
    /// The skill that a label belongs to.
    [[nodiscard]] ontology::SkillId owner(std::uint32_t label) const;
    [[nodiscard]] std::span<const vectors::Row> vectors() const { return vectors_; }
    [[nodiscard]] std::span<const float> scales() const { return scales_; }
    /// The mean of a skill's label vectors.
    [[nodiscard]] const vectors::Row& mean(ontology::SkillId row) const { return means_[row]; }
    [[nodiscard]] float mean_scale(ontology::SkillId row) const { return mean_scales_[row]; }

    /// ln(1 + occupations of the framework that use the skill).
    [[nodiscard]] float commonness(ontology::SkillId row) const { return commonness_[row]; }

    [[nodiscard]] const LexicalIndex& onet_words() const { return onet_; }
    [[nodiscard]] const LexicalIndex& esco_words() const { return esco_; }
    [[nodiscard]] const WordProfiles& profiles() const { return profiles_; }

  private:
    explicit LinkTable(TableFile file) : file_(std::move(file)) {}
    [[nodiscard]] Result<void> load(std::size_t skills);

    TableFile file_;
    std::span<const ontology::Range> ranges_;
    std::span<const vectors::Row> vectors_, means_;
    std::span<const float> scales_, mean_scales_, commonness_;
    LexicalIndex onet_, esco_;
    WordProfiles profiles_;
};

/// Makes the file that LinkTable::open reads. Equal packs and an equal model give equal bytes.
[[nodiscard]] Result<void> compile_link_table(std::span<const ontology::Pack> packs,
                                              const vectors::Embedding& embedding, const std::string& path);

inline constexpr std::string_view link_magic{"HWLNK1\n\0", 8};
inline constexpr std::uint32_t link_version = 2;

}  // namespace headway::career
