// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/chat_turns.hpp"
#include "api/handler.hpp"
#include "store/chats.hpp"

namespace headway::api {

/// The chat that the path names.
[[nodiscard]] Answer<store::Chat> get_chat(sql::Connection& c, const Call& call);

void add_chat_routes(http::Router& router, const Parts& parts);
/// What is said in chats.
void add_chat_message_routes(http::Router& router, const Parts& parts, ChatTurns& turns);

}  // namespace headway::api
