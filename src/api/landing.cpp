// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/landing.hpp"

#include <array>

#include "api/file_watch.hpp"
#include "api/handler.hpp"
#include "api/input.hpp"
#include "api/shared_limit.hpp"
#include "flows/reading.hpp"
#include "report/document_text.hpp"
#include "report/report.hpp"
#include "store/users.hpp"

namespace headway::api {
namespace {

using http::Access;
using http::Method;

constexpr std::size_t try_limit = 256 * 1024;
constexpr http::RateRule tries{.burst = 10, .refill = std::chrono::seconds(6)};

struct AttributionWire {
    std::string name;
    std::string text;
    std::string licence;
    std::string link;
};
BOOST_DESCRIBE_STRUCT(AttributionWire, (), (name, text, licence, link))

struct AboutWire {
    std::string name = "Headway";
    std::string version;
    bool registration_open = true;
    std::vector<std::string> sign_in = {"password"};
    std::optional<std::string> issuer_name;
    bool sends_mail = false;
    std::vector<std::string> samples;
    std::vector<AttributionWire> attributions;
};
BOOST_DESCRIBE_STRUCT(AboutWire, (),
                      (name, version, registration_open, sign_in, issuer_name, sends_mail, samples,
                       attributions))

struct TryRequest {
    std::optional<std::string> resume_sample;
    std::optional<std::string> resume_text;
    std::optional<std::string> job_sample;
    std::optional<std::string> job_text;
};
BOOST_DESCRIBE_STRUCT(TryRequest, (), (resume_sample, resume_text, job_sample, job_text))

struct TryDocument {
    std::string title;
    report::WireDocumentText text;
};
BOOST_DESCRIBE_STRUCT(TryDocument, (), (title, text))

struct TryResult {
    TryDocument resume;
    TryDocument job;
    report::WireReport report;
};
BOOST_DESCRIBE_STRUCT(TryResult, (), (resume, job, report))

struct Liveness {
    std::string status = "ok";
};
BOOST_DESCRIBE_STRUCT(Liveness, (), (status))

struct CheckWire {
    std::string name;
    std::string status;  ///< ok, warning, failing, off
    std::string detail;
    std::optional<std::string> fix;
};
BOOST_DESCRIBE_STRUCT(CheckWire, (), (name, status, detail, fix))

struct Readiness {
    std::string status;
    std::vector<CheckWire> checks;
};
BOOST_DESCRIBE_STRUCT(Readiness, (), (status, checks))

struct Landing {
    Landing(const Parts& p, Samples s) : parts(p), samples(std::move(s)), files(p.files) {}
    const Parts& parts;
    Samples samples;
    FileWatch files;
};

Answer<Response> about(Landing& landing, const Call&) {
    AboutWire out;
    out.version = landing.parts.knowledge.version;
    out.registration_open = landing.parts.policy.registration_open;
    if (landing.parts.issuer != nullptr) {
        out.sign_in.emplace_back("oidc");
        out.issuer_name = landing.parts.policy.sign_in.name;
    }
    out.sends_mail = landing.parts.mail != nullptr;
    out.samples = landing.samples.names;
    out.attributions = {{"O*NET",
                         "This product includes information from the O*NET 30.1 Database by the U.S. "
                         "Department of Labor, Employment and Training "
                         "Administration (USDOL/ETA), used under the CC BY 4.0 licence; names, identifiers "
                         "and figures were taken over, short names "
                         "derived.",
                         "CC BY 4.0", "https://www.onetcenter.org/database.html"},
                        {"ESCO", "This service uses the ESCO classification of the European Commission.",
                         "reuse with attribution", "https://esco.ec.europa.eu/"}};
    return http::json_reply(200, out);
}

/// What is to be read: a sample's document or a pasted text.
Answer<document::Document> document_of(Landing& landing, const std::optional<std::string>& sample,
                                       const std::optional<std::string>& text, const char* field, bool job) {
    if (sample.has_value() == text.has_value())
        return std::unexpected(Error{ErrorCode::invalid, "expected either a sample or a text", field, {}});
    document::Document out;
    if (text) {
        if (auto ok = check_text(field, *text, 20, 60'000); !ok) return pass_on(ok);
        out.text = *text;
        out.pages = {{0, text->size()}};
        return out;
    }
    auto read = landing.samples.read(*sample);
    if (!read) return std::unexpected(Error{ErrorCode::invalid, "there is no such sample", field, {}});
    if (!job) return std::move(read->resume);
    out.text = std::move(read->job_text);
    out.pages = {{0, out.text.size()}};
    return out;
}

std::string first_line(const std::string& text) {
    std::string out = text.substr(0, std::min(text.find('\n'), text.size()));
    if (out.size() > 200) out.resize(200);
    while (!out.empty() && static_cast<unsigned char>(out.back()) >= 0x80) out.pop_back();
    return out.empty() ? "Document" : out;
}

std::string_view name_of(document::Format format) {
    constexpr std::array<std::string_view, 4> names = {"pdf", "docx", "html", "text"};
    return names[static_cast<std::size_t>(format)];
}

Answer<Response> try_out(Landing& landing, const Call& call) {
    const auto body = call.body<TryRequest>();
    if (!body) return std::unexpected(body.error());
    if (auto ok = take_turn(landing.parts, call, "trial", tries); !ok) return pass_on(ok);
    const auto resume_document =
        document_of(landing, body->resume_sample, body->resume_text, "resume_text", false);
    if (!resume_document) return std::unexpected(resume_document.error());
    const auto job_document = document_of(landing, body->job_sample, body->job_text, "job_text", true);
    if (!job_document) return std::unexpected(job_document.error());
    const flows::Knowledge& k = landing.parts.knowledge;
    career::PageStarts pages;
    for (const auto& p : resume_document->pages) pages.push_back(static_cast<std::uint32_t>(p.begin));
    const auto resume = flows::read_resume(k, resume_document->text, flows::pages_to_text(pages), {},
                                           date_of(landing.parts.clock()));
    store::Job job_row;
    job_row.description = job_document->text;
    const auto job = flows::read_job(k, job_row, {});
    const auto gap = k.engine.gap(resume.resume, job.job);
    TryResult out;
    out.resume = {first_line(resume_document->text),
                  report::make_document_text({k.catalog,
                                              resume.resume.reading,
                                              resume.resume.found,
                                              resume.resume.pages,
                                              std::string(name_of(resume_document->format)),
                                              resume_document->warnings,
                                              {}})};
    out.job = {first_line(job_document->text),
               report::make_document_text(
                   {k.catalog, job.job.reading, job.job.found, job.job.pages, "text", {}, {}})};
    out.report =
        report::make_report({k.engine, resume.resume, job.job, gap, k.version, resume_document->warnings});
    return http::json_reply(200, out);
}

Answer<Response> live(Landing&, const Call&) {
    return http::json_reply(200, Liveness{});
}

CheckWire checked(const char* name, const Result<void>& result, const char* good, const char* bad) {
    if (result) return {name, "ok", good, {}};
    return {name, bad,
            result.error().code == ErrorCode::internal ? "It does not answer." : result.error().what,
            result.error().fix};
}

/// The database decides. Files that fail do so for every server alike: sending people to another helps
/// nobody, and most of what they do needs none.
Answer<Response> ready(Landing& landing, const Call&) {
    Readiness out{"ready", {}};
    auto database = landing.parts.database.read([](sql::Connection& c) -> Result<void> {
        const auto n = store::count_users(c);
        if (!n) return std::unexpected(n.error());
        return {};
    });
    if (!database) out.status = "not_ready";
    out.checks.push_back(checked("database", database, "It answers.", "failing"));
    out.checks.push_back(checked("files", landing.files.state(), "They can be written and read.", "warning"));
    return http::json_reply(database ? 200 : 503, out);
}

}  // namespace

void add_landing_routes(http::Router& router, const Parts& parts, const Samples& samples,
                        std::shared_ptr<http::Metrics> metrics) {
    auto landing = std::make_shared<Landing>(parts, samples);
    const auto bound = [&](Answer<Response> (*handler)(Landing&, const Call&)) {
        return [landing, handler](const Call& call) { return handler(*landing, call); };
    };
    router.add({.method = Method::get,
                .pattern = "/api/about",
                .access = Access::public_,
                .handler = bound(about),
                .on_pool = false});
    router.add({.method = Method::post,
                .pattern = "/api/try",
                .access = Access::public_,
                .handler = bound(try_out),
                .body_limit = try_limit});
    router.add({.method = Method::get,
                .pattern = "/healthz",
                .access = Access::public_,
                .handler = bound(live),
                .on_pool = false});
    router.add(
        {.method = Method::get, .pattern = "/readyz", .access = Access::public_, .handler = bound(ready)});
    router.add({.method = Method::get,
                .pattern = "/metrics",
                .access = Access::admin,
                .handler = [metrics](const Call&) -> Answer<Response> {
                    return http::text_reply(200, std::string(http::Metrics::content_type), metrics->text());
                }});
}

}  // namespace headway::api
