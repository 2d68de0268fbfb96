// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <unordered_map>

#include "chroma/client.hpp"
#include "flows/skill_vectors.hpp"

namespace headway::flows {

/// Skills of O*NET and ESCO, and our own.
inline constexpr const char* public_skills = "skills_ontology";
inline constexpr const char* own_skills = "headway_skills";

struct SyncedSkills {
    std::int64_t written = 0;
    std::int64_t there_already = 0;
};

/// The same vectors, kept by a Chroma. Thread-safe.
class ChromaSkills {
  public:
    ChromaSkills(const Knowledge& knowledge, const chroma::Client& client, Embedder embedder);

    enum class Extent : std::uint8_t { missing, all };
    /// Brings both collections in step with the packs and the model: vectors that are missing (or `all`) are
    /// written. What is to take the place of another collection is filled under a name of its own and gets
    /// the other's name when it is whole; begun and left, it is gone on with by the next. Others that do the
    /// same at the same time, here or elsewhere, fill the same one. Ends when `go_on` says so.
    [[nodiscard]] Result<SyncedSkills> sync(Extent extent, const net::GoOn& go_on = {});
    /// How many skills it holds, with the model asked for one word; `conflict` where they are not in step
    /// with the packs and the model.
    [[nodiscard]] Result<std::int64_t> check(const net::GoOn& go_on = {}) const;

    /// Nearest first. `conflict` as above.
    [[nodiscard]] Result<std::vector<NearSkill>> nearest(std::string_view text, const SkillFilter& filter,
                                                         std::size_t most, const net::GoOn& go_on = {}) const;
    [[nodiscard]] const chroma::Client& client() const { return client_; }

  private:
    [[nodiscard]] std::vector<ontology::SkillId> rows_of(std::string_view collection) const;
    [[nodiscard]] Result<chroma::Collection> in_step(const std::string& name, const net::GoOn& go_on) const;
    [[nodiscard]] Result<SyncedSkills> sync_one(const std::string& name, Extent extent,
                                                const net::GoOn& go_on) const;
    /// Writes what is missing there, and says that it is whole.
    [[nodiscard]] Result<SyncedSkills> finish(const chroma::Collection& collection,
                                              std::span<const ontology::SkillId> rows,
                                              const net::GoOn& go_on) const;
    [[nodiscard]] Result<SyncedSkills> replace(const std::string& name,
                                               std::span<const ontology::SkillId> rows, Extent extent,
                                               const net::GoOn& go_on) const;
    [[nodiscard]] Result<SyncedSkills> fill(const chroma::Collection& collection,
                                            std::span<const ontology::SkillId> rows,
                                            const net::GoOn& go_on) const;
    [[nodiscard]] Result<std::vector<ontology::SkillId>> missing_of(const chroma::Collection& collection,
                                                                    std::span<const ontology::SkillId> rows,
                                                                    const net::GoOn& go_on) const;
    [[nodiscard]] Result<std::vector<chroma::Record>> records_of(std::span<const ontology::SkillId> rows,
                                                                 const net::GoOn& go_on) const;
    /// Gives the name to a collection that is whole.
    [[nodiscard]] Result<void> take_place(const chroma::Collection& whole, const std::string& name,
                                          const net::GoOn& go_on) const;
    /// Whether vectors of that length can be compared with what it holds.
    [[nodiscard]] Result<void> fits(const chroma::Collection& collection, std::size_t width) const;
    [[nodiscard]] ontology::SkillId row_of(const std::string& id) const;

    const Knowledge& knowledge_;
    const chroma::Client& client_;
    Embedder embedder_;
    mutable std::once_flag numbered_;
    mutable std::unordered_map<std::string_view, ontology::SkillId> numbers_;  ///< By id.
};

}  // namespace headway::flows
