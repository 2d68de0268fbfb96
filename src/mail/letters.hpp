// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "mail/message.hpp"

/// The letters that the program writes, in the languages of the web app ("de…" is German, all else English).
namespace headway::mail {

/// `stop`: see Letter::unsubscribe; it stops the letters that nobody asked for, so not these two.
[[nodiscard]] Letter verify_letter(std::string_view language, const std::string& link,
                                   const std::string& stop);
[[nodiscard]] Letter reset_letter(std::string_view language, const std::string& link,
                                  const std::string& stop);

struct TaskLine {
    std::string title;
    Date due;
};

/// Tasks that are due on the day or were before. `link`: to the tasks; `stop`: see Letter::unsubscribe.
[[nodiscard]] Letter reminder_letter(std::string_view language, Date day, const std::vector<TaskLine>& tasks,
                                     const std::string& link, const std::string& stop);

/// What a week was and what the next one holds.
struct Week {
    std::vector<TaskLine> due;  ///< In the coming seven days, or overdue.
    std::int64_t done = 0;      ///< In the last seven days.
    std::int64_t reports = 0;   ///< Made in the last seven days.
};
[[nodiscard]] Letter digest_letter(std::string_view language, Date day, const Week& week,
                                   const std::string& link, const std::string& stop);

}  // namespace headway::mail
