// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/card_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "app/wrapping.hpp"

namespace headway::app {
namespace {

using ontology::CardRating;

constexpr std::size_t most_rows = 12;   ///< Of a list with one line an item.
constexpr std::size_t most_items = 24;  ///< Of a list that runs on.

/// Prints the parts that cards have in common.
class Page {
  public:
    explicit Page(Streams& streams) : s_(streams) {}

    void title(std::string_view name, std::string_view about) {
        s_.out << painted(s_, "1", name) << "  (" << about << ")\n";
    }
    void line(const std::string& text) { s_.out << text << '\n'; }
    void heading(std::string_view text, std::size_t count) {
        s_.out << '\n' << painted(s_, "1", text);
        if (count != 0) s_.out << " (" << count << ')';
        s_.out << '\n';
    }
    /// A label, then as many items as have room.
    void items(std::string_view label, const std::vector<std::string>& all) {
        if (all.empty()) return;
        heading(label, all.size());
        const std::size_t shown = std::min(all.size(), most_items);
        s_.out << wrapped(std::span(all).first(shown), ", ", 2, s_.width) << '\n';
        more(all.size(), shown);
    }
    void more(std::size_t all, std::size_t shown) {
        if (all > shown) s_.out << "  … and " << all - shown << " more; --json has them all\n";
    }
    [[nodiscard]] std::size_t room(std::size_t taken) const {
        return static_cast<std::size_t>(std::clamp(s_.width, 60, 120)) - taken;
    }
    [[nodiscard]] std::string dim(std::string_view text) const { return painted(s_, "2", text); }

  private:
    Streams& s_;
};

std::string figure(const std::optional<CardRating>& rating) {
    if (!rating) return "–";
    if (rating->not_relevant) return "n/r";
    return fmt::format("{:.2f}{}", rating->value, rating->suppress ? "?" : "");
}

/// "3.62 ±0.18", "n/r" where the level has no meaning.
std::string with_error(const std::optional<CardRating>& rating) {
    std::string out = figure(rating);
    if (rating && rating->standard_error && !rating->not_relevant) {
        out += fmt::format(" ±{:.2f}", *rating->standard_error);
    }
    return out;
}

std::string flags(bool in_demand, bool hot) {
    std::string out;
    if (in_demand) out += "in demand";
    if (hot) out += out.empty() ? "hot" : ", hot";
    return out;
}

std::vector<std::string> texts(const std::vector<std::string_view>& all) {
    return {all.begin(), all.end()};
}

/// In order, each once.
void add_once(std::vector<std::string>& out, std::string_view text) {
    if (!text.empty() && std::ranges::find(out, text) == out.end()) out.emplace_back(text);
}

void print_rows(const ontology::SkillCard& card, Page& page) {
    page.heading("In the frameworks", 0);
    for (const ontology::CardRow& row : card.rows) {
        page.line(fmt::format("  {} {}: {}", row.framework, row.release, row.name));
        page.line(page.dim("    " + std::string(row.id)));
        if (row.link) page.line(page.dim("    " + *row.link));
    }
}

void print_links(const ontology::SkillCard& card, Page& page) {
    static const std::vector<std::pair<std::string_view, std::string_view>> labels = {
        {"broader", "Broader"},        {"narrower", "Narrower"},  {"near", "Near"},
        {"essential", "Needs"},        {"optional", "Goes with"}, {"essential_for", "Needed for"},
        {"optional_for", "Helps with"}};
    for (const auto& [relation, label] : labels) {
        std::vector<std::string> names;
        for (const auto& link : card.links) {
            if (link.relation != relation) continue;
            names.push_back(link.heading ? "[" + std::string(link.name) + "]" : std::string(link.name));
        }
        page.items(label, names);
    }
}

void print_users(const ontology::SkillCard& card, Page& page) {
    if (card.occupations.empty()) return;
    const bool rated =
        std::ranges::any_of(card.occupations, [](const auto& u) { return u.importance.has_value(); });
    page.heading("Occupations", card.occupations.size());
    const std::size_t shown = std::min(card.occupations.size(), most_rows);
    if (rated) page.line(page.dim("  " + fitted("", page.room(35)) + "  IM    LV ±SE      release"));
    for (const auto& user : std::span(card.occupations).first(shown)) {
        if (rated && user.importance) {
            page.line(fmt::format("  {}  {:<5} {} {}", fitted(user.name, page.room(35)),
                                  figure(user.importance), fitted(with_error(user.level), 11),
                                  user.importance->release));
        } else {
            const std::string marks = flags(user.in_demand, user.hot);
            page.line(fmt::format("  {}  {}{}{}", fitted(user.name, page.room(35)), user.use,
                                  marks.empty() ? "" : ", ", marks));
        }
    }
    page.more(card.occupations.size(), shown);
}

void print_elements(const ontology::OccupationCard& card, Page& page) {
    if (card.elements.empty()) return;
    page.heading("Most important skills and knowledge", card.elements.size());
    page.line(page.dim("  " + fitted("", page.room(40)) + "  IM ±SE      LV ±SE      release"));
    const std::size_t shown = std::min(card.elements.size(), most_rows);
    for (const auto& e : std::span(card.elements).first(shown)) {
        const auto& rating = e.importance ? e.importance : e.level;
        page.line(fmt::format("  {}  {} {} {}", fitted(e.name, page.room(40)),
                              fitted(with_error(e.importance), 11), fitted(with_error(e.level), 11),
                              rating->release));
    }
    page.more(card.elements.size(), shown);
}

void print_needs(const ontology::OccupationCard& card, std::string_view use, std::string_view label,
                 Page& page) {
    std::vector<std::string> marked;
    std::vector<std::string> names;
    for (const auto& need : card.skills) {
        if (need.use != use) continue;
        const std::string marks = flags(need.in_demand, need.hot);
        if (marks.empty()) {
            add_once(names, need.name);
        } else {
            add_once(marked, std::string(need.name) + " (" + marks + ")");
        }
    }
    marked.insert(marked.end(), names.begin(), names.end());
    page.items(label, marked);
}

}  // namespace

void print_card(const ontology::SkillCard& card, Streams& streams) {
    Page page(streams);
    std::string about(card.kind);
    if (card.hot) about += ", hot technology";
    if (card.ambiguous) about += ", name has other meanings";
    page.title(card.name, about);
    page.line(page.dim(card.id));
    if (card.commodity) {
        page.line(fmt::format("Class: {} ({})", card.commodity->title, card.commodity->code));
        page.line(page.dim(fmt::format("  {}", card.commodity->class_title)));
    }
    print_rows(card, page);
    std::vector<std::string> names;
    for (const auto& alias : card.aliases) add_once(names, alias.text);
    page.items("Also called", names);
    print_links(card, page);
    page.items("Implied by", texts(card.signals));
    page.items("Told by several of these words", texts(card.words));
    page.items("Meant when near", texts(card.context));
    page.items("Not meant when near", texts(card.avoid));
    print_users(card, page);
}

void print_card(const ontology::OccupationCard& card, Streams& streams) {
    Page page(streams);
    page.title(card.name, "occupation");
    page.line(page.dim(fmt::format("{}  {} {}  {}", card.id, card.framework, card.release, card.link)));
    if (card.job_zone) page.line(fmt::format("Job zone: {} of 5", *card.job_zone));
    if (!card.code.empty() && card.code != card.id) page.line(fmt::format("Group: {}", card.code));
    std::vector<std::string> titles;
    for (const auto& title : card.titles) add_once(titles, title.text);
    page.items("Titles", titles);
    print_elements(card, page);
    print_needs(card, "technology", "Technologies", page);
    print_needs(card, "essential", "Essential skills", page);
    print_needs(card, "optional", "Optional skills", page);
    print_needs(card, "tool", "Tools", page);
    std::vector<std::string> related;
    for (const auto& r : card.related) related.push_back(fmt::format("{} {}", r.name, r.code));
    page.items("Related occupations", related);
}

}  // namespace headway::app
