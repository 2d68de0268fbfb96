// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/described_skills.hpp"

#include <algorithm>
#include <chrono>
#include <map>

namespace headway::flows {
namespace {

using ontology::SkillId;

constexpr std::size_t candidates = 100;
constexpr std::chrono::microseconds rest{10'000'000};
constexpr std::chrono::microseconds patience{1'500'000};  // with Chroma and the model, for one question
/// A name that agrees counts for less than half of it: the text may mean something else by the word.
constexpr double weight_of_meaning = 0.6;
constexpr double weight_of_name = 0.4;
constexpr double least_score = 0.05;

std::int64_t steady_micros() {
    return std::chrono::duration_cast<std::chrono::microseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

struct Candidate {
    SkillId shown = ontology::none;
    double name = 0;
    bool by_meaning = false;
};

}  // namespace

bool SkillFinder::may_ask(std::int64_t now) {
    std::int64_t at = asked_again_at_;
    if (at == well) return true;
    // After a failure one question finds out, and while it does the others do without.
    return now >= at && asked_again_at_.compare_exchange_strong(at, now + rest.count());
}

std::vector<NearSkill> SkillFinder::nearest(std::string_view text, const SkillFilter& filter,
                                            std::string& index) {
    const std::int64_t now = steady_micros();
    if (chroma_ != nullptr && may_ask(now)) {
        const auto found = chroma_->nearest(
            text, filter, candidates, [until = now + patience.count()] { return steady_micros() < until; });
        asked_again_at_ = found ? well : steady_micros() + rest.count();
        if (found) {
            index = "chroma";
            return *found;
        }
    }
    index = "embedded";
    return embedded_.nearest(text, filter, candidates);
}

DescribedSkills SkillFinder::find(std::string_view text, const SkillFilter& filter, std::size_t top) {
    DescribedSkills out;
    const auto& lexicon = knowledge_.catalog.lexicon();
    std::map<SkillId, Candidate> all;  // by canonical number: in an order of its own
    for (const NearSkill& near : nearest(text, filter, out.index)) {
        const SkillId canonical = lexicon.canonical(near.row);
        auto& c = all[canonical];
        c.by_meaning = true;
        if (c.shown == ontology::none) c.shown = filter.framework.empty() ? canonical : near.row;
    }
    ontology::SearchQuery query;
    query.text = text;
    query.framework = filter.framework;
    query.kind = filter.kind;
    query.occupations = false;
    query.top = candidates;
    for (const ontology::SearchHit& hit : knowledge_.search.find(query)) {
        auto& c = all[hit.skill];
        c.name = std::max(c.name, hit.score);
        if (c.shown == ontology::none || c.name == hit.score) c.shown = hit.shown;
    }
    const career::Linker::Sentence sentence = knowledge_.linker->prepare(text);
    for (const auto& [skill, c] : all) {
        const double score =
            weight_of_meaning * std::max(0.0, knowledge_.linker->similarity(sentence, skill)) +
            weight_of_name * c.name;
        if (score >= least_score) out.skills.push_back({skill, c.shown, score, c.by_meaning, c.name > 0});
    }
    std::ranges::sort(out.skills, [](const DescribedSkill& a, const DescribedSkill& b) {
        return a.score != b.score ? a.score > b.score : a.skill < b.skill;
    });
    if (out.skills.size() > top) out.skills.resize(top);
    return out;
}

}  // namespace headway::flows
