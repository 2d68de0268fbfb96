// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "store/chats.hpp"
#include "store/database.hpp"
#include "store/gap_reports.hpp"

namespace headway::flows {

/// One thing that an answer may rest on and cite.
struct Source {
    std::string id;    ///< R3 a requirement, S12 a sentence of the résumé, J4 of the job, T2 a task, L1 a
                       ///< learning item, P1 of the profile
    std::string kind;  ///< requirement, resume_sentence, job_sentence, task, learning_item, profile
    std::string text;  ///< One line.
};

/// A part of what is given to the model.
struct ContextPart {
    std::string kind;               ///< report, resume, job, plan, profile
    std::optional<std::string> id;  ///< Of the résumé, job or report.
    std::string title;
    std::size_t lines = 0;     ///< That are given.
    std::size_t left_out = 0;  ///< That are not: there is room for so many.
};

/// Bytes of all sources together, as they are given.
inline constexpr std::size_t most_context_bytes = std::size_t{60} << 10U;

/// What answers of a chat may rest on, as its person chose.
struct ChatContext {
    std::vector<ContextPart> parts;
    std::vector<Source> sources;
    std::optional<std::string> job_id;  ///< What proposals are about.
    std::optional<std::string> resume_id;

    [[nodiscard]] const Source* find(std::string_view id) const;
};

/// Leaves out the ends of the longest parts until all are most_context_bytes at most. Sources stand part
/// after part. Pure.
void leave_out_ends(ChatContext& context);

/// Gathers the parts that `chat.context` names. `report` is the one that answers rest on; its résumé and job
/// are taken, without it the chat's job and résumé, else the default one. Where all together are more than
/// most_context_bytes, the longest parts give up their ends. Addresses of mail are masked, and name,
/// address and telephone of the account stay here.
[[nodiscard]] Result<ChatContext> gather_context(sql::Connection& c, const std::string& owner,
                                                 const store::Chat& chat,
                                                 const std::optional<store::GapReport>& report);

}  // namespace headway::flows
