// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/advise_learning.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <set>

#include "base/id.hpp"
#include "career/learning_plan.hpp"
#include "flows/advice_answer.hpp"
#include "flows/check_address.hpp"
#include "flows/item_address.hpp"
#include "flows/learning.hpp"
#include "flows/model_use.hpp"
#include "flows/proposed_item.hpp"
#include "store/events.hpp"
#include "store/quotas.hpp"
#include "store/users.hpp"

namespace headway::flows {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t most_listed = 200;
constexpr std::chrono::milliseconds tell_gap{500};

/// Tells how far it is and hears whether to go on, for those who ask many times a second.
class Step {
  public:
    Step(const Tell& tell, double at, std::string what) : tell_(tell), at_(at), what_(std::move(what)) {}
    [[nodiscard]] bool go_on() {
        const auto now = Steady::now();
        if (stopped_ || now - told_ < tell_gap) return !stopped_;
        told_ = now;
        stopped_ = !tell_(at_, what_);
        return !stopped_;
    }

  private:
    const Tell& tell_;
    double at_;
    std::string what_;
    Steady::time_point told_;
    bool stopped_ = false;
};

double milliseconds_since(Steady::time_point began) {
    return std::chrono::duration<double, std::milli>(Steady::now() - began).count();
}

/// Writes down what an answer took.
using Count = std::function<Result<void>(const llm::Usage&)>;

/// Asks the model and reads its answer.
Result<Advice> ask(const Models& models, const llm::Endpoint& endpoint, const AdviceSource& source,
                   const Knowledge& knowledge, const Tell& tell, const Count& count, Provenance& provenance) {
    const auto began = Steady::now();
    Step step(tell, 0.1, "asking the language model");
    const auto answer = models.client.chat(endpoint, {advice_prompt(source.question), advice_schema()}, [&] {
        return Steady::now() - began < advice_patience && step.go_on();
    });
    provenance.timings.push_back({"model", milliseconds_since(began)});
    if (!answer && Steady::now() - began >= advice_patience)
        return fail(ErrorCode::unavailable, "the language model takes too long", {}, "Try again later");
    if (!answer) return std::unexpected(answer.error());
    if (auto counted = count(answer->usage); !counted) return pass_on(counted);
    if (answer->usage.input || answer->usage.output)
        provenance.tokens =
            Tokens{endpoint.model, answer->usage.input.value_or(0), answer->usage.output.value_or(0)};
    std::set<std::string> there;
    for (const career::LearningResource& r : knowledge.corpus.resources())
        there.insert(normal_address(r.url));
    for (const auto* items : {&source.question.items, &source.proposed}) {
        for (const store::LearningItem& i : *items) there.insert(normal_address(i.url));
    }
    return read_advice(
        source.question, knowledge.catalog, [&](const std::string& page) { return there.contains(page); },
        answer->text);
}

/// What is written when a model has answered.
struct Answered {
    const AdviceSource& source;
    Advice advice;
    std::vector<store::LearningItem> proposals;
    std::string model;
    std::string hash;
    Timestamp now;
};

Result<void> store_answer(sql::Connection& c, const std::string& owner, const std::string& report_id,
                          const Answered& a) {
    // Of two runs that come together the second finds what the first has stored.
    if (auto locked = store::lock_holdings(c, owner); !locked) return pass_on(locked);
    const auto there = store::list_learning_items(c, owner, report_id, most_listed);
    if (!there) return std::unexpected(there.error());
    if (is_advised(*there, a.hash)) return {};
    std::int64_t place = 0;
    for (const AdvisedItem& entry : a.advice.order) {
        store::LearningItem item = a.source.question.items[entry.item];
        item.model = a.model;
        item.model_position = ++place;
        item.model_words = entry.words;
        item.advice_hash = a.hash;
        if (auto set = store::set_advice(c, owner, item); !set) return pass_on(set);
    }
    std::int64_t position = 0;
    std::size_t count = 0;
    for (store::LearningItem item : *there) {
        position = std::max(position, item.position + 1);
        if (item.source == "corpus") continue;
        ++count;
        item.model_position = ++place;
        if (auto set = store::set_advice(c, owner, item); !set) return pass_on(set);
    }
    for (store::LearningItem item : a.proposals) {
        if (++count > most_proposed) break;
        item.position = position++;
        item.model_position = ++place;
        if (auto added = store::add_learning_item(c, owner, item); !added) return pass_on(added);
    }
    return store::add_event(c, owner, "gap_report", report_id, a.now);
}

/// Looks at those addresses that nobody has looked at.
Result<void> look_at_new(sql::Database& database, const Outside& outside, const Clock& clock,
                         const std::string& owner, const std::vector<store::LearningItem>& items,
                         const Tell& tell) {
    const auto is_new = [](const store::LearningItem& i) { return i.url_state == "unchecked"; };
    const auto all = static_cast<double>(std::ranges::count_if(items, is_new));
    double done = 0;
    for (const store::LearningItem& i : items) {
        if (!is_new(i)) continue;
        Step step(tell, 0.6 + 0.4 * done++ / all, "looking at addresses");
        const auto looked =
            check_item_address(database, outside, clock, owner, {i.id}, [&] { return step.go_on(); });
        if (!looked && looked.error().code != ErrorCode::not_found) return std::unexpected(looked.error());
    }
    return {};
}

}  // namespace

Result<AdviceSource> load_advice_source(sql::Connection& c, const Knowledge& knowledge,
                                        const std::string& owner, Date today,
                                        const std::string& gap_report_id) {
    const auto report = store::find_gap_report(c, owner, gap_report_id);
    if (!report) return std::unexpected(report.error());
    if (!*report) return fail(ErrorCode::not_found, "there is no such report", "gap_report_id");
    auto gap = gap_now(c, knowledge, owner, today, gap_report_id);
    if (!gap) return pass_on(gap);
    if (!*gap)
        return fail(ErrorCode::conflict, "the résumé or the job of this report is gone", "gap_report_id");
    auto items = store::list_learning_items(c, owner, gap_report_id, most_listed);
    if (!items) return pass_on(items);
    const auto user = store::find_user(c, owner);
    if (!user) return std::unexpected(user.error());
    AdviceSource out;
    out.gap = std::move(**gap);
    out.question.gaps = gaps_of(out.gap);
    if (out.gap.occupation)
        out.question.occupation = knowledge.catalog.occupation_name(out.gap.occupation->occupation);
    if (*user) out.question.language = (*user)->language;
    for (store::LearningItem& i : *items)
        (i.source == "model" ? out.proposed : out.question.items).push_back(std::move(i));
    if (out.question.items.empty())
        return fail(ErrorCode::conflict, "this report has no learning items yet", "gap_report_id",
                    "Have some found first");
    return out;
}

bool is_advised(std::span<const store::LearningItem> items, const std::string& hash) {
    return std::ranges::all_of(
        items, [&](const store::LearningItem& i) { return i.source == "model" || i.advice_hash == hash; });
}

Result<std::vector<std::string>> advise_learning(sql::Database& database, const Knowledge& knowledge,
                                                 const Models& models, const Outside& outside,
                                                 const Clock& clock, const std::string& owner,
                                                 const AdviceInput& input, const Tell& tell,
                                                 Provenance& provenance) {
    const Timestamp now = clock();
    ChosenModel chosen;
    const auto source = database.read([&](sql::Connection& c) -> Result<AdviceSource> {
        auto model = model_of(c, models, owner);
        if (!model) return pass_on(model);
        chosen = std::move(*model);
        return load_advice_source(c, knowledge, owner, date_of(now), input.gap_report_id);
    });
    if (!source) return std::unexpected(source.error());
    if (chosen.source == ModelSource::none)
        return fail(ErrorCode::conflict, "no language model is set up", {}, "Set one up first");
    const std::string hash = advice_hash(source->question, chosen.endpoint.model);
    provenance.parameters = {{"model", chosen.endpoint.model},
                             {"prompt", std::string(advice_prompt_version)}};
    provenance.input_hashes = {{"advice", hash}};
    if (!is_advised(source->question.items, hash)) {
        const Count count = [&](const llm::Usage& usage) {
            return count_answer(database, owner, chosen.endpoint, ModelTask::learning, usage, clock());
        };
        auto advice = ask(models, chosen.endpoint, *source, knowledge, tell, count, provenance);
        if (!advice) return pass_on(advice);
        provenance.parameters.push_back({"proposed", std::to_string(advice->proposals.size())});
        provenance.parameters.push_back({"left_out", std::to_string(advice->left_out)});
        auto proposals =
            items_of(*source, *advice, knowledge, {input.gap_report_id, chosen.endpoint.model, clock()});
        const Answered answered{
            *source, std::move(*advice), std::move(proposals), chosen.endpoint.model, hash, clock()};
        auto stored = database.write(
            [&](sql::Connection& c) { return store_answer(c, owner, input.gap_report_id, answered); });
        if (!stored) return pass_on(stored);
    }
    auto items = database.read([&](sql::Connection& c) {
        return store::list_learning_items(c, owner, input.gap_report_id, most_listed);
    });
    if (!items) return pass_on(items);
    const auto began = Steady::now();
    if (auto looked = look_at_new(database, outside, clock, owner, *items, tell); !looked)
        return pass_on(looked);
    provenance.timings.push_back({"addresses", milliseconds_since(began)});
    std::ranges::stable_sort(*items, {}, &store::LearningItem::model_position);
    std::vector<std::string> out;
    for (const store::LearningItem& i : *items) out.push_back(i.id);
    return out;
}

}  // namespace headway::flows
