// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/advice_answer.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "boards/fields.hpp"
#include "flows/item_address.hpp"
#include "json/tree.hpp"
#include "report/quotation.hpp"
#include "text/tokens.hpp"

namespace headway::flows {
namespace {

constexpr std::size_t most_proposals = 5;
constexpr std::size_t longest_words = 300;
constexpr std::size_t longest_title = 200;
constexpr std::size_t longest_publisher = 100;
constexpr double least_hours = 0.5;
constexpr double most_hours = 200;
constexpr std::array<std::string_view, 5> kinds = {"course", "book", "documentation", "exercise", "video"};

/// One line of plain text; empty for anything else.
std::string line_of(json::Node node, std::size_t longest) {
    std::string line = report::one_line(node.text().value_or(""));
    if (line.starts_with(' ')) line.erase(0, 1);
    return boards::cut(line, longest);
}

void read_order(json::Node given, std::size_t items, Advice& out) {
    std::vector<bool> named(items, false);
    for (std::size_t i = 0; i < given.size(); ++i) {
        const auto number = given.item(i)["item"].whole();
        if (!number || *number < 1 || *number > static_cast<std::int64_t>(items) ||
            named[static_cast<std::size_t>(*number - 1)]) {
            ++out.left_out;
            continue;
        }
        AdvisedItem entry{static_cast<std::size_t>(*number - 1), {}};
        named[entry.item] = true;
        if (std::string words = line_of(given.item(i)["why"], longest_words); !words.empty())
            entry.words = std::move(words);
        out.order.push_back(std::move(entry));
    }
    if (out.order.empty()) return;
    for (std::size_t i = 0; i < items; ++i) {
        if (!named[i]) out.order.push_back({i, {}});
    }
}

/// The skill of a gap that has this name, by the name of the gap or its own.
bool find_skill(const AdviceQuestion& question, const ontology::Catalog& catalog, const std::string& name,
                ProposedItem& out) {
    const std::string wanted = text::normal_name(name);
    if (wanted.empty()) return false;
    for (std::size_t g = 0; g < question.gaps.size(); ++g) {
        const AdviceGap& gap = question.gaps[g];
        for (const career::SkillId skill : gap.skills) {
            if (text::normal_name(gap.name) != wanted && text::normal_name(catalog.name(skill)) != wanted)
                continue;
            out.skill = skill;
            out.gap = g;
            return true;
        }
    }
    return false;
}

std::optional<ProposedItem> proposal_of(const AdviceQuestion& question, const ontology::Catalog& catalog,
                                        json::Node given) {
    ProposedItem out;
    out.title = line_of(given["title"], longest_title);
    out.publisher = line_of(given["publisher"], longest_publisher);
    out.kind = given["kind"].text().value_or("");
    out.hours = given["hours"].number().value_or(0);
    auto url = proposable_address(given["url"].text().value_or(""));
    const bool fits = !out.title.empty() && !out.publisher.empty() && url &&
                      std::ranges::find(kinds, out.kind) != kinds.end() && out.hours >= least_hours &&
                      out.hours <= most_hours;
    if (!fits || !find_skill(question, catalog, given["skill"].text().value_or(""), out)) return std::nullopt;
    out.url = std::move(*url);
    return out;
}

}  // namespace

Result<Advice> read_advice(const AdviceQuestion& question, const ontology::Catalog& catalog,
                           const IsThere& is_there, std::string_view answer) {
    const auto tree = json::Tree::parse(answer);
    if (!tree || !tree->root()["order"].is_list())
        return fail(ErrorCode::unavailable,
                    "the language model's answer has another shape than was asked for");
    Advice out;
    read_order(tree->root()["order"], question.items.size(), out);
    if (out.order.empty())
        return fail(ErrorCode::unavailable, "the language model's answer names none of the items");
    const json::Node proposals = tree->root()["proposals"];
    std::set<std::string> taken;
    for (std::size_t i = 0; i < proposals.size(); ++i) {
        auto proposal = proposal_of(question, catalog, proposals.item(i));
        const std::string page = proposal ? normal_address(proposal->url) : "";
        if (!proposal || out.proposals.size() == most_proposals || is_there(page) ||
            !taken.insert(page).second) {
            ++out.left_out;
            continue;
        }
        out.proposals.push_back(std::move(*proposal));
    }
    return out;
}

}  // namespace headway::flows
