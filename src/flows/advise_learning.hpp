// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <chrono>
#include <span>
#include <string>
#include <vector>

#include "flows/advice_prompt.hpp"
#include "flows/gather_jobs.hpp"
#include "flows/models.hpp"

/// A language model puts the learning items of a report into an order of its own, says why, and may propose
/// others. It stands beside what is computed: no gain, level or score comes from it.
namespace headway::flows {

/// How long a model may take over its advice, with every attempt.
inline constexpr std::chrono::milliseconds advice_patience{120'000};
/// Items of one report that models proposed; more are left out.
inline constexpr std::size_t most_proposed = 20;

/// The stored input of a run that asks for advice.
struct AdviceInput {
    std::string gap_report_id;
};
BOOST_DESCRIBE_STRUCT(AdviceInput, (), (gap_report_id))

/// What is asked about a report, and what was there before.
struct AdviceSource {
    AdviceQuestion question;
    career::GapReport gap;
    std::vector<store::LearningItem> proposed;  ///< By models, earlier.
};
/// not_found without such a report; conflict when its résumé or job is gone, or it has no learning items.
[[nodiscard]] Result<AdviceSource> load_advice_source(sql::Connection& c, const Knowledge& knowledge,
                                                      const std::string& owner, Date today,
                                                      const std::string& gap_report_id);
/// Whether the items hold the answer to this very question already; those that models proposed do not count.
[[nodiscard]] bool is_advised(std::span<const store::LearningItem> items, const std::string& hash);

/// Asks the person's model, unless it has answered the same before, stores what of its answer counts, all at
/// once, and looks at the addresses that it named: the ids of the items in the model's order. A model that
/// fails changes nothing. `provenance` tells what was done and used up, also with an error. Errors: those of
/// load_advice_source and of models; conflict without a model.
[[nodiscard]] Result<std::vector<std::string>> advise_learning(sql::Database& database,
                                                               const Knowledge& knowledge,
                                                               const Models& models, const Outside& outside,
                                                               const Clock& clock, const std::string& owner,
                                                               const AdviceInput& input, const Tell& tell,
                                                               Provenance& provenance);

}  // namespace headway::flows
