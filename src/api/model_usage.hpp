// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>

#include "api/parts.hpp"

namespace headway::api {

/// What the answers of a month took.
struct ModelMonthWire {
    std::string month;
    std::int64_t answers = 0;
    std::int64_t uncounted = 0;
    std::int64_t input_tokens = 0;
    std::int64_t output_tokens = 0;
};
BOOST_DESCRIBE_STRUCT(ModelMonthWire, (), (month, answers, uncounted, input_tokens, output_tokens))

/// What the server's model took of a person this month: what the server pays for.
[[nodiscard]] Result<ModelMonthWire> server_model_use(const Parts& parts, sql::Connection& c,
                                                      const std::string& owner);

/// /api/settings/model/usage, and the same of an account for administrators.
void add_model_usage_routes(http::Router& router, const Parts& parts);

}  // namespace headway::api
