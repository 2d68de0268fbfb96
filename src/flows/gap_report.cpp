// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/gap_report.hpp"

#include <chrono>
#include <fmt/format.h>

#include "base/hash.hpp"
#include "flows/extraction.hpp"
#include "json/json.hpp"
#include "report/report.hpp"

namespace headway::flows {
namespace {

/// Fields of a text that is hashed, parted so that no two lists give the same text.
class Fields {
  public:
    void add(std::string_view field) { text_ += fmt::format("{}:{};", field.size(), field); }
    void add_optional(const std::optional<std::string>& field) {
        add(field ? std::string_view(*field) : "-");
    }
    [[nodiscard]] std::string hash() const {
        return fmt::format("{:016x}{:016x}", hash64(text_), hash64("again " + text_));
    }

  private:
    std::string text_;
};

void add_corrections(Fields& fields, const std::vector<store::Correction>& all) {
    for (const store::Correction& c : all) fields.add(c.id);
}

void add_extraction(Fields& fields, const std::optional<store::Extraction>& reading) {
    if (reading) fields.add("read by a model: " + reading->id);
}

/// What a model read of a text, where the person wants that.
Result<void> load_readings(sql::Connection& c, std::string_view owner, GapSource& out) {
    const auto wanted = store::lets_model_read(c, owner);
    if (!wanted) return std::unexpected(wanted.error());
    if (!*wanted) return {};
    auto of_resume = store::find_extraction(c, owner, "resume", extraction_hash(out.text.content),
                                            extraction_prompt_version, {});
    if (!of_resume) return pass_on(of_resume);
    auto of_job = store::find_extraction(c, owner, "job", extraction_hash(job_text(out.job)),
                                         extraction_prompt_version, {});
    if (!of_job) return pass_on(of_job);
    out.model_on_resume = std::move(*of_resume);
    out.model_on_job = std::move(*of_job);
    return {};
}

/// How many claims rest on the model, as the report says it.
std::string model_words(std::size_t claims, const std::string& model) {
    return fmt::format(
        "{} of the language model {}: the quoted words stand in the texts, and count with less certainty.",
        claims == 1 ? "One claim is" : fmt::format("{} claims are", claims), model);
}

std::string left_out_words(const char* document, std::size_t bytes) {
    return fmt::format(
        "Of the {}, {} KiB long, the language model read the first {} KiB; the rest was read by rules alone.",
        document, bytes >> 10U, most_read_bytes >> 10U);
}

}  // namespace

Result<GapSource> load_gap_source(sql::Connection& c, std::string_view owner, const GapInput& input) {
    GapSource out;
    auto resume = store::find_resume(c, owner, input.resume_id);
    if (!resume) return pass_on(resume);
    if (!*resume) return fail(ErrorCode::not_found, "there is no such résumé", "resume_id");
    if ((*resume)->state != "ready") {
        return fail(
            ErrorCode::conflict,
            (*resume)->state == "failed" ? "the résumé could not be read" : "the résumé is being read",
            "resume_id",
            (*resume)->state == "failed" ? "Try it again or paste its text" : "Try again in a moment");
    }
    auto text = store::find_resume_text(c, owner, input.resume_id);
    if (!text) return pass_on(text);
    auto job = store::find_job(c, owner, input.job_id);
    if (!job) return pass_on(job);
    if (!*job) return fail(ErrorCode::not_found, "there is no such job", "job_id");
    auto of_resume = store::corrections_of_resume(c, owner, input.resume_id);
    if (!of_resume) return pass_on(of_resume);
    auto of_job = store::corrections_of_job(c, owner, input.job_id);
    if (!of_job) return pass_on(of_job);
    out.resume = std::move(**resume);
    out.text = std::move(**text);
    out.job = std::move(**job);
    out.of_resume = std::move(*of_resume);
    out.of_job = std::move(*of_job);
    if (auto read = load_readings(c, owner, out); !read) return pass_on(read);
    return out;
}

std::string hash_of(const GapSource& s, const Knowledge& knowledge, Date today) {
    Fields fields;
    fields.add(knowledge.version);
    fields.add(knowledge.reader);
    fields.add(report::fields_of_reports());
    fields.add(to_string(today).substr(0, 7));
    fields.add(s.resume.id);
    fields.add(s.text.content);
    fields.add(s.text.pages);
    fields.add(s.job.id);
    fields.add(job_text(s.job));
    add_corrections(fields, s.of_resume);
    fields.add("|");
    add_corrections(fields, s.of_job);
    add_extraction(fields, s.model_on_resume);
    add_extraction(fields, s.model_on_job);
    return fields.hash();
}

Provenance base_provenance(const Knowledge& knowledge) {
    Provenance out;
    out.version = knowledge.version;
    for (const auto& p : knowledge.catalog.packs()) {
        out.packs.push_back(
            {std::string(p.name()), std::string(p.release()), fmt::format("{:016x}", p.checksum())});
    }
    return out;
}

MadeReport make_gap_report(const GapSource& s, const Knowledge& knowledge, const ModelReading& reading,
                           Timestamp now) {
    const auto began = std::chrono::steady_clock::now();
    const Date today = date_of(now);
    ReadResume resume = read_resume(knowledge, s.text.content, s.text.pages, s.of_resume, today);
    ReadJob job = read_job(knowledge, s.job, s.of_job);
    std::size_t claims = 0;
    if (s.model_on_resume)
        claims += career::add_proposed(resume.resume, proposals_of(knowledge, *s.model_on_resume),
                                       knowledge.catalog, knowledge.linker);
    if (s.model_on_job)
        claims += career::add_proposed(job.job, proposals_of(knowledge, *s.model_on_job), knowledge.catalog,
                                       knowledge.linker);
    const auto read = std::chrono::steady_clock::now();
    const std::optional<career::OccupationId> occupation = job.corrected.occupation;
    const career::GapReport gap = knowledge.engine.gap(resume.resume, job.job, occupation);
    report::Source source{knowledge.engine, resume.resume, job.job, gap, knowledge.version, {}};
    for (const std::string& w : lines_of(s.text.warnings)) source.warnings.push_back("Résumé: " + w);
    if (claims > 0)
        source.warnings.push_back(
            model_words(claims, (s.model_on_resume ? s.model_on_resume : s.model_on_job)->model));
    if (s.model_on_resume && s.text.content.size() > most_read_bytes)
        source.warnings.push_back(left_out_words("résumé", s.text.content.size()));
    if (s.model_on_job && job_text(s.job).size() > most_read_bytes)
        source.warnings.push_back(left_out_words("job", job_text(s.job).size()));
    if (reading.trouble)
        source.warnings.push_back("The language model did not read along (" + *reading.trouble +
                                  "): this rests on the rules alone.");
    const report::WireReport wire = report::make_report(source);
    MadeReport out;
    out.content = json::to_json(wire);
    out.row.resume_id = s.resume.id;
    out.row.job_id = s.job.id;
    out.row.inputs_hash = hash_of(s, knowledge, today);
    out.row.score = wire.score;
    out.row.low = wire.interval.low;
    out.row.high = wire.interval.high;
    out.row.requirements = static_cast<std::int64_t>(wire.requirements.size());
    for (const auto& r : wire.requirements) {
        (r.status == "matched" ? out.row.matched : r.status == "weak" ? out.row.weak : out.row.missing) += 1;
    }
    out.row.resume_name = s.resume.name;
    out.row.job_title = s.job.title.empty() ? "Job without a title" : s.job.title;
    out.row.company = s.job.company;
    out.row.created_at = now;
    const auto done = std::chrono::steady_clock::now();
    const auto ms = [](auto from, auto to) {
        return std::chrono::duration<double, std::milli>(to - from).count();
    };
    out.provenance = base_provenance(knowledge);
    out.provenance.parameters = {
        {"occupation", occupation ? std::string(knowledge.catalog.occupation_code(*occupation)) : "by title"},
        {"month", to_string(today).substr(0, 7)}};
    out.provenance.input_hashes = {{"inputs", out.row.inputs_hash},
                                   {"resume_text", wire.provenance.resume_text_hash},
                                   {"job_text", wire.provenance.job_text_hash}};
    add_reading(out.provenance, reading);
    out.provenance.timings = {{"read", ms(began, read)}, {"compare", ms(read, done)}};
    return out;
}

}  // namespace headway::flows
