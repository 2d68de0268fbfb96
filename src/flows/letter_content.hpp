// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "flows/send_letter.hpp"
#include "mail/message.hpp"

namespace headway::flows {

struct AddressedLetter {
    std::string to;
    mail::Letter letter;
};

/// What a run's letter says, in this transaction, which also keeps the hash of a link's secret; none when it
/// is not wanted any more: the account is closed, the address proved already, or mails are switched off.
[[nodiscard]] Result<std::optional<AddressedLetter>> letter_content(sql::Connection& c, const Mail& mail,
                                                                    Timestamp now, const std::string& owner,
                                                                    const LetterInput& input);

}  // namespace headway::flows
