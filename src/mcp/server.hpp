// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mcp/message.hpp"
#include "mcp/tool.hpp"

namespace headway::mcp {

inline constexpr std::string_view protocol_version = "2025-06-18";

/// What a tool gave: a JSON object, or why there is none.
using ToolAnswer = std::expected<std::string, std::string>;
/// Performs the tool at that place of the list, with arguments that fit it.
using CallTool = std::function<ToolAnswer(std::size_t tool, const std::vector<Value>& arguments)>;

/// Says who the server is and answers messages; remembers nothing, so one serves everybody.
class Server {
  public:
    /// `notice` stands in front of whatever a tool gives, so that an agent takes it for data.
    Server(std::string version, std::string instructions, std::string notice, std::vector<Tool> tools);

    /// The reply; none for what expects none.
    [[nodiscard]] std::optional<std::string> answer(const Message& message, const CallTool& call) const;
    [[nodiscard]] const std::vector<Tool>& tools() const { return tools_; }

  private:
    [[nodiscard]] std::string introduce() const;
    [[nodiscard]] std::string list_tools() const;
    [[nodiscard]] std::string call_tool(const Message& message, const CallTool& call) const;

    std::string version_;
    std::string instructions_;
    std::string notice_;
    std::vector<Tool> tools_;
};

}  // namespace headway::mcp
