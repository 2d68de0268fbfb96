// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "flows/knowledge.hpp"
#include "net/resolver.hpp"
#include "vectors/vector.hpp"

namespace headway::flows {

/// What makes vectors of texts: all of one length.
struct Embedder {
    std::string name;  ///< Changes whenever the same text could get another vector.
    /// For as long as go_on says so (empty: to the end).
    std::function<Result<std::vector<std::vector<float>>>(const std::vector<std::string>&,
                                                          const net::GoOn& go_on)>
        embed;
};

/// The model inside the program.
[[nodiscard]] Embedder embedded_model(const Knowledge& knowledge);

/// Only skills with a row in that framework, and only of that kind.
struct SkillFilter {
    std::string framework;  ///< Empty: all.
    std::optional<ontology::Kind> kind;
};

/// A row that is near a text.
struct NearSkill {
    ontology::SkillId row = ontology::none;
    double cosine = 0;
    friend bool operator==(const NearSkill&, const NearSkill&) = default;
};

/// Skills that can be found by meaning: every row but headings.
[[nodiscard]] std::vector<ontology::SkillId> skills_with_meaning(const Knowledge& knowledge);
/// Whether the filter lets a row through.
[[nodiscard]] bool passes(const Knowledge& knowledge, const SkillFilter& filter, ontology::SkillId row);

/// The embedded index: vectors of the names of all skills, computed when they are first asked for, searched
/// one by one. Thread-safe.
class SkillVectors {
  public:
    explicit SkillVectors(const Knowledge& knowledge) : knowledge_(knowledge) {}
    /// Nearest first; of equals the first in the packs.
    [[nodiscard]] std::vector<NearSkill> nearest(std::string_view text, const SkillFilter& filter,
                                                 std::size_t most);

  private:
    void load();

    const Knowledge& knowledge_;
    std::once_flag loaded_;
    std::vector<ontology::SkillId> rows_;
    std::vector<vectors::Row> vectors_;
    std::vector<float> scales_;
};

}  // namespace headway::flows
