// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "flows/models.hpp"
#include "store/server_model.hpp"

namespace headway::flows {

/// Who named the model for everybody.
enum class NamedBy : std::uint8_t { configuration, administrator };

/// The model for everybody, which whoever runs the server answers for: it may lie in their own network.
struct ServerModel {
    NamedBy by = NamedBy::configuration;
    llm::Endpoint endpoint;
    std::string sealed_key;  ///< Not in the endpoint yet; empty: nothing is missing there.
};

/// Who the key that administrators set up is sealed for: no id of a person.
inline constexpr std::string_view server_owner = "the server";

/// That of the configuration, else that which administrators set up, else none.
[[nodiscard]] std::optional<ServerModel> server_model(const Models& models, const store::ServerModel& stored);
/// The same, as it is now.
[[nodiscard]] Result<std::optional<ServerModel>> server_model(sql::Connection& c, const Models& models);
/// With its key. `unavailable` when that cannot be opened with the secret of this process.
[[nodiscard]] Result<llm::Endpoint> opened(const Models& models, const ServerModel& model);

}  // namespace headway::flows
