// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

/// The language model that a person set up for themselves.
namespace headway::store {

struct ModelSettings {
    std::string base_url;
    std::string model;
    std::string sealed_key;  ///< As llm::KeyBox makes it; empty: none.
    std::string key_hint;
    Timestamp updated_at;
};
BOOST_DESCRIBE_STRUCT(ModelSettings, (), (base_url, model, sealed_key, key_hint, updated_at))

[[nodiscard]] Result<std::optional<ModelSettings>> find_model_settings(sql::Connection& c,
                                                                       std::string_view owner);
/// Replaces earlier ones.
[[nodiscard]] Result<void> set_model_settings(sql::Connection& c, std::string_view owner,
                                              const ModelSettings& settings);
/// Whether there were any.
[[nodiscard]] Result<bool> delete_model_settings(sql::Connection& c, std::string_view owner);

}  // namespace headway::store
