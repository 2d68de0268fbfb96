// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

namespace headway::store {

/// What a person knows better than the reader. The later wins over the earlier.
struct Correction {
    std::string id;
    std::string kind;    ///< resume_skill, job_requirement, alias, occupation
    std::string action;  ///< add, remove, level; confirm, reject (alias); choose (occupation)
    std::optional<std::string> resume_id;  ///< None on a skill: counts for every résumé.
    std::optional<std::string> job_id;
    std::optional<std::string> skill_id;  ///< "hw:kubernetes"; none: a requirement in its own words
    std::string skill_name;
    std::optional<std::string> alias;
    std::optional<double> level;
    std::optional<std::string> need;
    std::optional<std::string> occupation;
    std::optional<std::string> task_id;  ///< The finished task that is the evidence.
    Timestamp created_at;
};
BOOST_DESCRIBE_STRUCT(Correction, (),
                      (id, kind, action, resume_id, job_id, skill_id, skill_name, alias, level, need,
                       occupation, task_id, created_at))

[[nodiscard]] Result<void> add_correction(sql::Connection& c, std::string_view owner,
                                          const Correction& correction);
/// Oldest first; of one kind, or of all when it is empty.
[[nodiscard]] Result<std::vector<Correction>> list_corrections(sql::Connection& c, std::string_view owner,
                                                               std::string_view kind);
/// Those that bear on a résumé: its own, and the ones for every résumé; aliases included. Oldest first.
[[nodiscard]] Result<std::vector<Correction>> corrections_of_resume(sql::Connection& c,
                                                                    std::string_view owner,
                                                                    std::string_view resume_id);
/// Those that bear on a job: its own, its occupation, and aliases. Oldest first.
[[nodiscard]] Result<std::vector<Correction>> corrections_of_job(sql::Connection& c, std::string_view owner,
                                                                 std::string_view job_id);
[[nodiscard]] Result<bool> delete_correction(sql::Connection& c, std::string_view owner, std::string_view id);
/// Those that a task's completion made; undoing the task takes them back. How many.
[[nodiscard]] Result<std::int64_t> delete_corrections_of_task(sql::Connection& c, std::string_view owner,
                                                              std::string_view task_id);

/// The person's choice of a job's occupation; none: what the program finds.
[[nodiscard]] Result<void> choose_occupation(sql::Connection& c, std::string_view owner,
                                             std::string_view job_id, const std::optional<std::string>& code,
                                             Timestamp now);

}  // namespace headway::store
