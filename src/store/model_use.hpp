// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

/// What asking language models took of a person.
namespace headway::store {

struct ModelUse {
    std::string month;    ///< 2026-11, by UTC.
    std::string feature;  ///< chat, reading, learning
    std::string source;   ///< own, server: whose model it is
    std::string model;
    std::int64_t answers = 0;
    std::int64_t uncounted = 0;  ///< Of these, those whose tokens the model's server did not tell.
    std::int64_t input_tokens = 0;
    std::int64_t output_tokens = 0;
};
BOOST_DESCRIBE_STRUCT(ModelUse, (),
                      (month, feature, source, model, answers, uncounted, input_tokens, output_tokens))

/// The month that a day is of, as it is stored.
[[nodiscard]] std::string month_of(Date day);

/// Adds to what there is of the same month, feature, source and model.
[[nodiscard]] Result<void> add_model_use(sql::Connection& c, std::string_view owner, const ModelUse& use);
/// From this month on, the newest month first; `source` empty: of both.
[[nodiscard]] Result<std::vector<ModelUse>> list_model_use(sql::Connection& c, std::string_view owner,
                                                           std::string_view first_month,
                                                           std::string_view source);
/// The sum of a month, its feature and model empty.
[[nodiscard]] Result<ModelUse> sum_model_use(sql::Connection& c, std::string_view owner,
                                             std::string_view month, std::string_view source);

}  // namespace headway::store
