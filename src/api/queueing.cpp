// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/queueing.hpp"

#include "base/id.hpp"

namespace headway::api {

store::Run make_run(const Parts& parts, const std::string& owner, std::string kind, std::string subject_id,
                    std::string input) {
    store::Run run;
    run.id = make_uuid();
    run.user_id = owner;
    run.kind = std::move(kind);
    run.subject_id = std::move(subject_id);
    run.input = std::move(input);
    run.created_at = run.not_before = parts.clock();
    return run;
}

Answer<store::Run> wait_for(const Parts& parts, const std::string& owner, const std::string& run_id) {
    return or_not_found(parts.waiter.wait(owner, run_id, parts.waiter.patience()), "there is no such run");
}

}  // namespace headway::api
