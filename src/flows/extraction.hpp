// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "career/proposed.hpp"
#include "flows/knowledge.hpp"
#include "flows/models.hpp"
#include "flows/run_result.hpp"
#include "store/extractions.hpp"

/// A language model reads a document once, beside the rules, and proposes what its words show. It is never
/// asked for a score, and nothing of its answer counts but skills whose quotation stands in the text.
namespace headway::flows {

enum class DocumentSide : std::uint8_t { resume, job };

/// Changes whenever the prompt, or what is made of an answer, does.
inline constexpr std::string_view extraction_prompt_version = "2";

/// Bytes of a text that a model reads, piece after piece; a report on a longer one says so.
inline constexpr std::size_t most_read_bytes = std::size_t{384} << 10U;

/// A text as pieces that a model is given one by one, cut between lines where it has some; together they are
/// its first most_read_bytes.
[[nodiscard]] std::vector<std::string_view> pieces_of(std::string_view text);

/// What the model is asked of a piece. It is data between two marks that it cannot contain. Pure.
[[nodiscard]] std::vector<llm::Message> extraction_prompt(DocumentSide side, std::string_view piece);
/// The JSON Schema of its answer.
[[nodiscard]] llm::Schema extraction_schema();

/// What of the answers on the pieces of a text counts: entries whose quotation stands in the text, byte for
/// byte, and whose name is that of one skill; as the JSON that is stored. `unavailable` for an answer of
/// another shape. Pure.
[[nodiscard]] Result<std::string> verified(const Knowledge& knowledge, std::string_view text,
                                           std::span<const std::string> answers);

/// Stored proposals as the engine takes them. What cannot be read, or names a skill that the packs no longer
/// have, is left out.
[[nodiscard]] std::vector<career::ProposedSkill> proposals_of(const Knowledge& knowledge,
                                                              const store::Extraction& stored);

/// 32 hexadecimal digits of a text.
[[nodiscard]] std::string extraction_hash(std::string_view text);

/// What a model had to say of the two texts of a report.
struct ModelReading {
    std::optional<std::string> trouble;  ///< A sentence: why it was not asked, or did not answer.
    std::optional<std::string> model;    ///< That was asked, or whose earlier answer was used.
    bool refused = false;                ///< It was not let through; what there is answers.
    llm::Usage usage;                    ///< Of this time; nothing when earlier answers were used.
};

/// Puts into a run's provenance which model was asked, with what prompt and at what cost, or what went wrong.
void add_reading(Provenance& provenance, const ModelReading& reading);

/// How long a reading may take, and who ends it before.
struct ReadingLimits {
    /// For both texts together, with all that is tried again; half as much more for each further piece.
    std::chrono::milliseconds budget{60'000};
    net::GoOn go_on = {};  ///< False: nobody waits for it any more.
    /// Lets a question to the model through, before the first; its refusal is the trouble. Empty: all.
    std::function<Result<void>()> admit = {};
};

/// Has the person's model read the texts that it has not read yet, where they want that and agreed to its
/// address, and keeps what counts. Nothing at all when they do not. Errors are
/// those of the database, and unavailable when go_on ends it; a model that fails is `trouble`.
[[nodiscard]] Result<ModelReading> read_by_model(sql::Database& database, const Knowledge& knowledge,
                                                 const Models& models, const Clock& clock,
                                                 const std::string& owner, std::string_view resume,
                                                 std::string_view job, const ReadingLimits& limits = {});

}  // namespace headway::flows
