// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace headway::report {

/// Why the report alone answers.
enum class WithoutModel { none_set_up, not_asked, silent };

/// The sentences of answers in one language. "{0}" and so on are filled in; what each is stands behind it.
struct AnswerWords {
    std::string_view none_set_up;  ///< Begins a sentence.
    std::string_view not_asked;
    std::string_view silent;
    std::string_view what_can_be_asked;  ///< One of the three above.
    std::string_view no_report;
    std::string_view matched;
    std::string_view weak;
    std::string_view missing;
    std::string_view requirement;  ///< name, status, level needed
    std::string_view held;         ///< level
    std::string_view not_held;
    std::string_view noise;
    std::string_view gives;    ///< points, all that could be, weight, coverage
    std::string_view closing;  ///< points
    std::string_view the_job;
    std::string_view your_resume;
    std::string_view say_so;
    std::string_view no_gap;
    std::string_view by_gain;    ///< score
    std::string_view open_item;  ///< number, name, points, level held, level needed
    std::string_view nothing_shown;
    std::string_view plan_proposes;
    std::string_view best_hour;    ///< link, hours, points, skill
    std::string_view how_far;      ///< résumé, score, job, interval, matched, weak, missing, all, next, sum
    std::string_view speaks;       ///< what follows is a list
    std::string_view speaks_item;  ///< name, points
    std::string_view nothing_speaks;
    std::string_view only_proposals;
    std::string_view model_failed;  ///< reason; the answer of the report follows
};

/// Those of a language, "de"; of one that is not spoken, the English ones.
[[nodiscard]] const AnswerWords& answer_words(std::string_view language);

}  // namespace headway::report
