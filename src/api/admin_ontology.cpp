// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "api/admin.hpp"
#include "api/input.hpp"
#include "api/once.hpp"
#include "api/queueing.hpp"
#include "api/wire_run.hpp"
#include "flows/ontology_input.hpp"
#include "http/multipart.hpp"
#include "store/accounts.hpp"

namespace headway::api {
namespace {

using http::Access;
using http::Method;

constexpr std::size_t largest_release = std::size_t{128} << 20U;
constexpr std::chrono::days upload_kept{2};

Answer<Response> queue(const Parts& parts, const Call& call, const flows::OntologyInput& input,
                       const std::string& run_id) {
    store::Run run = make_run(parts, call.caller.user_id, "sync_ontology", "", json::to_json(input));
    run.id = run_id;
    run.subject_id.reset();
    auto queued = write(parts, [&](sql::Connection& c) -> Answer<void> {
        const auto busy = store::is_under_way(c, "sync_ontology");
        if (!busy) return std::unexpected(busy.error());
        if (*busy)
            return http::refuse(409, ErrorCode::conflict, "the ontology is being made anew already", {},
                                "Wait for that run to end");
        if (auto added = store::add_run(c, run); !added) return pass_on(added);
        return {};
    });
    if (!queued) return pass_on(queued);
    return http::json_reply(202, to_wire(run));
}

Answer<Response> sync(const Parts& parts, const Call& call) {
    return queue(parts, call, {}, make_uuid());
}

Answer<std::string> field(const std::vector<http::Part>& form, const char* name) {
    const http::Part* part = http::find_part(form, name);
    if (part == nullptr || part->is_file)
        return std::unexpected(Error{ErrorCode::invalid, "expected a text", name, {}});
    return std::string(part->content);
}

Answer<Response> import(const Parts& parts, const Call& call) {
    const auto form = http::form_of(call);
    if (!form) return std::unexpected(form.error());
    const auto framework = field(*form, "framework");
    if (!framework) return std::unexpected(framework.error());
    if (auto ok = check_word("framework", *framework, {"onet", "esco"}); !ok) return pass_on(ok);
    const auto release = field(*form, "release");
    if (!release) return std::unexpected(release.error());
    const bool plain =
        !release->empty() && release->size() <= 20 && std::ranges::all_of(*release, [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
                   c == '_' || c == '-';
        });
    if (!plain)
        return std::unexpected(Error{
            ErrorCode::invalid, "expected a release as its publisher calls it, such as 30.2", "release", {}});
    const http::Part* file = http::find_part(*form, "release_file");
    if (file == nullptr || !file->is_file)
        return std::unexpected(Error{ErrorCode::invalid, "expected a file", "release_file", {}});
    if (!file->content.starts_with("PK\x03\x04"))
        return std::unexpected(Error{ErrorCode::invalid, "this is no zip file", "release_file",
                                     "Upload the official text files as one zip"});
    const std::string run_id = make_uuid();
    const std::string key = "ontology/" + run_id;
    // First on the list, so that nothing is ever kept for good: a run that fails may be tried again for a
    // while.
    auto noted = parts.database.write(
        [&](sql::Connection& c) { return store::note_file_removal(c, key, parts.clock() + upload_kept); });
    if (!noted) return pass_on(noted);
    if (auto put = parts.files.put(key, file->content, "application/zip"); !put) return pass_on(put);
    auto queued = queue(parts, call, {*framework, *release, key}, run_id);
    if (!queued) static_cast<void>(parts.files.remove(key));
    return queued;
}

}  // namespace

void add_admin_ontology_routes(http::Router& router, const Parts& parts) {
    add_once(router, parts,
             {.method = Method::post,
              .pattern = "/api/skills/onet/sync",
              .access = Access::admin,
              .handler = with(parts, sync)});
    add_once(router, parts,
             {.method = Method::post,
              .pattern = "/api/admin/ontology/imports",
              .access = Access::admin,
              .handler = with(parts, import),
              .body_limit = largest_release});
}

}  // namespace headway::api
