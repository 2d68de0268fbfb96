// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "llm/chat.hpp"
#include "llm/dialect.hpp"

namespace headway::llm {

enum class Delivery : std::uint8_t { whole, streamed };

/// The JSON that asks for an answer. Where the dialect knows no schemas, the system prompt carries the
/// schema.
[[nodiscard]] std::string chat_body(const std::string& model, const ChatRequest& request, Delivery delivery,
                                    const Dialect& dialect);
[[nodiscard]] std::string embedding_body(const std::string& model, const std::vector<std::string>& texts);

}  // namespace headway::llm
