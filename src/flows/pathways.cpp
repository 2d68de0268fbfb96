// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/pathways.hpp"

#include <fmt/format.h>

#include "base/hash.hpp"

namespace headway::flows {
namespace {

/// A résumé and what bears on its reading.
struct Seen {
    store::Resume resume;
    std::vector<store::Correction> corrections;
};

Result<Seen> look(sql::Connection& c, const std::string& owner, const std::optional<std::string>& resume_id) {
    auto resume = resume_id ? store::find_resume(c, owner, *resume_id) : store::find_default_resume(c, owner);
    if (!resume) return pass_on(resume);
    if (!*resume && resume_id) return fail(ErrorCode::not_found, "there is no such résumé", "resume_id");
    if (!*resume)
        return fail(ErrorCode::not_found, "there is no résumé yet", {}, "Upload one, or paste its text");
    if ((*resume)->state == "importing")
        return fail(ErrorCode::conflict, "the résumé is still being read", {}, "Ask again in a moment");
    if ((*resume)->state != "ready")
        return fail(ErrorCode::conflict, "the résumé could not be read", {}, "Paste its text, or try again");
    auto corrections = store::corrections_of_resume(c, owner, (*resume)->id);
    if (!corrections) return pass_on(corrections);
    return Seen{std::move(**resume), std::move(*corrections)};
}

std::string version_of(const Seen& seen, const Knowledge& knowledge, Date today) {
    // Levels count months: the day does not matter.
    std::string all = fmt::format("{}|{}|{}|{}", seen.resume.id, seen.resume.version,
                                  to_string(today).substr(0, 7), knowledge.reader);
    for (const store::Correction& c : seen.corrections) all += "|" + c.id;
    return fmt::format("{:016x}", hash64(all));
}

}  // namespace

Pathways::Pathways(sql::Database& database, const Knowledge& knowledge, Clock clock)
    : database_(database), knowledge_(knowledge), clock_(std::move(clock)) {}

Result<ResumeStanding> Pathways::find(const std::string& owner, const std::optional<std::string>& resume_id) {
    auto seen = database_.read([&](sql::Connection& c) { return look(c, owner, resume_id); });
    if (!seen) return pass_on(seen);
    const Date today = date_of(clock_());
    ResumeStanding out{seen->resume.id, version_of(*seen, knowledge_, today), nullptr};
    const std::string key = out.resume_id + "|" + out.version;
    out.standing = kept_.find(key);
    if (out.standing) return out;
    auto made = make(owner, out.resume_id, seen->corrections, today);
    if (!made) return pass_on(made);
    out.standing = kept_.add(key, std::move(*made));
    return out;
}

Result<Standing> Pathways::make(const std::string& owner, const std::string& resume_id,
                                const std::vector<store::Correction>& corrections, Date today) {
    auto text =
        database_.read([&](sql::Connection& c) { return store::find_resume_text(c, owner, resume_id); });
    if (!text) return pass_on(text);
    if (!*text) return fail(ErrorCode::not_found, "there is no such résumé", "resume_id");
    const ReadResume read = read_resume(knowledge_, (*text)->content, (*text)->pages, corrections, today);
    Standing out;
    out.held = ranking::make_held_career(read.resume, knowledge_.occupations);
    for (const career::HeldWork& w : out.held.work)
        out.titles.emplace_back(read.resume.reading.slice(w.begin, w.end));
    out.order = ranking::closest(out.held, knowledge_.occupations);
    return out;
}

}  // namespace headway::flows
