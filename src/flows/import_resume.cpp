// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/import_resume.hpp"

#include <chrono>
#include <fmt/format.h>

#include "base/hash.hpp"
#include "flows/gap_report.hpp"
#include "flows/reading.hpp"
#include "json/json.hpp"
#include "store/events.hpp"
#include "store/same_files.hpp"

namespace headway::flows {
namespace {

std::string_view name_of(document::Format format) {
    switch (format) {
        case document::Format::pdf:
            return "pdf";
        case document::Format::docx:
            return "docx";
        case document::Format::html:
            return "html";
        case document::Format::text:
            return "text";
    }
    return "text";
}

store::ResumeText to_row(const document::Document& d) {
    store::ResumeText out;
    out.format = name_of(d.format);
    out.content = d.text;
    career::PageStarts pages;
    for (const document::Page& p : d.pages) pages.push_back(static_cast<std::uint32_t>(p.begin));
    out.pages = pages_to_text(pages);
    for (const std::string& w : d.warnings) out.warnings += w + "\n";
    return out;
}

/// What another résumé of the same bytes was read as, by this version of the program.
Result<std::optional<store::ResumeText>> read_before(sql::Connection& c, const std::string& owner,
                                                     const store::Resume& resume, const Knowledge& knowledge,
                                                     Provenance& provenance) {
    const auto same = store::find_same_file(c, owner, resume.id, resume.content_hash);
    if (!same) return std::unexpected(same.error());
    if (!*same) return std::nullopt;
    const auto by = json::from_json<Provenance>((*same)->provenance);
    if (!by || by->version != knowledge.version) return std::nullopt;
    provenance.parameters.push_back({"found", (*same)->resume_id});
    return store::find_resume_text(c, owner, (*same)->resume_id);
}

/// The text of a résumé's file.
Result<store::ResumeText> read_file(files::FileStore& files, const store::Resume& resume,
                                    const document::Limits& limits) {
    const auto bytes = files.get(*resume.file_key);
    if (!bytes) return std::unexpected(bytes.error());
    const auto document = document::read_document(*bytes, resume.name, limits);
    if (!document) return std::unexpected(document.error());
    return to_row(*document);
}

constexpr int most_tries = 5;
constexpr const char* text_was_given = "the résumé was given another text meanwhile";

/// Whether it still waits for its text; not once its person has pasted one.
bool waits(const store::Resume& r) {
    return r.state == "importing";
}

/// What has come of a résumé that waits no more. A worker that was killed between storing what it read and
/// saying so leaves it read, or failed with the reason.
Result<void> outcome(const store::Resume& r) {
    if (r.state == "failed")
        return fail(ErrorCode::invalid, r.reason.value_or("the résumé could not be read"));
    if (r.text_source == "file") return {};
    return fail(ErrorCode::conflict, text_was_given);
}

/// Changes the résumé as it is now, unless it is gone; again when somebody changed it at the same moment.
template <class Change>
Result<void> update(sql::Database& database, const std::string& owner, const std::string& id,
                    const Clock& clock, Change change) {
    for (int i = 0; i < most_tries; ++i) {
        const auto done = database.write([&](sql::Connection& c) -> Result<bool> {
            auto resume = store::find_resume(c, owner, id);
            if (!resume) return pass_on(resume);
            if (!*resume) return true;
            (*resume)->updated_at = clock();
            auto changed = change(c, **resume);
            if (!changed || !*changed) return changed;
            if (auto told = store::add_event(c, owner, "resume", id, clock()); !told) return pass_on(told);
            return true;
        });
        if (!done) return std::unexpected(done.error());
        if (*done) return {};
    }
    return fail(ErrorCode::unavailable, "the résumé was changed again and again meanwhile");
}

}  // namespace

void take_text(store::Resume& resume, store::ResumeText& text, const Knowledge& knowledge, Date today) {
    const ReadResume read = read_resume(knowledge, text.content, text.pages, {}, today);
    resume.words = static_cast<std::int64_t>(read.resume.reading.tokens.size());
    resume.skills = static_cast<std::int64_t>(read.resume.skills.size());
    resume.state = "ready";
    resume.reason.reset();
    resume.can_retry = false;
}

Result<void> import_resume(sql::Database& database, files::FileStore& files, const Knowledge& knowledge,
                           const document::Limits& limits, const Clock& clock, const std::string& owner,
                           const ImportInput& input, Provenance& provenance) {
    provenance = base_provenance(knowledge);
    auto resume =
        database.read([&](sql::Connection& c) { return store::find_resume(c, owner, input.resume_id); });
    if (!resume) return pass_on(resume);
    if (!*resume || !(*resume)->file_key)
        return fail(ErrorCode::not_found, "the résumé was deleted meanwhile");
    provenance.input_hashes = {{"file", (*resume)->content_hash}};
    if (!waits(**resume)) return outcome(**resume);
    const auto began = std::chrono::steady_clock::now();
    auto known = database.read(
        [&](sql::Connection& c) { return read_before(c, owner, **resume, knowledge, provenance); });
    if (!known) return pass_on(known);
    auto text = *known ? Result<store::ResumeText>(std::move(**known)) : read_file(files, **resume, limits);
    provenance.timings = {
        {"read",
         std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count()}};
    if (!text) {
        const Error& e = text.error();
        auto noted = update(database, owner, input.resume_id, clock,
                            [&](sql::Connection& c, store::Resume& r) -> Result<bool> {
                                if (!waits(r)) return fail(ErrorCode::conflict, text_was_given);
                                r.state = "failed";
                                r.reason = e.code == ErrorCode::internal
                                               ? "Something went wrong in the program."
                                               : e.message();
                                r.can_retry = true;
                                return store::change_resume(c, owner, r);
                            });
        if (!noted) return pass_on(noted);
        return std::unexpected(e);
    }
    auto stored = update(database, owner, input.resume_id, clock,
                         [&](sql::Connection& c, store::Resume& r) -> Result<bool> {
                             if (!waits(r)) return fail(ErrorCode::conflict, text_was_given);
                             take_text(r, *text, knowledge, date_of(clock()));
                             r.text_source = "file";
                             return store::change_resume_text(c, owner, r, *text);
                         });
    if (!stored) return pass_on(stored);
    provenance.parameters.insert(provenance.parameters.begin(), {"format", text->format});
    provenance.input_hashes.push_back({"text", fmt::format("{:016x}", hash64(text->content))});
    return {};
}

}  // namespace headway::flows
