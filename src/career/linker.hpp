// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "career/link_table.hpp"
#include "ontology/catalog.hpp"
#include "vectors/embedding.hpp"

namespace headway::career {

/// Frameworks that a text can be linked to.
enum class LinkFramework : std::uint8_t { onet, esco };

/// Finds skills that a text describes without naming them, by the model's vectors and by shared words. All
/// functions are pure and safe to call from several threads; the catalog must outlive the linker.
class Linker {
  public:
    [[nodiscard]] static Result<Linker> open(const std::string& model, const std::string& table,
                                             const ontology::Catalog& catalog);

    /// A skill by its very row (not the canonical one), with a score of 0 to 1 for ranking (the formula is in
    /// docs/formats/link-model.md). It is no probability.
    struct Linked {
        ontology::SkillId skill = ontology::none;
        double score = 0;
    };

    /// The `top` skills of a framework that a sentence shows best, best first; of equals the first in the
    /// pack. Empty when no word is known. Reads at most vectors::most_words words.
    [[nodiscard]] std::vector<Linked> link(std::string_view text, LinkFramework framework,
                                           std::size_t top) const;

    /// A text made ready for similarity(): the vector of the whole and of every run of 2, 3, 4, 6 and 9
    /// words.
    struct Sentence {
        vectors::Vector whole;
        std::vector<vectors::Vector> runs;  ///< The whole alone where the text is shorter than any run.
        std::vector<std::uint32_t> terms;   ///< Known stems by number, ascending.
    };
    [[nodiscard]] Sentence prepare(std::string_view text) const;

    /// How near a sentence comes to a skill, 0 to 1: the mean of four cosines with the whole sentence and
    /// with its best run, of the nearest label and of the mean label; the best over the skill's rows.
    [[nodiscard]] double similarity(const Sentence& sentence, ontology::SkillId canonical) const;

    /// The same with a phrase in the place of a skill's labels; for what an ad asks in its own words.
    [[nodiscard]] static double similarity(const Sentence& sentence, const Sentence& phrase);

    /// The words that go with a skill, with what each tells: those of all its rows, and at half of the
    /// skills that the curated list puts under it.
    using Profile = std::vector<WordProfiles::Word>;
    [[nodiscard]] Profile profile(ontology::SkillId canonical) const;
    /// The same of a phrase: its own words, and those of the three curated skills whose names come nearest to
    /// it, each the more the nearer it is.
    [[nodiscard]] Profile profile(const Sentence& phrase) const;

    /// What the sentence's words tell for a skill: the sum over the four that tell most; 0 where none goes
    /// with it.
    [[nodiscard]] static double shared_words(const Sentence& sentence, const Profile& profile);

    /// The skill, knowledge or soft skill of ESCO or O*NET that a line of an ad asks for in other words, and
    /// the chance that it is that one; absent when the line shares no word with any name.
    struct Match {
        ontology::SkillId skill = ontology::none;  ///< canonical
        double certainty = 0;
    };
    [[nodiscard]] std::optional<Match> match(std::string_view line) const;

    /// Of the content of the model.
    [[nodiscard]] std::uint64_t checksum() const { return embedding_.checksum(); }

  private:
    Linker(const ontology::Catalog& catalog, vectors::Embedding embedding, LinkTable table)
        : catalog_(&catalog), embedding_(std::move(embedding)), table_(std::move(table)) {}

    struct Scored {
        float score = 0;
        ontology::SkillId skill = ontology::none;
    };
    [[nodiscard]] std::vector<Scored> sentence_scores(std::span<const std::string> words,
                                                      const vectors::Vector& whole,
                                                      LinkFramework framework) const;
    [[nodiscard]] std::vector<Scored> nearest_curated(const Sentence& phrase) const;
    [[nodiscard]] float best_run(const Sentence& sentence, ontology::SkillId row) const;
    [[nodiscard]] float similarity_to_row(const Sentence& sentence, ontology::SkillId row) const;
    [[nodiscard]] Sentence prepare(std::span<const std::string> words) const;

    const ontology::Catalog* catalog_;
    vectors::Embedding embedding_;
    LinkTable table_;
};

}  // namespace headway::career
