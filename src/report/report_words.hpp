// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace headway::report {

/// One of the groups that requirements are shown in.
struct StatusWords {
    std::string_view status;   ///< As in the report.
    std::string_view heading;  ///< Begins a line.
    std::string_view label;    ///< Inside of one.
    std::string_view many;     ///< After a number that is not 1.
    std::string_view meaning;
};

/// The words of a report in one language. "{0}" and so on are filled in; what each is stands behind it.
struct ReportWords {
    std::array<StatusWords, 3> statuses;  ///< In the order in which the groups are shown.
    std::string_view open_quote;
    std::string_view close_quote;
    std::string_view month;    ///< year, month
    std::string_view percent;  ///< figure

    // The same in every format
    std::string_view no_title;
    std::string_view no_occupation;
    std::string_view occupation;  ///< name, code, certainty
    std::string_view interval;    ///< low, high, confidence
    std::string_view no_requirement;
    std::string_view all_shown;
    std::string_view closing_first;  ///< name, points
    std::string_view with_others;    ///< names, points together
    std::string_view conjunction;
    std::string_view implied;   ///< certainty
    std::string_view transfer;  ///< share, skill
    std::string_view near_skill;
    std::string_view nice;
    std::string_view or_similar;
    std::string_view linked;  ///< certainty
    std::string_view hot;
    std::string_view in_demand;
    std::string_view importance;  ///< of 5
    std::string_view shown_by;    ///< skill
    std::string_view noise;
    std::string_view negated;
    std::string_view hoped_for;
    std::string_view taught;
    std::string_view not_claimed;
    std::string_view nothing_to_add_up;
    std::string_view ratings;  ///< release
    std::string_view one_requirement;
    std::string_view requirements;
    std::string_view nothing_found;
    std::string_view adds_up;
    std::string_view formula;  ///< equation
    std::string_view unclaimed;
    std::string_view beyond;

    // Heads of tables
    std::string_view number;
    std::string_view requirement;
    std::string_view needed;
    std::string_view held;
    std::string_view status;
    std::string_view points;
    std::string_view gain;
    std::string_view remarks;
    std::string_view weight;
    std::string_view coverage;
    std::string_view weight_coverage;
    std::string_view together;

    // Markdown, and HTML
    std::string_view heading;    ///< title
    std::string_view page_name;  ///< title, score
    std::string_view score;      ///< score, interval
    std::string_view occupation_label;
    std::string_view note;
    std::string_view job;
    std::string_view resume;
    std::string_view page;  ///< number
    std::string_view rounding;
    std::string_view with_levels;
    std::string_view read_as_of;  ///< program, month, two hashes
    std::string_view brand;
    std::string_view skip;
    std::string_view score_heading;
    std::string_view of_100;
    std::string_view how_it_adds_up;
    std::string_view both_texts;
    std::string_view to_know;
    std::string_view held_and_needed;
    std::string_view chart_lead;
    std::string_view as_table;
    std::string_view key_held;
    std::string_view key_near;
    std::string_view key_needed;
    std::string_view key_ranges;
    std::string_view sum_lead;
    std::string_view unclaimed_lead;
    std::string_view beyond_lead;
    std::string_view texts_lead;
    std::string_view the_resume;
    std::string_view the_job_ad;
    std::string_view made_with;  ///< program, month, two hashes
    std::string_view levels_caption;
    std::string_view sum_caption;
    std::string_view in_skill;  ///< name
    std::string_view met;
    std::string_view to_gain;      ///< points
    std::string_view points_held;  ///< points, all that could be
    std::string_view range;        ///< low, high, in_skill or nothing
    std::string_view none_in_resume;
    std::string_view none_in_ad;
    std::string_view one_more;
    std::string_view more;
    std::string_view why_figures;
    std::string_view worth;
    std::string_view worth_terms;  ///< weight, coverage, certainty
    std::string_view skill;
    std::string_view same_as;
    std::string_view about;        ///< name
    std::string_view in_job;       ///< page or nothing
    std::string_view in_resume;    ///< page or nothing
    std::string_view from_job;     ///< page or nothing
    std::string_view from_resume;  ///< page or nothing
    std::string_view job_asks;
    std::string_view resume_shows;
    std::string_view chart_title;
    std::string_view chart_description;  ///< number of requirements
    std::string_view gain_axis;
    std::string_view row;       ///< number, name, held, needed, gain
    std::string_view row_held;  ///< level, in_skill or nothing
    std::string_view row_nothing;
    std::string_view not_counted;
    std::string_view not_counted_skill;     ///< name
    std::string_view numbered_requirement;  ///< number, name

    // Terminal
    std::string_view score_line;      ///< score
    std::string_view points_to_gain;  ///< points
    std::string_view level_scale;
    std::string_view held_need;  ///< 9 columns
    std::string_view term;       ///< 13 columns
    std::string_view points_column;
    std::string_view gain_column;
    std::string_view job_label;
    std::string_view resume_label;
    std::string_view short_page;  ///< number
    std::string_view legend;
    std::string_view and_more;  ///< number
};

/// Those of "de"; of a language that is not spoken, the English ones.
[[nodiscard]] const ReportWords& report_words(std::string_view code);

extern const ReportWords english_report_words;
extern const ReportWords german_report_words;

}  // namespace headway::report
