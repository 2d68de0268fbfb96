// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/import_resume.hpp"

#include <chrono>
#include <fmt/format.h>

#include "base/hash.hpp"
#include "flows/gap_report.hpp"
#include "flows/reading.hpp"
#include "store/events.hpp"

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

constexpr int most_tries = 5;
constexpr const char* text_was_given = "the résumé was given another text meanwhile";

/// Not any more once its person has pasted a text.
bool waits(const store::Resume& r) {
    return r.state == "importing";
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

Result<Provenance> import_resume(sql::Database& database, files::FileStore& files, const Knowledge& knowledge,
                                 const document::Limits& limits, const Clock& clock, const std::string& owner,
                                 const ImportInput& input) {
    auto resume =
        database.read([&](sql::Connection& c) { return store::find_resume(c, owner, input.resume_id); });
    if (!resume) return pass_on(resume);
    if (!*resume || !(*resume)->file_key)
        return fail(ErrorCode::not_found, "the résumé was deleted meanwhile");
    if (!waits((**resume))) return fail(ErrorCode::conflict, text_was_given);
    const auto began = std::chrono::steady_clock::now();
    auto bytes = files.get(*(*resume)->file_key);
    Result<document::Document> document = fail(ErrorCode::internal, "not read");
    if (bytes) {
        document = document::read_document(*bytes, (*resume)->name, limits);
    } else {
        document = std::unexpected(bytes.error());
    }
    if (!document) {
        const Error& e = document.error();
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
    store::ResumeText text = to_row(*document);
    auto stored = update(database, owner, input.resume_id, clock,
                         [&](sql::Connection& c, store::Resume& r) -> Result<bool> {
                             if (!waits(r)) return fail(ErrorCode::conflict, text_was_given);
                             take_text(r, text, knowledge, date_of(clock()));
                             r.text_source = "file";
                             return store::change_resume_text(c, owner, r, text);
                         });
    if (!stored) return pass_on(stored);
    Provenance out = base_provenance(knowledge);
    out.parameters = {{"format", text.format}};
    out.input_hashes = {{"file", (*resume)->content_hash},
                        {"text", fmt::format("{:016x}", hash64(text.content))}};
    out.timings = {
        {"read",
         std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count()}};
    return out;
}

}  // namespace headway::flows
