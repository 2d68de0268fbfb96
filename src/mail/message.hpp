// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/clock.hpp"

namespace headway::mail {

/// What a letter says, as text and as HTML.
struct Letter {
    std::string subject;
    std::string text;
    std::string html;
    std::string unsubscribe;  ///< Address that stops such letters by a POST (RFC 8058); empty: none.
};

/// The bytes of a message (RFC 5322): headers in ASCII, both bodies in base64, lines ended by CR LF. Nothing
/// in the letter or the addresses can become a header of its own. `id`: unique, of letters, digits and '-'.
[[nodiscard]] std::string compose(const Letter& letter, const std::string& from, const std::string& to,
                                  const std::string& id, Timestamp now);

}  // namespace headway::mail
