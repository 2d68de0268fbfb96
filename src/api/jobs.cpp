// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jobs.hpp"

#include "api/handler.hpp"
#include "api/input.hpp"
#include "api/quotas.hpp"
#include "api/wire_job.hpp"
#include "base/id.hpp"
#include "flows/reading.hpp"
#include "store/events.hpp"
#include "text/tokens.hpp"

namespace headway::api {
namespace {

using http::Method;

constexpr std::size_t json_limit = 512 * 1024;
constexpr std::size_t longest_description = 100'000;

struct SalaryInput {
    std::optional<double> min;
    std::optional<double> max;
    std::string currency;
    std::string period;
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
    const bool currency = s.currency.size() == 3 &&
                          s.currency.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
    if (!currency) return refuse_field("salary.currency", "expected a currency such as EUR");
    if (auto ok = check_word("salary.period", s.period, {"hour", "day", "week", "month", "year"}); !ok)
        return pass_on(ok);
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
    if (in.url && !((in.url->starts_with("https://") || in.url->starts_with("http://")) &&
                    in.url->size() <= 2000 && in.url->find_first_of(" \n\t\"<>") == std::string::npos))
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

/// Reads the requirements; a job without a title takes the one that its text begins with.
void read_requirements(const Parts& parts, store::Job& job) {
    const flows::ReadJob read = flows::read_job(parts.knowledge, job, {});
    job.requirements = static_cast<std::int64_t>(read.job.requirements.size());
    if (!job.title.empty()) return;
    job.title = read.job.title;
    while (job.title.size() > 180) job.title.pop_back();
    while (!job.title.empty() && (static_cast<unsigned char>(job.title.back()) & 0xC0U) == 0x80U)
        job.title.pop_back();
    if (!job.title.empty() && static_cast<unsigned char>(job.title.back()) >= 0xC0U) job.title.pop_back();
}

std::optional<report::WireOccupation> occupation_of(const Parts& parts, sql::Connection& c,
                                                    const std::string& caller, const store::Job& job) {
    const auto corrections = store::corrections_of_job(c, caller, job.id);
    if (corrections) {
        const auto corrected = flows::to_engine(*corrections, parts.knowledge.catalog);
        if (corrected.occupation)
            return report::make_occupation(parts.knowledge.catalog, {*corrected.occupation, 1});
    }
    const auto found = parts.knowledge.engine.occupations(job.title, 1);
    if (found.empty() || found.front().confidence < 0.25) return std::nullopt;
    return report::make_occupation(parts.knowledge.catalog, found.front());
}

Answer<Response> reply(const Parts& parts, sql::Connection& c, int status, const std::string& caller,
                       const store::Job& job) {
    const auto context = context_of(c, caller, job);
    if (!context) return std::unexpected(context.error());
    return versioned_reply(status, to_wire(job, *context, occupation_of(parts, c, caller, job)), job.version);
}

Answer<Response> create(const Parts& parts, const Call& call) {
    const auto body = call.body<JobInput>();
    if (!body) return std::unexpected(body.error());
    store::Job job;
    job.id = make_uuid();
    job.owner_id = call.caller.user_id;
    if (auto ok = take(*body, job); !ok) return pass_on(ok);
    read_requirements(parts, job);
    job.created_at = job.updated_at = parts.clock();
    auto added = write(parts, [&](sql::Connection& c) -> Answer<Response> {
        if (auto ok = use_quota(parts, c, job.owner_id, "jobs", 1); !ok) return pass_on(ok);
        if (auto a = store::add_job(c, job, "", flows::words_of(job)); !a) return pass_on(a);
        if (auto e = store::add_event(c, job.owner_id, "job", job.id, job.created_at); !e) return pass_on(e);
        return reply(parts, c, 201, job.owner_id, job);
    });
    if (added) added->set_header("Location", "/api/jobs/" + job.id);
    return added;
}

Answer<store::JobFilter> filter_of(const Call& call) {
    store::JobFilter f;
    if (const auto q = call.query_value("q")) {
        if (auto ok = check_text("q", *q, 1, 200); !ok) return pass_on(ok);
        for (const text::Token& t : text::tokenize(*q))
            f.words.push_back(text::normal_form(std::string_view(*q).substr(t.begin, t.end - t.begin)));
    }
    f.company = call.query_value("company").value_or("");
    f.location = call.query_value("location").value_or("");
    f.source = call.query_value("source").value_or("");
    f.job_type = call.query_value("job_type").value_or("");
    f.stage = call.query_value("stage").value_or("");
    for (const auto& [name, member] : {std::pair("remote", &f.remote), std::pair("saved", &f.saved),
                                       std::pair("published", &f.published)}) {
        const auto value = call.query_value(name);
        if (!value) continue;
        if (auto ok = check_word(name, *value, {"true", "false"}); !ok) return pass_on(ok);
        *member = *value == "true";
    }
    auto since = check_date("posted_since", call.query_value("posted_since"));
    if (!since) return pass_on(since);
    f.posted_since = *since;
    auto salary = call.query_number("salary_min", 0, 1'000'000'000);
    if (!salary) return pass_on(salary);
    if (*salary) f.salary_min = static_cast<double>(**salary);
    return f;
}

Answer<Response> list(const Parts& parts, const Call& call) {
    if (auto ok =
            call.only_query({"q", "job_type", "location", "company", "remote", "source", "saved", "stage",
                             "published", "posted_since", "salary_min", "sort", "limit", "cursor"});
        !ok)
        return pass_on(ok);
    const auto filter = filter_of(call);
    if (!filter) return std::unexpected(filter.error());
    const auto page = http::page_of(call);
    if (!page) return std::unexpected(page.error());
    std::string name = "jobs " + call.caller.user_id;
    for (const char* p : {"q", "job_type", "location", "company", "remote", "source", "saved", "stage",
                          "published", "posted_since", "salary_min"})
        name += "|" + call.query_value(p).value_or("");
    const auto before = http::read_cursor<std::string>(parts.cursors, name, *page);
    if (!before) return std::unexpected(before.error());
    return read(parts, [&](sql::Connection& c) -> Answer<Response> {
        auto jobs = store::list_jobs(c, call.caller.user_id, *filter, *before, page->limit + 1);
        if (!jobs) return pass_on(jobs);
        List<JobSummaryWire> out;
        if (jobs->size() > page->limit) {
            jobs->resize(page->limit);
            out.next_cursor = http::make_cursor(parts.cursors, name, jobs->back().id);
        }
        for (const store::Job& j : *jobs) {
            const auto context = context_of(c, call.caller.user_id, j);
            if (!context) return std::unexpected(context.error());
            out.items.push_back(to_summary(j, *context));
        }
        return list_reply(out);
    });
}

Answer<Response> search(const Parts& parts, const Call& call) {
    if (!call.query_value("q"))
        return std::unexpected(Error{ErrorCode::invalid, "expected words to search for", "q", {}});
    return list(parts, call);
}

Answer<Response> show(const Parts& parts, const Call& call) {
    return read(parts, [&](sql::Connection& c) -> Answer<Response> {
        const auto job = get_job(c, call);
        if (!job) return std::unexpected(job.error());
        return reply(parts, c, 200, call.caller.user_id, *job);
    });
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
    return write(parts, [&](sql::Connection& c) -> Answer<Response> {
        auto job = own_job(c, call);
        if (!job) return pass_on(job);
        if (auto ok = take(*body, *job); !ok) return pass_on(ok);
        read_requirements(parts, *job);
        job->updated_at = parts.clock();
        if (auto ok = or_conflict(store::change_job(c, job->owner_id, *job, "", flows::words_of(*job))); !ok)
            return pass_on(ok);
        if (auto e = store::add_event(c, job->owner_id, "job", job->id, job->updated_at); !e)
            return pass_on(e);
        ++job->version;
        return reply(parts, c, 200, call.caller.user_id, *job);
    });
}

Answer<Response> remove(const Parts& parts, const Call& call) {
    auto gone = write(parts, [&](sql::Connection& c) -> Answer<void> {
        const auto job = own_job(c, call);
        if (!job) return std::unexpected(job.error());
        if (auto ok = or_conflict(store::delete_job(c, job->owner_id, job->id, job->version)); !ok) return ok;
        if (auto e = store::add_event(c, job->owner_id, "job", job->id, parts.clock()); !e) return pass_on(e);
        return {};
    });
    if (!gone) return pass_on(gone);
    return http::no_content();
}

template <bool Published>
Answer<Response> publish(const Parts& parts, const Call& call) {
    return write(parts, [&](sql::Connection& c) -> Answer<Response> {
        const auto job = get_job(c, call);
        if (!job) return std::unexpected(job.error());
        const auto done = store::publish_job(c, job->id, Published, parts.clock());
        if (!done) return std::unexpected(done.error());
        if (!Published && job->owner_id != call.caller.user_id) {
            store::Job hidden = *job;
            hidden.published = false;
            ++hidden.version;
            return reply(parts, c, 200, call.caller.user_id, hidden);
        }
        const auto now = get_job(c, call);
        if (!now) return std::unexpected(now.error());
        return reply(parts, c, 200, call.caller.user_id, *now);
    });
}

}  // namespace

Answer<store::Job> get_job(sql::Connection& c, const Call& call) {
    return or_not_found(store::find_job(c, call.caller.user_id, call.path_value("job_id")),
                        "there is no such job");
}

void add_job_routes(http::Router& router, const Parts& parts) {
    using http::Access;
    router.add({.method = Method::get, .pattern = "/api/jobs", .handler = with(parts, list)});
    router.add({.method = Method::post,
                .pattern = "/api/jobs",
                .handler = with(parts, create),
                .body_limit = json_limit});
    router.add({.method = Method::get, .pattern = "/api/jobs/search", .handler = with(parts, search)});
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
