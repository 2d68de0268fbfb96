// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headway::llm {

struct Message {
    std::string role;  ///< system, user, assistant
    std::string content;
};

/// What an answer in JSON has to look like.
struct Schema {
    std::string name;  ///< Letters, digits, '_' and '-'.
    std::string json;  ///< JSON Schema as text.
};

struct ChatRequest {
    std::vector<Message> messages;
    std::optional<Schema> schema;  ///< None: free text.
};

/// Tokens as the server counted them; nothing where it did not say.
struct Usage {
    std::optional<std::int64_t> input;
    std::optional<std::int64_t> output;
};

struct ChatAnswer {
    std::string
        text;  ///< With a schema: the JSON alone, though whether it has the shape is for the caller to see.
    std::string finish;  ///< stop, length, content_filter, …; "length" also when more came than is taken.
    Usage usage;
};

/// Takes the text of an answer piece by piece; false ends it.
using OnText = std::function<bool(std::string_view)>;

}  // namespace headway::llm
