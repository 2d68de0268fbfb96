// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "net/mail_server.hpp"
#include "store/database.hpp"
#include "store/runs.hpp"

namespace headway::flows {

/// How mail leaves the program.
struct Mail {
    net::MailServer server;
    std::string from;
    std::string origin;  ///< Where links lead.
    /// What is stored of a secret.
    std::function<std::string(std::string_view secret)> hash_secret;
    /// The address that stops letters to somebody by a POST.
    std::function<std::string(const std::string& user_id)> stop_address;
};

/// The input of a run of kind "send_mail". It holds no secret: a link's is made when the letter is.
struct LetterInput {
    std::string letter;              ///< verify, reset, reminder, digest
    std::optional<std::string> day;  ///< Of a reminder or a digest.
    std::int64_t attempt = 1;
};
BOOST_DESCRIBE_STRUCT(LetterInput, (), (letter, day, attempt))

/// A run that sends a letter to its owner.
[[nodiscard]] store::Run make_letter_run(const std::string& owner, const LetterInput& input, Timestamp now);

/// Writes the letter to the owner and hands it to the mail server; what is no longer wanted is not sent. When
/// the server cannot be used, a later run is queued, up to six in all within half an hour; the error says so.
[[nodiscard]] Result<void> send_letter(sql::Database& database, const Mail& mail, const Clock& clock,
                                       const std::string& owner, const LetterInput& input);

}  // namespace headway::flows
