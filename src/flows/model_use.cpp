// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/model_use.hpp"

#include "store/model_use.hpp"

namespace headway::flows {
namespace {

const char* name_of(ModelTask task) {
    switch (task) {
        case ModelTask::chat:
            return "chat";
        case ModelTask::reading:
            return "reading";
        case ModelTask::learning:
            return "learning";
    }
    return "chat";
}

}  // namespace

Result<void> count_answer(sql::Database& database, const std::string& owner, const llm::Endpoint& endpoint,
                          ModelTask task, const llm::Usage& usage, Timestamp now) {
    store::ModelUse use;
    use.month = store::month_of(date_of(now));
    use.feature = name_of(task);
    use.source = endpoint.trust == llm::Trust::administrator ? "server" : "own";
    use.model = endpoint.model;
    use.answers = 1;
    use.uncounted = usage.input && usage.output ? 0 : 1;
    use.input_tokens = usage.input.value_or(0);
    use.output_tokens = usage.output.value_or(0);
    return database.write([&](sql::Connection& c) { return store::add_model_use(c, owner, use); });
}

}  // namespace headway::flows
