// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/job_ranking.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "flows/stored_profile.hpp"
#include "ranking/fit.hpp"
#include "text/tokens.hpp"

namespace headway::flows {
namespace {

/// Jobs with a person's spellings that are read as they do, the newest ones; others count as everybody reads
/// them.
constexpr std::size_t most_own = 500;

std::vector<std::string> words_of_alias(const std::string& alias) {
    std::vector<std::string> out;
    for (const text::Token& t : text::tokenize(alias))
        out.push_back(text::normal_form(std::string_view(alias).substr(t.begin, t.end - t.begin)));
    return out;
}

std::string ids_of(std::span<const store::Correction> corrections) {
    std::string out;
    for (const store::Correction& c : corrections) out += c.id + " ";
    return out;
}

}  // namespace

/// What one look at the database tells of a person.
struct JobRanking::Seen {
    store::Resume resume;
    std::vector<store::Correction> of_resume;
    std::string aliases;  ///< Ids of the corrected spellings: they bear on every job.
    std::vector<store::JobMark> own;
    std::vector<std::string> corrections;  ///< Of each own job: ids of what was corrected there.
};

bool ranks_before(const RankedJobId& a, const RankedJobId& b) {
    return a.fit != b.fit ? a.fit > b.fit : a.id > b.id;
}

std::span<const std::string> what_fit_leaves_out() {
    static const std::array<std::string, 2> sentences = {
        "Sentences of the résumé that show a skill without naming it or anything that goes with it count in "
        "the gap report only.",
        "Requirements in the ad's own words, which no framework knows, count as not met; the gap report "
        "looks "
        "for them in the résumé."};
    return sentences;
}

JobRanking::JobRanking(sql::Database& database, const Knowledge& knowledge, Clock clock)
    : database_(database), knowledge_(knowledge), clock_(std::move(clock)), jobs_(database, knowledge) {}

Result<std::optional<JobRanking::Seen>> JobRanking::look(sql::Connection& c, const std::string& owner,
                                                         const std::optional<std::string>& resume_id) const {
    auto resume = resume_id ? store::find_resume(c, owner, *resume_id) : store::find_default_resume(c, owner);
    if (!resume) return pass_on(resume);
    if (resume_id && !*resume) return fail(ErrorCode::not_found, "there is no such résumé", "resume_id");
    if (!*resume || (*resume)->state != "ready") return std::nullopt;
    Seen out;
    out.resume = std::move(**resume);
    auto of_resume = store::corrections_of_resume(c, owner, out.resume.id);
    if (!of_resume) return pass_on(of_resume);
    out.of_resume = std::move(*of_resume);
    auto all = store::list_corrections(c, owner, "");
    if (!all) return pass_on(all);
    const auto add = [&](const store::JobMark& mark) {
        const auto there = std::find_if(out.own.begin(), out.own.end(),
                                        [&](const store::JobMark& m) { return m.id == mark.id; });
        if (there != out.own.end()) return static_cast<std::size_t>(there - out.own.begin());
        out.own.push_back(mark);
        out.corrections.emplace_back();
        return out.own.size() - 1;
    };
    for (const store::Correction& x : *all) {
        if (x.kind == "alias" && x.alias) {
            out.aliases += x.id + " ";
            auto marks = store::jobs_with_words(c, owner, words_of_alias(*x.alias), most_own);
            if (!marks) return pass_on(marks);
            for (const store::JobMark& m : *marks) add(m);
        }
        if (!x.job_id || x.kind == "alias") continue;
        auto mark = store::find_job_mark(c, owner, *x.job_id);
        if (!mark) return pass_on(mark);
        if (*mark) out.corrections[add(**mark)] += x.id + " ";
    }
    return out;
}

Result<std::shared_ptr<const ranking::HeldProfile>> JobRanking::held_by(const std::string& owner,
                                                                        const Seen& seen) {
    const Date today = date_of(clock_());
    // Levels count months: the day does not matter.
    const std::string key = seen.resume.id + "|" + std::to_string(seen.resume.version) + "|" +
                            to_string(today).substr(0, 7) + "|" + ids_of(seen.of_resume);
    if (auto kept = held_.find(key)) return kept;
    auto text =
        database_.read([&](sql::Connection& c) { return store::find_resume_text(c, owner, seen.resume.id); });
    if (!text) return pass_on(text);
    if (!*text) return fail(ErrorCode::not_found, "there is no such résumé", "resume_id");
    const ReadResume read = read_resume(knowledge_, (*text)->content, (*text)->pages, seen.of_resume, today);
    return held_.add(key, ranking::make_held_profile(read.resume, knowledge_.catalog, knowledge_.skill_keys));
}

Result<std::shared_ptr<const ranking::JobProfile>> JobRanking::own_profile(const std::string& owner,
                                                                           const std::string& id,
                                                                           const std::string& key) {
    if (auto kept = own_.find(key)) return kept;
    struct Source {
        std::optional<store::Job> job;
        std::vector<store::Correction> corrections;
    };
    auto source = database_.read([&](sql::Connection& c) -> Result<Source> {
        auto job = store::find_job(c, owner, id);
        if (!job) return pass_on(job);
        auto corrections = store::corrections_of_job(c, owner, id);
        if (!corrections) return pass_on(corrections);
        return Source{std::move(*job), std::move(*corrections)};
    });
    if (!source) return pass_on(source);
    if (!source->job) return nullptr;
    return own_.add(key, make_profile(knowledge_, read_job(knowledge_, *source->job, source->corrections)));
}

Result<std::vector<OwnJob>> JobRanking::own_jobs(const std::string& owner, const Seen& seen,
                                                 const ranking::HeldProfile& held) {
    std::vector<OwnJob> out;
    for (std::size_t i = 0; i < seen.own.size(); ++i) {
        const store::JobMark& mark = seen.own[i];
        const std::string key =
            mark.id + "|" + std::to_string(mark.version) + "|" + seen.aliases + "|" + seen.corrections[i];
        auto profile = own_profile(owner, mark.id, key);
        if (!profile) return pass_on(profile);
        const auto place = jobs_.key(mark.id);
        if (!*profile || !place) continue;
        out.push_back({mark.id, *place, *profile, ranking::fit(held, **profile)});
    }
    return out;
}

Result<std::optional<Candidate>> JobRanking::find_candidate(const std::string& owner,
                                                            const std::optional<std::string>& resume_id) {
    if (auto ready = jobs_.refresh(); !ready) return pass_on(ready);
    auto seen = database_.read([&](sql::Connection& c) { return look(c, owner, resume_id); });
    if (!seen) return pass_on(seen);
    if (!*seen) return std::nullopt;
    auto held = held_by(owner, **seen);
    if (!held) return pass_on(held);
    auto own = own_jobs(owner, **seen, **held);
    if (!own) return pass_on(own);
    return Candidate{owner, std::move((*seen)->resume), std::move(*held), std::move(*own)};
}

std::vector<RankedJobId> JobRanking::best(const Candidate& candidate, std::size_t most,
                                          const Narrowing& narrowing) const {
    std::unordered_set<ranking::JobKey> left_out;
    for (const std::string& id : narrowing.without) {
        if (const auto key = jobs_.key(id)) left_out.insert(*key);
    }
    std::vector<RankedJobId> out;
    for (const OwnJob& job : candidate.own) {
        const RankedJobId place{job.id, job.fit};
        const bool wanted =
            !left_out.contains(job.key) && (!narrowing.after || ranks_before(*narrowing.after, place));
        if (wanted) out.push_back(place);
        left_out.insert(job.key);
    }
    ranking::JobFilter filter;
    filter.reader = LiveJobs::owner_key(candidate.owner);
    if (!left_out.empty()) filter.accept = [&](ranking::JobKey key) { return !left_out.contains(key); };
    if (narrowing.after) {
        filter.after =
            ranking::RankedJob{JobKeys::place_of(narrowing.after->id).value_or(0), narrowing.after->fit};
    }
    for (const ranking::RankedJob& job : jobs_.index().top(*candidate.held, most, filter)) {
        if (auto id = jobs_.id(job.key)) out.push_back({std::move(*id), job.fit});
    }
    std::sort(out.begin(), out.end(), ranks_before);
    if (out.size() > most) out.resize(most);
    return out;
}

std::vector<std::optional<double>> JobRanking::fits(const Candidate& candidate,
                                                    std::span<const std::string> ids) const {
    std::vector<ranking::JobKey> keys;
    keys.reserve(ids.size());
    for (const std::string& id : ids) keys.push_back(jobs_.key(id).value_or(0));
    ranking::JobFilter filter;
    filter.reader = LiveJobs::owner_key(candidate.owner);
    auto out = jobs_.index().fits(*candidate.held, keys, filter);
    if (candidate.own.empty()) return out;
    std::unordered_map<std::string_view, double> own;
    for (const OwnJob& job : candidate.own) own[job.id] = job.fit;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (const auto found = own.find(ids[i]); found != own.end()) out[i] = found->second;
    }
    return out;
}

std::size_t JobRanking::count(const std::string& owner) const {
    return jobs_.index().count(LiveJobs::owner_key(owner));
}

}  // namespace headway::flows
