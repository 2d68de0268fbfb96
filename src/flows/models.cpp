// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/models.hpp"

#include "flows/server_model.hpp"
#include "store/model_settings.hpp"

namespace headway::flows {

Result<ChosenModel> model_of(sql::Connection& c, const Models& models, const std::string& owner) {
    if (models.own) {
        const auto settings = store::find_model_settings(c, owner);
        if (!settings) return std::unexpected(settings.error());
        if (*settings) {
            ChosenModel out{ModelSource::own,
                            {(*settings)->base_url, (*settings)->model, {}, llm::Trust::person}};
            if ((*settings)->sealed_key.empty()) return out;
            auto key = models.keys.open(owner, (*settings)->sealed_key);
            if (!key) return pass_on(key);
            out.endpoint.key = std::move(*key);
            return out;
        }
    }
    const auto for_everybody = server_model(c, models);
    if (!for_everybody) return std::unexpected(for_everybody.error());
    if (!*for_everybody) return ChosenModel();
    auto endpoint = opened(models, **for_everybody);
    if (!endpoint) return pass_on(endpoint);
    return ChosenModel{ModelSource::server, std::move(*endpoint)};
}

}  // namespace headway::flows
