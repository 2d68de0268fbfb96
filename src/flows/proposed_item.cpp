// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/proposed_item.hpp"

#include <array>
#include <cmath>
#include <fmt/format.h>

#include "base/id.hpp"
#include "boards/fields.hpp"
#include "career/learning_estimate.hpp"
#include "career/learning_plan.hpp"
#include "career/level.hpp"

namespace headway::flows {
namespace {

constexpr double least_gain = 0.05;  // points
constexpr std::size_t longest_name = 100;

double rounded(double v) {
    return std::round(v * 100) / 100;
}

std::string reason_of(const store::LearningItem& item, const AdviceGap& gap) {
    return fmt::format(
        "A language model proposed it. By our estimate it takes {} to bring {} from {:.1f} ({}) to {:.1f} "
        "({}) of "
        "the {:.1f} asked for: about {:+.1f} points.",
        career::duration_words(item.hours), boards::cut(item.skill_name, longest_name), item.from_level,
        career::level_label(item.from_level), item.to_level, career::level_label(item.to_level), gap.needed,
        item.gain);
}

}  // namespace

std::vector<store::LearningItem> items_of(const AdviceSource& source, const Advice& advice,
                                          const Knowledge& knowledge, const ProposalOrigin& origin) {
    std::vector<store::LearningItem> out;
    for (const ProposedItem& p : advice.proposals) {
        const AdviceGap& gap = source.question.gaps[p.gap];
        store::LearningItem item;
        item.id = make_uuid();
        item.report_id = origin.gap_report_id;
        item.skill_id = knowledge.catalog.id(p.skill);
        item.skill_name = knowledge.catalog.name(p.skill);
        item.title = p.title;
        item.url = p.url;
        item.publisher = p.publisher;
        item.kind = p.kind;
        item.hours = rounded(p.hours);
        item.from_level = rounded(gap.held);
        item.to_level =
            rounded(career::level_after(knowledge.corpus, p.skill, gap.held, gap.needed, p.hours));
        const std::array reached = {career::ReachedLevel{p.skill, item.to_level}};
        item.gain = rounded(career::points_of(source.gap, knowledge.catalog, reached));
        if (item.gain < least_gain) continue;
        item.reason = reason_of(item, gap);
        item.source = "model";
        item.model = origin.model;
        item.url_state = "unchecked";
        item.created_at = origin.now;
        out.push_back(std::move(item));
    }
    return out;
}

}  // namespace headway::flows
