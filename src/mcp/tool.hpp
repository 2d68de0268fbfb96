// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "json/tree.hpp"

namespace headway::mcp {

enum class ArgumentKind : std::uint8_t { text, id, day, whole, truth };

/// An argument of a tool.
struct Argument {
    std::string name;
    std::string description;
    ArgumentKind kind = ArgumentKind::text;
    bool required = false;
    std::vector<std::string> words = {};  ///< Of a text: one of these.
};

/// What is told of a tool.
struct Tool {
    std::string name;
    std::string title;
    std::string description;
    std::vector<Argument> arguments;
    bool reads = true;  ///< Changes nothing.
};

/// The entry of tools/list, as JSON text.
[[nodiscard]] std::string entry_of(const Tool& tool);

/// One argument as text, whole numbers and truths in their JSON form.
struct Value {
    std::string name;
    std::string text;
    ArgumentKind kind = ArgumentKind::text;
};
/// Those that are given and not null, in the order of the tool. `invalid` naming what is missing, not known,
/// or of another kind. `where` is the argument's name.
[[nodiscard]] Result<std::vector<Value>> take_arguments(const Tool& tool, json::Node given);

}  // namespace headway::mcp
