// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "flows/chat_context.hpp"
#include "llm/chat.hpp"
#include "store/chats.hpp"

namespace headway::flows {

/// What a model is asked: the rules, the sources as data, what was said before (`history`, oldest first, as
/// much of its end as fits), and the question. Pure.
[[nodiscard]] std::vector<llm::Message> chat_prompt(const ChatContext& context,
                                                    const std::vector<store::Message>& history,
                                                    const std::string& question, Date today);

}  // namespace headway::flows
