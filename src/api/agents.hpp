// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "api/handler.hpp"
#include "http/origin.hpp"
#include "mcp/tool.hpp"

namespace headway::api {

/// A tool, and what of the API does it. Arguments go where the pattern has a place of their name, else into
/// the query of a GET or the JSON body of a POST.
struct AgentTool {
    mcp::Tool told;
    http::Method method = http::Method::get;
    std::string pattern;              ///< Of a route; empty: `handler` does it.
    std::string action;               ///< Of a proposal: part of the body.
    http::Handler handler = nullptr;  ///< Takes its arguments from the query.
};

/// All tools, in the order in which agents see them.
[[nodiscard]] std::vector<AgentTool> agent_tools(const Parts& parts);

/// A report and a résumé as an agent reads them: words, not offsets. Arguments stand in the query.
[[nodiscard]] Answer<Response> report_for_agents(const Parts& parts, const Call& call);
[[nodiscard]] Answer<Response> resume_for_agents(const Parts& parts, const Call& call);

/// /mcp: the Model Context Protocol. Added last: tools are done by the routes that are there.
void add_agent_routes(http::Router& router, const Parts& parts, const http::Origins& origins);

}  // namespace headway::api
