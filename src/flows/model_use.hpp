// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "flows/models.hpp"

namespace headway::flows {

/// What a person asks a model for.
enum class ModelTask : std::uint8_t { chat, reading, learning };

/// Writes down what an answer of a model took, by person, month and purpose.
[[nodiscard]] Result<void> count_answer(sql::Database& database, const std::string& owner,
                                        const llm::Endpoint& endpoint, ModelTask task,
                                        const llm::Usage& usage, Timestamp now);

}  // namespace headway::flows
