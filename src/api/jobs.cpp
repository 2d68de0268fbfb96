// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jobs.hpp"

#include <algorithm>

#include "api/handler.hpp"
#include "api/input.hpp"
#include "api/once.hpp"
#include "api/quotas.hpp"
#include "api/searching.hpp"
#include "api/wire_job.hpp"
#include "base/id.hpp"
#include "flows/reading.hpp"
#include "flows/stored_profile.hpp"
#include "store/events.hpp"
#include "store/job_access.hpp"

namespace headway::api {
namespace {

using http::Method;

constexpr std::size_t longest_found_title = 180;  ///< Bytes.
constexpr std::size_t json_limit = 512 * 1024;
constexpr std::size_t longest_description = 100'000;

struct SalaryInput {
    std::optional<double> min;
    std::optional<double> max;
    std::optional<std::string> currency;  ///< None: the ad states none.
    std::optional<std::string> period;
};
BOOST_DESCRIBE_STRUCT(SalaryInput, (), (min, max, currency, period))

struct JobInput {
    std::optional<std::string> title;
    std::optional<std::string> company;
    std::optional<std::string> description;
    std::optional<std::string> location;
    std::optional<bool> remote;
    std::optional<std::string> job_type;
    std::optional<std::string> url;
    std::optional<SalaryInput> salary;
    std::optional<std::string> posted_on;
};
BOOST_DESCRIBE_STRUCT(JobInput, (),
                      (title, company, description, location, remote, job_type, url, salary, posted_on))

Answer<void> take_salary(const SalaryInput& s, store::Job& job) {
    const auto refuse_field = [](const char* field, const char* what) {
        return std::unexpected(Error{ErrorCode::invalid, what, field, {}});
    };
    for (const auto& [field, amount] : {std::pair("salary.min", s.min), std::pair("salary.max", s.max)}) {
        if (amount && !(*amount >= 0 && *amount <= 1e9))
            return refuse_field(field, "expected an amount of 0 to a billion");
    }
    if (!s.min && !s.max) return refuse_field("salary", "expected min or max");
    if (s.min && s.max && *s.min > *s.max) return refuse_field("salary.max", "this is less than min");
    const bool currency =
        !s.currency || (s.currency->size() == 3 &&
                        s.currency->find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos);
    if (!currency) return refuse_field("salary.currency", "expected a currency such as EUR");
    if (s.period) {
        if (auto ok = check_word("salary.period", *s.period, {"hour", "day", "week", "month", "year"}); !ok)
            return pass_on(ok);
    }
    job.salary_min = s.min;
    job.salary_max = s.max;
    job.salary_currency = s.currency;
    job.salary_period = s.period;
    return {};
}

/// Fills in what the input says; what it does not say becomes empty.
Answer<void> take(const JobInput& in, store::Job& job) {
    if (auto ok = check_optional_text("title", in.title, 1, 200); !ok) return pass_on(ok);
    if (auto ok = check_optional_text("company", in.company, 0, 200); !ok) return pass_on(ok);
    if (auto ok = check_optional_text("location", in.location, 0, 200); !ok) return pass_on(ok);
    if (auto ok = check_optional_text("description", in.description, 0, longest_description); !ok)
        return pass_on(ok);
    if (!in.title && in.description.value_or("").empty())
        return std::unexpected(Error{ErrorCode::invalid, "expected a title or a description", "title", {}});
    if (in.job_type) {
        if (auto ok = check_word("job_type", *in.job_type,
                                 {"full_time", "part_time", "contract", "internship", "temporary"});
            !ok)
            return pass_on(ok);
    }
    if (in.url && !is_job_address(*in.url))
        return std::unexpected(Error{ErrorCode::invalid, "expected an http or https address", "url", {}});
    const auto posted = check_date("posted_on", in.posted_on);
    if (!posted) return std::unexpected(posted.error());
    job.title = in.title.value_or("");
    job.company = in.company.value_or("");
    job.location = in.location.value_or("");
    job.description = in.description.value_or("");
    job.remote = in.remote.value_or(false);
    job.job_type = in.job_type;
    job.url = in.url;
    job.posted_on = *posted;
    job.salary_min = job.salary_max = std::nullopt;
    job.salary_currency = job.salary_period = std::nullopt;
    return in.salary ? take_salary(*in.salary, job) : Answer<void>();
}

/// The job as it is shown to the caller. Not within a transaction.
Answer<Response> reply(const Parts& parts, int status, const std::string& caller, const store::Job& job,
                       const Fits& fits) {
    return read(parts, [&](sql::Connection& c) -> Answer<Response> {
        const auto wire = whole_job(parts, c, caller, job, fits);
        if (!wire) return std::unexpected(wire.error());
        return versioned_reply(status, *wire, job.version);
    });
}

/// The same after a change that is committed.
Answer<Response> reply_changed(const Parts& parts, int status, const std::string& caller,
                               const Answer<store::Job>& job) {
    if (!job) return std::unexpected(job.error());
    parts.ranking.jobs().changed(job->id);
    // What is done must not be answered as if it were not.
    const auto fits = Fits::find(parts, caller, {});
    return reply(parts, status, caller, *job, fits ? *fits : Fits::unknown(parts));
}

Answer<Response> create(const Parts& parts, const Call& call) {
    const auto body = call.body<JobInput>();
    if (!body) return std::unexpected(body.error());
    store::Job job;
    job.id = make_uuid();
    job.owner_id = call.caller.user_id;
    if (auto ok = take(*body, job); !ok) return pass_on(ok);
    const std::string profile = read_requirements(parts, job);
    job.created_at = job.updated_at = parts.clock();
    const auto added = write(parts, [&](sql::Connection& c) -> Answer<store::Job> {
        if (auto ok = add_job(parts, c, job, profile); !ok) return pass_on(ok);
        return job;
    });
    auto out = reply_changed(parts, 201, job.owner_id, added);
    if (out) out->set_header("Location", "/api/jobs/" + job.id);
    return out;
}

Answer<Response> show(const Parts& parts, const Call& call) {
    const auto job = read(parts, [&](sql::Connection& c) { return get_job(c, call); });
    if (!job) return std::unexpected(job.error());
    const auto fits = Fits::find(parts, call.caller.user_id, {});
    if (!fits) return std::unexpected(fits.error());
    return reply(parts, 200, call.caller.user_id, *job, *fits);
}

/// The caller's own job, as If-Match wants it.
Answer<store::Job> own_job(sql::Connection& c, const Call& call) {
    auto job = get_job(c, call);
    if (!job) return job;
    if (job->owner_id != call.caller.user_id)
        return http::refuse(403, ErrorCode::forbidden, "this job belongs to somebody else");
    if (auto ok = http::check_if_match(call, http::etag_of(job->version)); !ok) return pass_on(ok);
    return job;
}

Answer<Response> replace(const Parts& parts, const Call& call) {
    const auto body = call.body<JobInput>();
    if (!body) return std::unexpected(body.error());
    // Read before the transaction: nobody else's writing waits for it.
    store::Job read;
    if (auto ok = take(*body, read); !ok) return pass_on(ok);
    const std::string profile = read_requirements(parts, read);
    const auto changed = write(parts, [&](sql::Connection& c) -> Answer<store::Job> {
        auto job = own_job(c, call);
        if (!job) return pass_on(job);
        if (auto ok = take(*body, *job); !ok) return pass_on(ok);
        job->requirements = read.requirements;
        job->title = read.title;
        job->updated_at = parts.clock();
        if (auto ok = or_conflict(store::change_job(c, job->owner_id, *job, profile, flows::words_of(*job)));
            !ok)
            return pass_on(ok);
        if (auto e = store::add_event(c, job->owner_id, "job", job->id, job->updated_at); !e)
            return pass_on(e);
        ++job->version;
        return job;
    });
    return reply_changed(parts, 200, call.caller.user_id, changed);
}

/// The caller's own, or to an administrator any that is published.
Answer<store::Job> removable_job(sql::Connection& c, const Call& call) {
    auto job = get_job(c, call);
    if (!job || call.caller.role != http::Role::admin || !job->published) return own_job(c, call);
    if (auto ok = http::check_if_match(call, http::etag_of(job->version)); !ok) return pass_on(ok);
    return job;
}

Answer<Response> remove(const Parts& parts, const Call& call) {
    auto gone = write(parts, [&](sql::Connection& c) -> Answer<void> {
        const auto job = removable_job(c, call);
        if (!job) return std::unexpected(job.error());
        if (auto ok = or_conflict(store::delete_job(c, job->owner_id, job->id, job->version)); !ok) return ok;
        if (auto e = store::add_event(c, job->owner_id, "job", job->id, parts.clock()); !e) return pass_on(e);
        return {};
    });
    if (!gone) return pass_on(gone);
    parts.ranking.jobs().changed(call.path_value("job_id"));
    return http::no_content();
}

/// An administrator publishes anybody's job; its owner hears of it.
template <bool Published>
Answer<Response> publish(const Parts& parts, const Call& call) {
    const auto changed = write(parts, [&](sql::Connection& c) -> Answer<store::Job> {
        const auto theirs =
            or_not_found(store::lock_job_of_anybody(c, call.path_value("job_id")), "there is no such job");
        if (!theirs) return std::unexpected(theirs.error());
        if (auto ok = http::check_if_match(call, http::etag_of(theirs->version)); !ok) return pass_on(ok);
        auto job = or_not_found(store::find_job(c, theirs->owner_id, call.path_value("job_id")),
                                "there is no such job");
        if (!job) return job;
        job->updated_at = parts.clock();
        const auto done = store::publish_job(c, job->id, Published, job->updated_at);
        if (!done) return std::unexpected(done.error());
        if (auto e = store::add_event(c, job->owner_id, "job", job->id, job->updated_at); !e)
            return pass_on(e);
        job->published = Published;
        ++job->version;
        return job;
    });
    return reply_changed(parts, 200, call.caller.user_id, changed);
}

}  // namespace

bool is_job_address(const std::string& url) {
    return (url.starts_with("https://") || url.starts_with("http://")) && url.size() <= 2000 &&
           url.find_first_of(" \n\t\"<>") == std::string::npos;
}

std::string read_requirements(const Parts& parts, store::Job& job) {
    const flows::ReadJob read = flows::read_job(parts.knowledge, job, {});
    job.requirements = static_cast<std::int64_t>(read.job.requirements.size());
    if (job.title.empty()) {
        job.title = read.job.title;
        std::size_t end = std::min(job.title.size(), longest_found_title);
        // No character is cut in two.
        while (end < job.title.size() && end > 0 &&
               (static_cast<unsigned char>(job.title[end]) & 0xC0U) == 0x80U)
            --end;
        job.title.resize(end);
    }
    return flows::profile_to_store(parts.knowledge, flows::make_profile(parts.knowledge, read));
}

Answer<void> add_job(const Parts& parts, sql::Connection& c, const store::Job& job,
                     const std::string& profile) {
    if (auto ok = use_quota(parts, c, job.owner_id, "jobs", 1); !ok) return ok;
    if (auto a = store::add_job(c, job, profile, flows::words_of(job)); !a) return pass_on(a);
    if (auto e = store::add_event(c, job.owner_id, "job", job.id, job.created_at); !e) return pass_on(e);
    return {};
}

Answer<store::Job> get_job(sql::Connection& c, const Call& call) {
    return or_not_found(store::find_job(c, call.caller.user_id, call.path_value("job_id")),
                        "there is no such job");
}

void add_job_routes(http::Router& router, const Parts& parts) {
    using http::Access;
    add_once(router, parts,
             {.method = Method::post,
              .pattern = "/api/jobs",
              .handler = with(parts, create),
              .body_limit = json_limit});
    router.add({.method = Method::get, .pattern = "/api/jobs/{job_id}", .handler = with(parts, show)});
    router.add({.method = Method::put,
                .pattern = "/api/jobs/{job_id}",
                .handler = with(parts, replace),
                .body_limit = json_limit});
    router.add({.method = Method::delete_, .pattern = "/api/jobs/{job_id}", .handler = with(parts, remove)});
    router.add({.method = Method::put,
                .pattern = "/api/jobs/{job_id}/publication",
                .access = Access::admin,
                .handler = with(parts, publish<true>)});
    router.add({.method = Method::delete_,
                .pattern = "/api/jobs/{job_id}/publication",
                .access = Access::admin,
                .handler = with(parts, publish<false>)});
}

}  // namespace headway::api
