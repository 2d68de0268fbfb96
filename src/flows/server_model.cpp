// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/server_model.hpp"

namespace headway::flows {

std::optional<ServerModel> server_model(const Models& models, const store::ServerModel& stored) {
    if (models.of_server) return ServerModel{NamedBy::configuration, *models.of_server, {}};
    if (stored.base_url.empty()) return std::nullopt;
    return ServerModel{NamedBy::administrator,
                       {stored.base_url, stored.model, {}, llm::Trust::administrator},
                       stored.sealed_key};
}

Result<std::optional<ServerModel>> server_model(sql::Connection& c, const Models& models) {
    if (models.of_server) return server_model(models, store::ServerModel());
    const auto stored = store::get_server_model(c);
    if (!stored) return std::unexpected(stored.error());
    return server_model(models, *stored);
}

Result<llm::Endpoint> opened(const Models& models, const ServerModel& model) {
    llm::Endpoint out = model.endpoint;
    if (model.sealed_key.empty()) return out;
    auto key = models.keys.open(server_owner, model.sealed_key);
    if (!key) return pass_on(key);
    out.key = std::move(*key);
    return out;
}

}  // namespace headway::flows
