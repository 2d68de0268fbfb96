// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "flows/answer_reader.hpp"
#include "flows/chat_context.hpp"
#include "llm/client.hpp"

namespace headway::flows {

/// How a model's turn ended.
struct TurnOutcome {
    std::string text;  ///< What came of the answer, fit to be shown; may be empty.
    std::vector<Source> cited;
    std::size_t dropped_citations = 0;
    std::vector<Proposal> proposals;
    llm::Usage usage;
    std::optional<Error> error;  ///< Why it is not whole.
};

/// Asks the model and hands its answer out as it comes, without citations that lead nowhere and without the
/// block of proposals. `on_text` and `go_on` say false to end it.
[[nodiscard]] TurnOutcome take_turn(llm::Client& client, const llm::Endpoint& endpoint,
                                    const ChatContext& context, std::vector<llm::Message> prompt,
                                    const llm::OnText& on_text, const net::GoOn& go_on);

}  // namespace headway::flows
