// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/resumes.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "api/handler.hpp"
#include "api/input.hpp"
#include "api/once.hpp"
#include "api/queueing.hpp"
#include "api/quotas.hpp"
#include "api/wire_resume.hpp"
#include "api/wire_run.hpp"
#include "base/id.hpp"
#include "document/sniff.hpp"
#include "flows/import_resume.hpp"
#include "http/base64.hpp"
#include "http/byte_range.hpp"
#include "http/digest.hpp"
#include "http/multipart.hpp"
#include "store/accounts.hpp"
#include "store/events.hpp"

namespace headway::api {
namespace {

using http::Method;

constexpr std::size_t largest_file = std::size_t{10} << 20U;
constexpr std::size_t form_overhead = 64 * 1024;
constexpr std::size_t json_limit = std::size_t{1} << 20U;
constexpr std::chrono::hours unclaimed_kept{1};  // bytes of an upload whose row never came

struct ResumeInput {
    std::string name;
    std::string text;
    std::optional<bool> set_default;
};
BOOST_DESCRIBE_STRUCT(ResumeInput, (), (name, text, set_default))

struct ResumePatch {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(ResumePatch, (), (name))

struct DownloadUrl {
    std::string url;
    std::optional<std::string> expires_at;
};
BOOST_DESCRIBE_STRUCT(DownloadUrl, (), (url, expires_at))

Response reply(int status, const store::Resume& r) {
    return versioned_reply(status, to_wire(r), r.version);
}

std::string_view media_type(document::Format format) {
    switch (format) {
        case document::Format::pdf:
            return "application/pdf";
        case document::Format::docx:
            return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        case document::Format::html:
            return "text/html";
        case document::Format::text:
            break;
    }
    return "text/plain";
}

/// Takes away a file that is noted for removal. What cannot be removed now, housekeeping tries again.
void remove_file(const Parts& parts, const std::string& key) {
    if (!parts.files.remove(key)) return;
    static_cast<void>(parts.database.write([&](sql::Connection& c) { return store::forget_file(c, key); }));
}

/// What was uploaded, as a résumé that is not stored yet.
Answer<store::Resume> resume_of(const Parts& parts, const Call& call, const http::Part* file,
                                bool is_default) {
    if (file == nullptr || !file->is_file)
        return std::unexpected(Error{ErrorCode::invalid, "expected a file", "resume_file", {}});
    if (file->content.empty())
        return std::unexpected(Error{ErrorCode::invalid, "the file is empty", "resume_file", {}});
    if (file->content.size() > largest_file)
        return std::unexpected(Error{ErrorCode::too_large, "a résumé may have 10 MiB", "resume_file", {}});
    store::Resume r;
    const auto format = document::sniff_format(file->content, file->filename);
    if (!format)
        return http::refuse(415, ErrorCode::invalid, format.error().what, "resume_file", format.error().fix);
    r.media_type = media_type(*format);
    r.id = make_uuid();
    r.name = file->filename.empty() ? "résumé" : file->filename;
    r.size_bytes = static_cast<std::int64_t>(file->content.size());
    r.content_hash = http::base64url(http::sha256(file->content));
    r.file_key = call.caller.user_id + "/" + r.id;
    r.is_default = is_default;
    r.created_at = r.updated_at = parts.clock();
    return r;
}

/// The bytes first: a row never names a file that is not there. Should the program be killed before the row
/// is, the file is known to belong to nothing.
Answer<void> keep_bytes(const Parts& parts, const store::Resume& r, std::string_view bytes) {
    Result<void> noted;
    // This carries nothing out yet of what was asked for.
    parts.database.write_beside({}, [&] {
        noted = parts.database.write([&](sql::Connection& c) {
            return store::note_file_removal(c, *r.file_key, r.created_at + unclaimed_kept);
        });
    });
    if (!noted) return pass_on(noted);
    if (auto put = parts.files.put(*r.file_key, bytes, r.media_type); !put) return pass_on(put);
    return {};
}

Answer<Response> upload(const Parts& parts, const Call& call) {
    auto form = http::form_of(call);
    if (!form) return pass_on(form);
    const http::Part* file = http::find_part(*form, "resume_file");
    const http::Part* chosen = http::find_part(*form, "set_default");
    auto resume = resume_of(parts, call, file, chosen != nullptr && chosen->content == "true");
    if (!resume) return pass_on(resume);
    store::Resume& r = *resume;
    const std::string& owner = call.caller.user_id;
    if (auto kept = keep_bytes(parts, r, file->content); !kept) return pass_on(kept);
    const store::Run run =
        make_run(parts, owner, "import_resume", r.id, json::to_json(flows::ImportInput{r.id}));
    r.run_id = run.id;
    auto added = write(parts, [&](sql::Connection& c) -> Answer<void> {
        if (auto ok = use_quota(parts, c, owner, "resumes", 1); !ok) return pass_on(ok);
        if (auto ok = use_quota(parts, c, owner, "storage_bytes", r.size_bytes); !ok) return pass_on(ok);
        if (auto a = store::add_resume(c, owner, r, {}); !a) return pass_on(a);
        if (auto f = store::forget_file(c, *r.file_key); !f) return pass_on(f);
        if (auto q = store::add_run(c, run); !q) return pass_on(q);
        if (auto e = store::add_event(c, owner, "resume", r.id, r.created_at); !e) return pass_on(e);
        return {};
    });
    if (!added) {
        remove_file(parts, *r.file_key);
        return pass_on(added);
    }
    if (auto ended = wait_for(parts, owner, run.id); !ended) return pass_on(ended);
    auto now = read(parts, [&](sql::Connection& c) {
        return or_not_found(store::find_resume(c, owner, r.id), "the résumé was deleted meanwhile");
    });
    if (!now) return pass_on(now);
    Response out = reply(201, *now);
    out.set_header("Location", "/api/resumes/" + r.id);
    return out;
}

Answer<Response> create(const Parts& parts, const Call& call) {
    const auto body = call.body<ResumeInput>();
    if (!body) return std::unexpected(body.error());
    if (auto ok = check_text("name", body->name, 1, 255); !ok) return pass_on(ok);
    if (auto ok = check_text("text", body->text, 20, 200'000); !ok) return pass_on(ok);
    store::Resume r;
    r.id = make_uuid();
    r.name = body->name;
    r.media_type = "text/plain";
    r.size_bytes = static_cast<std::int64_t>(body->text.size());
    r.content_hash = http::base64url(http::sha256(body->text));
    r.is_default = body->set_default.value_or(false);
    r.text_source = "pasted";
    r.created_at = r.updated_at = parts.clock();
    store::ResumeText text{"text", body->text, "0", {}};
    flows::take_text(r, text, parts.knowledge, date_of(r.created_at));
    auto added = write(parts, [&](sql::Connection& c) -> Answer<store::Resume> {
        if (auto ok = use_quota(parts, c, call.caller.user_id, "resumes", 1); !ok) return pass_on(ok);
        if (auto ok = use_quota(parts, c, call.caller.user_id, "storage_bytes", r.size_bytes); !ok)
            return pass_on(ok);
        if (auto a = store::add_resume(c, call.caller.user_id, r, text); !a) return pass_on(a);
        if (auto e = store::add_event(c, call.caller.user_id, "resume", r.id, r.created_at); !e)
            return pass_on(e);
        return or_not_found(store::find_resume(c, call.caller.user_id, r.id), "there is no such résumé");
    });
    if (!added) return pass_on(added);
    Response out = reply(201, *added);
    out.set_header("Location", "/api/resumes/" + r.id);
    return out;
}

Answer<Response> list(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"limit", "cursor"}); !ok) return pass_on(ok);
    const auto page = http::page_of(call);
    if (!page) return std::unexpected(page.error());
    const std::string name = "resumes " + call.caller.user_id;
    const auto after = http::read_cursor<store::ResumePlace>(parts.cursors, name, *page);
    if (!after) return std::unexpected(after.error());
    auto resumes = parts.database.read([&](sql::Connection& c) {
        return store::list_resumes(c, call.caller.user_id, *after, page->limit + 1);
    });
    if (!resumes) return pass_on(resumes);
    return list_reply(make_page<ResumeWire>(
        parts, name, std::move(*resumes), page->limit, to_wire,
        +[](const store::Resume& r) { return store::ResumePlace{r.is_default, r.id}; }));
}

Answer<Response> show_default(const Parts& parts, const Call& call) {
    const auto r = read(parts, [&](sql::Connection& c) {
        return or_not_found(store::find_default_resume(c, call.caller.user_id), "there is no résumé yet");
    });
    if (!r) return std::unexpected(r.error());
    return reply(200, *r);
}

Answer<Response> show(const Parts& parts, const Call& call) {
    const auto r = read(parts, [&](sql::Connection& c) { return get_resume(c, call); });
    if (!r) return std::unexpected(r.error());
    return reply(200, *r);
}

Answer<Response> set_default(const Parts& parts, const Call& call) {
    const auto r = write(parts, [&](sql::Connection& c) -> Answer<store::Resume> {
        auto found = get_resume(c, call);
        if (!found || found->is_default) return found;
        const auto made = store::make_default_resume(c, call.caller.user_id, found->id, parts.clock());
        if (!made) return std::unexpected(made.error());
        if (auto e = store::add_event(c, call.caller.user_id, "resume", found->id, parts.clock()); !e)
            return pass_on(e);
        return get_resume(c, call);
    });
    if (!r) return std::unexpected(r.error());
    return reply(200, *r);
}

Answer<Response> rename(const Parts& parts, const Call& call) {
    const auto body = call.body<ResumePatch>();
    if (!body) return std::unexpected(body.error());
    if (auto ok = check_text("name", body->name, 1, 255); !ok) return pass_on(ok);
    const auto r = write(parts, [&](sql::Connection& c) -> Answer<store::Resume> {
        auto found = get_resume(c, call);
        if (!found) return found;
        if (auto ok = http::check_if_match(call, http::etag_of(found->version)); !ok) return pass_on(ok);
        found->name = body->name;
        found->updated_at = parts.clock();
        if (auto ok = or_conflict(store::change_resume(c, call.caller.user_id, *found)); !ok)
            return pass_on(ok);
        if (auto e = store::add_event(c, call.caller.user_id, "resume", found->id, found->updated_at); !e)
            return pass_on(e);
        return get_resume(c, call);
    });
    if (!r) return std::unexpected(r.error());
    return reply(200, *r);
}

Answer<Response> remove(const Parts& parts, const Call& call) {
    std::optional<std::string> key;
    auto gone = write(parts, [&](sql::Connection& c) -> Answer<void> {
        const auto found = get_resume(c, call);
        if (!found) return std::unexpected(found.error());
        if (auto ok = http::check_if_match(call, http::etag_of(found->version)); !ok) return ok;
        key = found->file_key;
        if (auto ok = or_conflict(store::delete_resume(c, call.caller.user_id, *found, parts.clock())); !ok)
            return ok;
        if (auto e = store::add_event(c, call.caller.user_id, "resume", found->id, parts.clock()); !e)
            return pass_on(e);
        return {};
    });
    if (!gone) return pass_on(gone);
    if (key) remove_file(parts, *key);
    return http::no_content();
}

Answer<Response> download_url(const Parts& parts, const Call& call) {
    const auto r = read(parts, [&](sql::Connection& c) { return get_resume(c, call); });
    if (!r) return std::unexpected(r.error());
    if (!r->file_key) return http::refuse(409, ErrorCode::conflict, "this résumé was pasted; it has no file");
    constexpr int seconds = 3600;
    if (auto url = parts.files.download_url(*r->file_key, http::attachment_header(r->name), seconds)) {
        return http::json_reply(200,
                                DownloadUrl{*url, to_string(parts.clock() + std::chrono::seconds(seconds))});
    }
    return http::json_reply(200, DownloadUrl{"/api/resumes/" + r->id + "/file", {}});
}

Answer<Response> download_file(const Parts& parts, const Call& call) {
    const auto r = read(parts, [&](sql::Connection& c) { return get_resume(c, call); });
    if (!r) return std::unexpected(r.error());
    if (!r->file_key) return http::refuse(409, ErrorCode::conflict, "this résumé was pasted; it has no file");
    const auto size = static_cast<std::uint64_t>(r->size_bytes);
    const auto range = http::byte_range(call.request.header("Range"), size);
    auto bytes = range ? parts.files.get_part(*r->file_key, range->begin, range->end - range->begin)
                       : parts.files.get(*r->file_key);
    if (!bytes) return pass_on(bytes);
    Response out = http::download(r->media_type, r->name, std::move(*bytes));
    out.set_header("Accept-Ranges", "bytes");
    if (!range) return out;
    out.status = 206;
    out.set_header("Content-Range", fmt::format("bytes {}-{}/{}", range->begin, range->end - 1, size));
    return out;
}

Answer<Response> retry(const Parts& parts, const Call& call) {
    const auto run = write(parts, [&](sql::Connection& c) -> Answer<store::Run> {
        auto r = get_resume(c, call);
        if (!r) return std::unexpected(r.error());
        if (!r->file_key)
            return http::refuse(409, ErrorCode::conflict, "this résumé was pasted; it has no file");
        if (r->state == "importing")
            return http::refuse(409, ErrorCode::conflict, "the résumé is being read");
        store::Run next = make_run(parts, call.caller.user_id, "import_resume", r->id,
                                   json::to_json(flows::ImportInput{r->id}));
        r->state = "importing";
        r->reason.reset();
        r->can_retry = false;
        r->run_id = next.id;
        r->updated_at = parts.clock();
        if (auto ok = or_conflict(store::change_resume(c, call.caller.user_id, *r)); !ok) return pass_on(ok);
        if (auto q = store::add_run(c, next); !q) return pass_on(q);
        return next;
    });
    if (!run) return std::unexpected(run.error());
    return http::json_reply(202, to_wire(*run));
}

}  // namespace

Answer<store::Resume> get_resume(sql::Connection& c, const Call& call) {
    return or_not_found(store::find_resume(c, call.caller.user_id, call.path_value("resume_id")),
                        "there is no such résumé");
}

void add_resume_routes(http::Router& router, const Parts& parts) {
    add_once(router, parts,
             {.method = Method::post,
              .pattern = "/api/backend/resume/upload",
              .handler = with(parts, upload),
              .body_limit = largest_file + form_overhead});
    router.add({.method = Method::get, .pattern = "/api/backend/resumes", .handler = with(parts, list)});
    router.add({.method = Method::get,
                .pattern = "/api/backend/resumes/default",
                .handler = with(parts, show_default)});
    router.add({.method = Method::post,
                .pattern = "/api/backend/resumes/{resume_id}/set-default",
                .handler = with(parts, set_default)});
    router.add({.method = Method::delete_,
                .pattern = "/api/backend/resumes/{resume_id}",
                .handler = with(parts, remove)});
    router.add({.method = Method::get,
                .pattern = "/api/backend/resume/{resume_id}/download-url",
                .handler = with(parts, download_url)});
    add_once(router, parts,
             {.method = Method::post,
              .pattern = "/api/resumes",
              .handler = with(parts, create),
              .body_limit = json_limit});
    router.add({.method = Method::get, .pattern = "/api/resumes/{resume_id}", .handler = with(parts, show)});
    router.add(
        {.method = Method::patch, .pattern = "/api/resumes/{resume_id}", .handler = with(parts, rename)});
    router.add({.method = Method::get,
                .pattern = "/api/resumes/{resume_id}/file",
                .handler = with(parts, download_file)});
    router.add(
        {.method = Method::post, .pattern = "/api/resumes/{resume_id}/retry", .handler = with(parts, retry)});
}

}  // namespace headway::api
