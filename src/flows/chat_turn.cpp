// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/chat_turn.hpp"

namespace headway::flows {
namespace {

constexpr std::string_view white = " \t\r\n";
constexpr std::size_t longest_answer = 20'000;  ///< Bytes; what a message may hold.

}  // namespace

TurnOutcome take_turn(llm::Client& client, const llm::Endpoint& endpoint, const ChatContext& context,
                      std::vector<llm::Message> prompt, const llm::OnText& on_text, const net::GoOn& go_on) {
    TurnOutcome out;
    AnswerReader reader([&](std::string_view id) { return context.find(id) != nullptr; });
    bool cut = false;
    const auto show = [&](const std::string& text) {
        cut = cut || out.text.size() + text.size() > longest_answer;
        if (cut) return false;
        out.text += text;
        return text.empty() || on_text(text);
    };
    const auto answer = client.chat(
        endpoint, {std::move(prompt), {}}, [&](std::string_view text) { return show(reader.feed(text)); },
        go_on);
    (void)show(reader.finish());
    out.text.erase(out.text.find_last_not_of(white) + 1);
    for (const std::string& id : reader.cited()) out.cited.push_back(*context.find(id));
    out.dropped_citations = reader.dropped();
    const Error too_long{ErrorCode::too_large, "the model's answer was cut at its limit of length", {}, {}};
    if (cut) out.error = too_long;
    if (cut) return out;
    if (!answer) {
        out.error = answer.error();
        return out;
    }
    out.usage = answer->usage;
    out.proposals = reader.proposals();
    if (answer->finish == "length")
        out.error = too_long;
    else if (out.text.empty() && out.proposals.empty())
        out.error = Error{ErrorCode::unavailable, "the model's answer is empty", {}, "Try again"};
    return out;
}

}  // namespace headway::flows
