// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/fetch_jobs.hpp"

#include <fmt/format.h>

#include "base/hash.hpp"
#include "base/id.hpp"
#include "boards/fields.hpp"
#include "flows/gap_report.hpp"
#include "flows/reading.hpp"
#include "flows/stored_profile.hpp"
#include "store/events.hpp"
#include "store/fetched_jobs.hpp"

namespace headway::flows {
namespace {

constexpr std::int64_t most_alike = 20;  // jobs with one title that are compared

/// What becomes of one fetched job.
struct Kept {
    enum class As { added, brought_up_to_date, duplicate, no_room };
    As as = As::duplicate;
    std::string job_id;
    std::string reason;
};

/// Fills in what a source gives; the rest of the job stays.
void fill(store::Job& job, const boards::FetchedJob& from) {
    job.title = from.title;
    job.company = from.company;
    job.location = from.location;
    job.remote = from.remote;
    job.job_type = from.job_type;
    job.url = from.url;
    const boards::Salary salary = from.salary.value_or(boards::Salary());
    job.salary_min = salary.min;
    job.salary_max = salary.max;
    job.salary_currency = salary.currency;
    job.salary_period = salary.period;
    job.posted_on = from.posted_on;
    job.source = from.source;
    job.external_id = from.external_id;
    job.description = from.description;
}

bool same(const store::Job& a, const store::Job& b) {
    return a.title == b.title && a.company == b.company && a.location == b.location && a.remote == b.remote &&
           a.job_type == b.job_type && a.url == b.url && a.salary_min == b.salary_min &&
           a.salary_max == b.salary_max && a.salary_currency == b.salary_currency &&
           a.salary_period == b.salary_period && a.posted_on == b.posted_on && a.description == b.description;
}

class Keeper {
  public:
    Keeper(sql::Database& database, const Knowledge& knowledge, const Clock& clock, const std::string& owner,
           const std::string& run_id, const Admit& admit)
        : database_(database),
          knowledge_(knowledge),
          clock_(clock),
          owner_(owner),
          run_id_(run_id),
          admit_(admit) {}

    Result<Kept> keep(const boards::FetchedJob& fetched) {
        store::Job job;
        job.id = make_uuid();
        job.owner_id = owner_;
        fill(job, fetched);
        job.created_at = job.updated_at = clock_();
        // Reading takes longer than the transaction should.
        const ReadJob read = read_job(knowledge_, job, {});
        job.requirements = static_cast<std::int64_t>(read.job.requirements.size());
        const std::string profile = profile_to_store(knowledge_, make_profile(knowledge_, read));
        return database_.write([&](sql::Connection& c) -> Result<Kept> {
            auto known = store::find_job_of_source(c, owner_, job.source, *job.external_id);
            if (!known) return pass_on(known);
            if (*known) return renew(c, **known, fetched, {job.requirements, profile});
            auto twin = find_twin(c, job);
            if (!twin) return pass_on(twin);
            if (*twin) return Kept{Kept::As::duplicate, {}, {}};
            return add(c, job, profile);
        });
    }

  private:
    /// What reading a job gives.
    struct Found {
        std::int64_t requirements = 0;
        const std::string& profile;
    };

    Result<Kept> add(sql::Connection& c, const store::Job& job, const std::string& profile) {
        if (const auto room = admit_(c); !room) return Kept{Kept::As::no_room, {}, room.error().message()};
        if (auto added = store::add_job(c, job, profile, words_of(job)); !added) return pass_on(added);
        if (auto m = store::set_fetch_mark(c, {job.id, run_id_, job.version}); !m) return pass_on(m);
        if (auto e = store::add_event(c, owner_, "job", job.id, job.created_at); !e) return pass_on(e);
        return Kept{Kept::As::added, job.id, {}};
    }

    /// The job is there: changed since by a person, it stays; else it becomes what the source says now.
    Result<Kept> renew(sql::Connection& c, const store::Job& known, const boards::FetchedJob& fetched,
                       const Found& found) {
        const auto mark = store::find_fetch_mark(c, owner_, known.id);
        if (!mark) return std::unexpected(mark.error());
        const bool by_this_run = *mark && (*mark)->run_id == run_id_;
        const Kept as_it_is{
            by_this_run ? Kept::As::added : Kept::As::duplicate, by_this_run ? known.id : "", {}};
        if (!*mark || (*mark)->version != known.version) return as_it_is;
        store::Job now = known;
        fill(now, fetched);
        if (same(now, known)) return as_it_is;
        now.requirements = found.requirements;
        now.updated_at = clock_();
        const auto changed = store::change_job(c, owner_, now, found.profile, words_of(now));
        if (!changed) return std::unexpected(changed.error());
        if (!*changed) return as_it_is;
        if (auto m = store::set_fetch_mark(c, {known.id, run_id_, known.version + 1}); !m) return pass_on(m);
        if (auto e = store::add_event(c, owner_, "job", known.id, now.updated_at); !e) return pass_on(e);
        return Kept{Kept::As::brought_up_to_date, known.id, {}};
    }

    /// A job in the same words, from wherever.
    Result<bool> find_twin(sql::Connection& c, const store::Job& job) {
        const auto alike = store::list_jobs_with_title(c, owner_, job.title, most_alike);
        if (!alike) return std::unexpected(alike.error());
        const std::string text = boards::comparable_text(job.title, job.description);
        for (const store::Job& other : *alike) {
            if (boards::may_be_same_place(job.location, other.location) &&
                boards::comparable_text(other.title, other.description) == text)
                return true;
        }
        return false;
    }

    sql::Database& database_;
    const Knowledge& knowledge_;
    const Clock& clock_;
    const std::string& owner_;
    const std::string& run_id_;
    const Admit& admit_;
};

void count(SourceCount& source, const Kept& kept) {
    switch (kept.as) {
        case Kept::As::added:
            ++source.added;
            break;
        case Kept::As::brought_up_to_date:
        case Kept::As::duplicate:
            ++source.duplicates;
            break;
        case Kept::As::no_room:
            add_reason(source, kept.reason);
            break;
    }
}

Provenance provenance_of(const Knowledge& knowledge, const FetchInput& input) {
    Provenance out = base_provenance(knowledge);
    const auto name = [&](const char* what, const std::vector<std::string>& values) {
        std::string line;
        for (const std::string& v : values) line += (line.empty() ? "" : ", ") + v;
        if (!line.empty()) out.parameters.push_back({what, boards::cut(line, 500)});
    };
    name("keywords", input.keywords);
    name("locations", input.locations);
    name("job_types", input.job_types);
    name("sources", input.sources);
    for (const BoardName& b : input.boards) out.parameters.push_back({"board", b.source + " " + b.name});
    for (const std::string& url : input.urls) out.parameters.push_back({"url", url.substr(0, 500)});
    return out;
}

}  // namespace

Result<FetchOutcome> fetch_jobs(sql::Database& database, const Knowledge& knowledge, const Outside& outside,
                                const Clock& clock, const std::string& owner, const std::string& run_id,
                                const FetchInput& input, const Admit& admit, const Tell& tell,
                                Provenance& provenance) {
    provenance = provenance_of(knowledge, input);
    const auto asking = [&](double at, const std::string& step) { return tell(at * 0.9, step); };
    Gathered gathered = gather_jobs(outside, input, clock(), asking);
    provenance.timings = std::move(gathered.timings);
    for (const boards::FetchedJob& j : gathered.jobs)
        provenance.input_hashes.push_back({j.source + " " + boards::cut(j.external_id, 100),
                                           fmt::format("{:016x}", hash64(j.description))});
    if (gathered.stopped) return fail(ErrorCode::unavailable, "the fetch was stopped");
    FetchOutcome out;
    out.sources = std::move(gathered.sources);
    Keeper keeper(database, knowledge, clock, owner, run_id, admit);
    for (std::size_t i = 0; i < gathered.jobs.size(); ++i) {
        const double at = 0.9 + 0.1 * static_cast<double>(i) / static_cast<double>(gathered.jobs.size());
        if (!tell(at, "reading what the jobs ask for"))
            return fail(ErrorCode::unavailable, "the fetch was stopped");
        const auto kept = keeper.keep(gathered.jobs[i]);
        if (!kept) return std::unexpected(kept.error());
        count(count_of(out.sources, gathered.jobs[i].source), *kept);
        if (!kept->job_id.empty()) out.job_ids.push_back(kept->job_id);
    }
    return out;
}

}  // namespace headway::flows
