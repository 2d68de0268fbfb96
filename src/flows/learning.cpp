// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/learning.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

#include "base/id.hpp"
#include "career/learning_plan.hpp"
#include "store/events.hpp"
#include "store/quotas.hpp"

namespace headway::flows {
namespace {

constexpr std::size_t least_items = 5;
constexpr std::size_t most_listed = 200;

double rounded(double v) {
    return std::round(v * 100) / 100;
}

career::GapReport gap_of(const GapSource& s, const Knowledge& knowledge, Date today) {
    const ReadResume resume = read_resume(knowledge, s.text.content, s.text.pages, s.of_resume, today);
    const ReadJob job = read_job(knowledge, s.job, s.of_job);
    return knowledge.engine.gap(resume.resume, job.job, job.corrected.occupation);
}

std::vector<store::LearningItem> propose(const GapSource& s, const Knowledge& knowledge,
                                         const LearningInput& input, Timestamp now) {
    const career::GapReport gap = gap_of(s, knowledge, date_of(now));
    std::vector<store::LearningItem> out;
    for (const career::LearningStep& step : career::plan_learning(
             gap, knowledge.corpus, knowledge.catalog, least_items, static_cast<std::size_t>(input.limit))) {
        const career::LearningResource& r = knowledge.corpus.resources()[step.resource];
        store::LearningItem item;
        item.id = make_uuid();
        item.report_id = input.gap_report_id;
        item.position = static_cast<std::int64_t>(out.size());
        item.skill_id = knowledge.catalog.id(step.skill);
        item.skill_name = knowledge.catalog.name(step.skill);
        item.title = r.title;
        item.url = r.url;
        item.publisher = r.publisher;
        item.kind = r.kind;
        item.hours = std::max(rounded(step.hours), 0.5);
        item.from_level = rounded(step.from_level);
        item.to_level = step.to_level;
        item.gain = rounded(step.gain);
        item.reason = step.reason;
        item.created_at = now;
        out.push_back(std::move(item));
    }
    return out;
}

}  // namespace

Result<LearningOutcome> generate_learning(sql::Database& database, const Knowledge& knowledge,
                                          const Clock& clock, const std::string& owner,
                                          const LearningInput& input) {
    const auto began = std::chrono::steady_clock::now();
    const Timestamp now = clock();
    auto source = database.read([&](sql::Connection& c) -> Result<GapSource> {
        const auto report = store::find_gap_report(c, owner, input.gap_report_id);
        if (!report) return std::unexpected(report.error());
        if (!*report) return fail(ErrorCode::not_found, "there is no such report", "gap_report_id");
        if (!(*report)->resume_id)
            return fail(ErrorCode::conflict, "the résumé of this report is gone", "gap_report_id");
        return load_gap_source(c, owner, {*(*report)->resume_id, (*report)->job_id});
    });
    if (!source) return pass_on(source);
    const auto items = propose(*source, knowledge, input, now);
    LearningOutcome out;
    out.provenance = base_provenance(knowledge);
    out.provenance.parameters = {{"limit", std::to_string(input.limit)},
                                 {"resources", std::to_string(knowledge.corpus.resources().size())}};
    out.provenance.input_hashes = {{"inputs", hash_of(*source, knowledge, date_of(now))}};
    out.provenance.timings = {
        {"plan",
         std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count()}};
    auto stored = database.write([&](sql::Connection& c) -> Result<std::vector<std::string>> {
        std::vector<std::string> ids;
        // Of two runs that come together the second finds what the first has made.
        if (auto locked = store::lock_holdings(c, owner); !locked) return pass_on(locked);
        const auto there = store::list_learning_items(c, owner, input.gap_report_id, most_listed);
        if (!there) return std::unexpected(there.error());
        for (const auto& i : *there) ids.push_back(i.id);
        const auto is_there = [&](const store::LearningItem& item) {
            return std::ranges::any_of(*there, [&](const store::LearningItem& t) {
                return t.url == item.url && t.skill_id == item.skill_id;
            });
        };
        for (store::LearningItem i : items) {
            if (std::cmp_greater_equal(ids.size(), input.limit)) break;
            if (is_there(i)) continue;
            i.position = static_cast<std::int64_t>(ids.size());
            if (auto added = store::add_learning_item(c, owner, i); !added) return pass_on(added);
            ids.push_back(i.id);
        }
        if (ids.size() == there->size()) return ids;
        if (auto told = store::add_event(c, owner, "gap_report", input.gap_report_id, now); !told)
            return pass_on(told);
        return ids;
    });
    if (!stored) return pass_on(stored);
    out.item_ids = std::move(*stored);
    return out;
}

Result<std::optional<career::GapReport>> gap_now(sql::Connection& c, const Knowledge& knowledge,
                                                 const std::string& owner, Date today,
                                                 const std::string& report_id) {
    const auto report = store::find_gap_report(c, owner, report_id);
    if (!report) return std::unexpected(report.error());
    if (!*report || !(*report)->resume_id) return std::nullopt;
    const auto source = load_gap_source(c, owner, {*(*report)->resume_id, (*report)->job_id});
    if (!source) {
        const bool gone =
            source.error().code == ErrorCode::not_found || source.error().code == ErrorCode::conflict;
        if (gone) return std::nullopt;
        return std::unexpected(source.error());
    }
    return gap_of(*source, knowledge, today);
}

Result<std::optional<double>> points_of_items(sql::Connection& c, const Knowledge& knowledge,
                                              const std::string& owner, Date today,
                                              std::span<const store::LearningItem> items) {
    if (items.empty()) return 0.0;
    const auto gap = gap_now(c, knowledge, owner, today, items.front().report_id);
    if (!gap) return std::unexpected(gap.error());
    if (!*gap) return std::nullopt;
    std::vector<career::ReachedLevel> reached;
    for (const store::LearningItem& item : items) {
        if (const auto skill = knowledge.catalog.find_skill(item.skill_id))
            reached.push_back({*skill, item.to_level});
    }
    return career::points_of(**gap, knowledge.catalog, reached);
}

}  // namespace headway::flows
