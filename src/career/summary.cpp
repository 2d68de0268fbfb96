// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/summary.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <functional>

namespace headway::career {
namespace {

using ontology::Kind;

constexpr std::size_t most_roles = 3;
constexpr std::size_t most_skills = 6;
constexpr std::size_t fewest_bullets = 3;
constexpr std::size_t longest_heading = 80;

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& names) {
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
        out += names[i];
    }
    return out;
}

Evidence words_of(const Resume& r, std::uint32_t begin, std::uint32_t end) {
    Evidence e;
    e.begin = e.sentence_begin = begin;
    e.end = e.sentence_end = end;
    e.text = std::string(r.reading.slice(e.begin, e.end));
    const auto page = std::upper_bound(r.pages.begin(), r.pages.end(), e.begin) - r.pages.begin();
    e.page = static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(page, 1));
    return e;
}

Evidence heading_of(const Resume& r, const Role& role) {
    return words_of(r, role.heading_begin, role.heading_end);
}

std::vector<const Role*> work(const Resume& r) {
    std::vector<const Role*> out;
    for (const Role& role : r.roles) {
        if (!role.study && role.until > role.from) out.push_back(&role);
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Role* a, const Role* b) { return a->until > b->until; });
    return out;
}

void add_years(const Resume& r, const std::vector<const Role*>& roles, std::vector<SummaryBullet>& out) {
    if (roles.empty()) return;
    std::vector<std::pair<Month, Month>> spans;
    SummaryBullet bullet{"years", {}, {}};
    for (const Role* role : roles) {
        spans.emplace_back(role->from, role->until);
        bullet.evidence.push_back(heading_of(r, *role));
    }
    const double months = merged_months(spans);
    const std::string length = months == 1   ? "1 month"
                               : months < 18 ? fmt::format("{:.0f} months", months)
                                             : fmt::format("{:.0f} years", months / 12);
    bullet.text = fmt::format("About {} of work in {} dated {}.", length, roles.size(),
                              roles.size() == 1 ? "role" : "roles");
    out.push_back(std::move(bullet));
}

/// The first line of a text, cut to a readable length.
std::string shortened(std::string text) {
    text.resize(std::min(text.find('\n'), text.size()));
    if (text.size() <= longest_heading) return text;
    text.resize(std::min(text.rfind(' ', longest_heading), longest_heading));
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) text.pop_back();
    return text + " …";
}

std::string title_of(const Resume& r, const Role& role) {
    return shortened(std::string(r.reading.slice(role.heading_begin, role.heading_end)));
}

void add_roles(const Resume& r, const std::vector<const Role*>& roles, std::vector<SummaryBullet>& out) {
    if (roles.empty()) return;
    SummaryBullet bullet{"roles", {}, {}};
    std::vector<std::string> titles;
    for (const Role* role : roles) {
        if (titles.size() == most_roles) break;
        titles.push_back("“" + title_of(r, *role) + "”");
        bullet.evidence.push_back(heading_of(r, *role));
    }
    bullet.text = (titles.size() == 1 ? "Latest role: " : "Latest roles: ") + listed(titles) + ".";
    out.push_back(std::move(bullet));
}

void add_held(const Resume& r, const ontology::Catalog& catalog, const std::string& kind,
              const std::string& lead, std::size_t most, const std::function<bool(Kind)>& wanted,
              std::vector<SummaryBullet>& out) {
    std::vector<const HeldSkill*> held;
    for (const HeldSkill& h : r.skills) {
        if (wanted(catalog.kind(h.skill)) && !h.evidence.empty()) held.push_back(&h);
    }
    std::stable_sort(held.begin(), held.end(), [](const HeldSkill* a, const HeldSkill* b) {
        return std::tuple(-a->level.value, -static_cast<double>(a->evidence.size()),
                          a->evidence.front().begin) < std::tuple(-b->level.value,
                                                                  -static_cast<double>(b->evidence.size()),
                                                                  b->evidence.front().begin);
    });
    if (held.empty()) return;
    if (held.size() > most) held.resize(most);
    SummaryBullet bullet{kind, {}, {}};
    std::vector<std::string> names;
    for (const HeldSkill* h : held) {
        std::string name(catalog.name(h->skill));
        if (kind == "skills") name += fmt::format(" ({})", level_label(h->level.value));
        names.push_back(std::move(name));
        bullet.evidence.push_back(h->evidence.front());
    }
    bullet.text = lead + listed(names) + ".";
    out.push_back(std::move(bullet));
}

/// The line that the token stands in, from there on and without the blanks at its end.
Evidence line_from(const Resume& r, std::uint32_t token) {
    const std::uint32_t line = r.reading.line_of[token];
    std::uint32_t last = token;
    while (last + 1 < r.reading.tokens.size() && r.reading.line_of[last + 1] == line) ++last;
    return words_of(r, r.reading.tokens[token].begin, r.reading.tokens[last].end);
}

std::string counted(std::size_t n, const char* one, const char* many) {
    return fmt::format("{} {}", n, n == 1 ? one : many);
}

/// What can be said of any text, for those in which little was found.
void add_plain_facts(const Resume& r, const std::vector<const Role*>& roles,
                     std::vector<SummaryBullet>& out) {
    if (r.reading.tokens.empty()) return;
    const auto first = line_from(r, 0);
    if (out.size() < fewest_bullets) {
        const auto last_line = r.reading.line_of.back();
        const auto begin = std::lower_bound(r.reading.line_of.begin(), r.reading.line_of.end(), last_line);
        const auto last = line_from(r, static_cast<std::uint32_t>(begin - r.reading.line_of.begin()));
        out.push_back({"extent",
                       fmt::format("It has {} on {}.", counted(r.reading.tokens.size(), "word", "words"),
                                   counted(r.pages.size(), "page", "pages")),
                       {first, last}});
    }
    if (out.size() < fewest_bullets)
        out.push_back({"opening", "It begins: “" + shortened(first.text) + "”.", {first}});
    if (out.size() < fewest_bullets && roles.empty())
        out.push_back({"undated", "No role in it has dates that could be read.", {}});
}

}  // namespace

std::vector<SummaryBullet> summarize(const Resume& resume, const ontology::Catalog& catalog) {
    std::vector<SummaryBullet> out;
    const auto roles = work(resume);
    add_years(resume, roles, out);
    add_roles(resume, roles, out);
    add_held(
        resume, catalog, "skills", "Strongest skills shown: ", most_skills,
        [](Kind k) {
            return k == Kind::tool || k == Kind::programming_language || k == Kind::knowledge ||
                   k == Kind::skill;
        },
        out);
    add_held(resume, catalog, "education", "Education: ", 3, [](Kind k) { return k == Kind::degree; }, out);
    add_held(
        resume, catalog, "certificates", "Certificates: ", 5, [](Kind k) { return k == Kind::certificate; },
        out);
    add_held(
        resume, catalog, "languages", "Languages: ", 6, [](Kind k) { return k == Kind::human_language; },
        out);
    if (out.size() < fewest_bullets)
        add_held(
            resume, catalog, "soft_skills", "It also shows: ", most_skills,
            [](Kind k) { return k == Kind::soft; }, out);
    add_plain_facts(resume, roles, out);
    return out;
}

}  // namespace headway::career
