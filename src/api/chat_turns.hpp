// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "api/handler.hpp"
#include "flows/chat_turn.hpp"
#include "http/work_pool.hpp"
#include "store/chats.hpp"
#include "store/proposals.hpp"

namespace headway::api {

/// One question on its way through a model.
struct ChatTurn {
    std::string owner;
    store::Message question;  ///< Stored already.
    llm::Endpoint endpoint;
    flows::ChatContext context;
    std::vector<llm::Message> prompt;
    std::string from_report;  ///< What is answered when the model fails.
    std::string language;     ///< Of what is said beside what the model says.
};

/// Answers of models under way, on threads of their own: few at a time, two a person, one a chat. Whoever
/// leaves ends the request to the model; what came until then is kept as a partial answer.
class ChatTurns {
  public:
    explicit ChatTurns(const Parts& parts, int at_once = 16, std::size_t waiting = 32);
    ChatTurns(const ChatTurns&) = delete;
    ChatTurns& operator=(const ChatTurns&) = delete;
    /// Ends all, and keeps what came of them.
    ~ChatTurns();

    /// The events of a turn that begins now: question, delta, error, done. conflict while the chat is being
    /// answered, rate_limited for a third turn of a person, unavailable when all threads are busy.
    [[nodiscard]] Result<std::shared_ptr<http::EventStream>> begin(ChatTurn turn);

  private:
    class Place;
    void run(const ChatTurn& turn, http::EventStream& stream);

    const Parts& parts_;
    std::atomic<bool> stopping_ = false;
    std::mutex mutex_;
    std::set<std::string> chats_;  ///< That are being answered.
    std::map<std::string, int> people_;
    std::set<std::shared_ptr<http::EventStream>> streams_;
    http::WorkPool pool_;
};

/// The events of a turn that is over already.
[[nodiscard]] std::shared_ptr<http::EventStream> finished_turn(const store::Message& question,
                                                               const store::Message& answer);

/// Stores an answer in the place of those that the question had; tells the person's other windows.
[[nodiscard]] Result<void> keep_answer(sql::Connection& c, const std::string& owner,
                                       const std::string& question_id, const store::Message& answer,
                                       const std::vector<store::Proposal>& proposals = {});

}  // namespace headway::api
