// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/models.hpp"

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
    if (models.of_server) return ChosenModel{ModelSource::server, *models.of_server};
    return ChosenModel();
}

}  // namespace headway::flows
