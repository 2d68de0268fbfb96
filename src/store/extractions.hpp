// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

namespace headway::store {

/// What a language model read in a text.
struct Extraction {
    std::string id;
    std::string kind;  ///< resume, job
    std::string text_hash;
    std::string model;
    std::string prompt_version;
    std::string content;  ///< JSON
    std::optional<std::int64_t> input_tokens;
    std::optional<std::int64_t> output_tokens;
    Timestamp created_at;
};
BOOST_DESCRIBE_STRUCT(Extraction, (),
                      (id, kind, text_hash, model, prompt_version, content, input_tokens, output_tokens,
                       created_at))

/// Keeps one; of the same text, model and prompt the first stays.
[[nodiscard]] Result<void> add_extraction(sql::Connection& c, std::string_view owner, const Extraction& made);
/// The newest of a text and a version of the prompt; `model` empty: of any.
[[nodiscard]] Result<std::optional<Extraction>> find_extraction(sql::Connection& c, std::string_view owner,
                                                                std::string_view kind,
                                                                std::string_view text_hash,
                                                                std::string_view prompt_version,
                                                                std::string_view model);

/// Whether the person has a model read their documents.
[[nodiscard]] Result<bool> lets_model_read(sql::Connection& c, std::string_view owner);
/// The origin that they agreed to, for which alone it holds; none when they do not want it.
[[nodiscard]] Result<std::optional<std::string>> origin_that_reads(sql::Connection& c,
                                                                   std::string_view owner);
/// From now on, by a model at this origin and no other.
[[nodiscard]] Result<void> let_model_read(sql::Connection& c, std::string_view owner, std::string_view origin,
                                          Timestamp now);
/// No more; what was read is forgotten.
[[nodiscard]] Result<void> stop_model_reading(sql::Connection& c, std::string_view owner);

}  // namespace headway::store
