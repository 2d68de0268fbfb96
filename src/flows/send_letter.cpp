// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/send_letter.hpp"

#include "base/id.hpp"
#include "flows/letter_content.hpp"
#include "json/json.hpp"
#include "mail/message.hpp"

namespace headway::flows {
namespace {

constexpr std::int64_t most_attempts = 6;

/// 1, 2, 4, 8, 16 minutes.
std::chrono::minutes pause_after(std::int64_t attempt) {
    return std::chrono::minutes(1LL << (attempt - 1));
}

std::unexpected<Error> try_later(sql::Database& database, const Clock& clock, const std::string& owner,
                                 const LetterInput& input, Error error) {
    if (error.code != ErrorCode::unavailable || input.attempt >= most_attempts)
        return std::unexpected(std::move(error));
    LetterInput next = input;
    ++next.attempt;
    store::Run run = make_letter_run(owner, next, clock());
    run.not_before = run.created_at + pause_after(input.attempt);
    const auto queued = database.write([&](sql::Connection& c) { return store::add_run(c, run); });
    if (queued) error.fix = "It is tried again in a few minutes";
    return std::unexpected(std::move(error));
}

}  // namespace

store::Run make_letter_run(const std::string& owner, const LetterInput& input, Timestamp now) {
    store::Run run;
    run.id = make_uuid();
    run.user_id = owner;
    run.kind = "send_mail";
    run.input = json::to_json(input);
    run.created_at = run.not_before = now;
    return run;
}

Result<void> send_letter(sql::Database& database, const Mail& mail, const Clock& clock,
                         const std::string& owner, const LetterInput& input) {
    const auto content =
        database.write([&](sql::Connection& c) { return letter_content(c, mail, clock(), owner, input); });
    if (!content) return std::unexpected(content.error());
    if (!*content) return {};
    const std::string message =
        mail::compose((*content)->letter, mail.from, (*content)->to, make_uuid(), clock());
    const auto sent = net::hand_over(mail.server, mail.from, (*content)->to, message);
    if (!sent) return try_later(database, clock, owner, input, sent.error());
    return {};
}

}  // namespace headway::flows
