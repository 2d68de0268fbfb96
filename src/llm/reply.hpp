// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "llm/chat.hpp"

namespace headway::llm {

/// What one event of a stream says.
struct Piece {
    std::string text;
    std::optional<std::string> finish;
    std::optional<Usage> usage;
};

/// `unavailable` for what is no JSON, and for an error that the server sends in the middle of its stream.
[[nodiscard]] Result<Piece> read_piece(std::string_view data);

/// A whole answer. `unavailable` when it is none.
[[nodiscard]] Result<ChatAnswer> read_answer(std::string_view body);

/// Vectors in the order of the texts. `unavailable` unless there are `count`, all of one length, all finite.
[[nodiscard]] Result<std::vector<std::vector<float>>> read_embeddings(std::string_view body,
                                                                      std::size_t count);

/// Whether `model` is in a list of models; nothing when the body is no such list.
[[nodiscard]] std::optional<bool> lists_model(std::string_view body, const std::string& model);

/// What a refusal says, on one line and short; empty when it says nothing.
[[nodiscard]] std::string read_complaint(std::string_view body);

/// The JSON value in a text that may have words or a code fence around it; the text itself where there is
/// none.
[[nodiscard]] std::string_view json_in(std::string_view text);

}  // namespace headway::llm
