// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/handler.hpp"
#include "report/answer_words.hpp"
#include "store/chats.hpp"
#include "store/gap_reports.hpp"

namespace headway::api {

/// The report that answers rest on: of the chat's job with the chat's résumé, else the default one, made when
/// there is none yet; without a job the newest of that résumé, or of all.
[[nodiscard]] Answer<std::optional<store::GapReport>> report_of_chat(const Parts& parts,
                                                                     const std::string& owner,
                                                                     const store::Chat& chat);

/// What the report alone answers, in the language of the person's settings.
struct ReportAnswer {
    std::string text;
    std::string language;
};
[[nodiscard]] Answer<ReportAnswer> answer_from_report(const Parts& parts, const std::string& owner,
                                                      const std::optional<store::GapReport>& report,
                                                      const std::string& question, report::WithoutModel why);

}  // namespace headway::api
