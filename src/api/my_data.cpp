// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "api/credentials.hpp"
#include "api/erasing.hpp"
#include "api/export.hpp"
#include "api/input.hpp"
#include "api/once.hpp"
#include "api/queueing.hpp"
#include "api/wire_run.hpp"
#include "base/id.hpp"
#include "flows/export_account.hpp"

namespace headway::api {
namespace {

using http::Method;

constexpr std::chrono::minutes fresh_session{15};

struct ErasureRequest {
    std::optional<std::string> password;
    std::string confirm;
};
BOOST_DESCRIBE_STRUCT(ErasureRequest, (), (password, confirm))

Answer<void> check_none_under_way(sql::Connection& c, const std::string& owner) {
    const auto runs = store::list_runs(c, owner, "export", "queued running", {}, 1);
    if (!runs) return std::unexpected(runs.error());
    if (!runs->empty())
        return http::refuse(409, ErrorCode::conflict, "an export is being made already", {},
                            "Wait until it is ready");
    return {};
}

constexpr std::uint64_t piece = std::uint64_t{16} << 20U;

/// Writes a stored file to a path and opens it.
Result<std::shared_ptr<const http::OpenFile>> write_pieces(const Parts& parts, const std::string& key,
                                                           std::uint64_t size, const std::string& path) {
    std::ofstream out(path, std::ios::binary);
    std::error_code e;
    std::filesystem::permissions(path,
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, e);
    for (std::uint64_t at = 0; at < size && out;) {
        const auto bytes = parts.files.get_part(key, at, std::min(piece, size - at));
        if (!bytes) return std::unexpected(bytes.error());
        if (bytes->empty()) return fail(ErrorCode::unavailable, "the export is shorter than it was");
        out.write(bytes->data(), static_cast<std::streamsize>(bytes->size()));
        at += bytes->size();
    }
    out.close();
    if (!out)
        return fail(ErrorCode::unavailable, "there is no room to prepare the download", {},
                    "Try again later");
    return http::OpenFile::open(path);
}

Answer<Response> make_export(const Parts& parts, const Call& call) {
    store::Run run = make_run(parts, call.caller.user_id, "export", "", "{}");
    run.subject_id.reset();
    auto queued = write(parts, [&](sql::Connection& c) -> Answer<void> {
        if (auto ok = check_none_under_way(c, call.caller.user_id); !ok) return ok;
        if (auto added = store::add_run(c, run); !added) return pass_on(added);
        return {};
    });
    if (!queued) return pass_on(queued);
    return http::json_reply(202, to_wire(run));
}

/// Of a small file its bytes; a large one is brought to the disk, piece by piece, and read from there while
/// it is sent. It has no name there any more: it goes with the answer.
Answer<http::ResponseBody> body_of(const Parts& parts, const std::string& key) {
    const auto stored = parts.files.find(key);
    if (!stored) return std::unexpected(stored.error());
    if (!*stored)
        return std::unexpected(Error{ErrorCode::not_found, "this export is gone", {}, "Make another"});
    if ((*stored)->size <= piece) {
        auto bytes = parts.files.get(key);
        if (!bytes) return pass_on(bytes);
        return http::ResponseBody(std::move(*bytes));
    }
    namespace fs = std::filesystem;
    std::error_code e;
    const fs::path folder =
        parts.policy.data_folder.empty() ? fs::temp_directory_path(e) : fs::path(parts.policy.data_folder);
    const fs::path path = folder / ("download-" + make_uuid());
    auto open = write_pieces(parts, key, (*stored)->size, path.string());
    fs::remove(path, e);
    if (!open) return pass_on(open);
    return http::ResponseBody(std::move(*open));
}

Answer<Response> download_export(const Parts& parts, const Call& call) {
    const std::string& owner = call.caller.user_id;
    const auto run = read(parts, [&](sql::Connection& c) {
        return or_not_found(store::find_run(c, owner, call.path_value("run_id")), "there is no such export");
    });
    if (!run) return std::unexpected(run.error());
    if (run->kind != "export")
        return std::unexpected(Error{ErrorCode::not_found, "there is no such export", {}, {}});
    if (run->state == "queued" || run->state == "running")
        return http::refuse(409, ErrorCode::conflict, "the export is being made", {},
                            "Ask again in a moment");
    if (run->state != "ready" || !run->finished_at || *run->finished_at + flows::export_kept <= parts.clock())
        return std::unexpected(
            Error{ErrorCode::not_found, "this export is no longer kept", {}, "Make another"});
    auto body = body_of(parts, flows::export_key(owner, run->id));
    if (!body) return pass_on(body);
    return http::download("application/zip",
                          "headway-my-data-" + to_string(*run->finished_at).substr(0, 10) + ".zip",
                          std::move(*body));
}

/// That it is the person who asks: by the password, or, where the account has none, by a sign-in of a moment
/// ago.
Answer<void> check_person(const Parts& parts, const Passwords& passwords, const Call& call,
                          const store::User& user, const std::optional<std::string>& password) {
    if (user.password_hash) {
        if (!password) return std::unexpected(Error{ErrorCode::invalid, "field is missing", "password", {}});
        const auto right = passwords.verify(*user.password_hash, *password);
        if (!right) return std::unexpected(right.error());
        if (!*right) return http::refuse(403, ErrorCode::forbidden, "the password is wrong", "password");
        return {};
    }
    const auto session = parts.database.read(
        [&](sql::Connection& c) { return store::find_session_of(c, user.id, call.caller.session_id); });
    if (!session) return std::unexpected(session.error());
    if (*session && (*session)->created_at + fresh_session > parts.clock()) return {};
    return http::refuse(403, ErrorCode::forbidden, "you signed in too long ago for this", {},
                        "Sign in again, then erase the account within 15 minutes");
}

Answer<Response> erase(const Parts& parts, const Passwords& passwords, const Call& call) {
    if (call.caller.by_token)
        return http::refuse(403, ErrorCode::forbidden, "a token cannot erase the account", {},
                            "Sign in with the password");
    const auto body = call.body<ErasureRequest>();
    if (!body) return std::unexpected(body.error());
    if (body->confirm != "erase")
        return std::unexpected(Error{ErrorCode::invalid, "expected the word erase", "confirm", {}});
    const auto user = read(parts, [&](sql::Connection& c) {
        return or_not_found(store::find_user(c, call.caller.user_id), "there is no such account");
    });
    if (!user) return std::unexpected(user.error());
    if (auto ok = check_person(parts, passwords, call, *user, body->password); !ok) return pass_on(ok);
    const auto run =
        write(parts, [&](sql::Connection& c) { return begin_erasure(parts, c, user->id, *user); });
    if (!run) return std::unexpected(run.error());
    Response out = http::json_reply(202, to_wire(*run));
    http::add_cookie(out, ended_cookie(parts));
    return out;
}

}  // namespace

void add_my_data_routes(http::Router& router, const Parts& parts, const Passwords& passwords) {
    add_once(
        router, parts,
        {.method = Method::post, .pattern = "/api/my-data/exports", .handler = with(parts, make_export)});
    router.add({.method = Method::get,
                .pattern = "/api/my-data/exports/{run_id}/file",
                .handler = with(parts, download_export)});
    router.add({.method = Method::post,
                .pattern = "/api/my-data/erasures",
                .handler = [&parts, &passwords](const Call& call) { return erase(parts, passwords, call); }});
}

}  // namespace headway::api
