// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/level.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "career/rating.hpp"
#include "career/wording.hpp"
#include "text/utf8.hpp"

namespace headway::career {
namespace {

/// What the person's text says of one skill, gathered over its mentions.
struct Practice {
    std::optional<double> wording;
    std::optional<double> stated_years;
    std::string wording_text;
    double months = 0;
    int roles = 0;
    Month last_used = 0;
    double verb = 0;  ///< −0.4 assisted … +0.5 led
    std::string verb_text;
    bool in_work = false;  ///< in a sentence about work, not only in a list
};

/// The deepest verb of the sentence, before the mention.
void read_verbs(const Reading& r, const Mention& m, Practice& p) {
    for (const CueMatch& c : r.cues_in(m.sentence)) {
        if (c.first > m.first_token) break;
        double depth = 0;
        if (c.cue == Cue::led) depth = 0.5;
        if (c.cue == Cue::built) depth = 0.3;
        if (c.cue == Cue::assisted) depth = -0.4;
        if (depth == 0) continue;
        if (p.verb_text.empty() || depth > p.verb) {
            p.verb = depth;
            p.verb_text = std::string(r.slice(r.tokens[c.first].begin, r.tokens[c.first + c.length - 1].end));
        }
    }
}

Practice gather(const Reading& r, std::span<const Mention> mentions, std::span<const StatedYears> years,
                const std::vector<Role>& roles) {
    Practice p;
    std::map<std::uint32_t, int> per_role;
    for (const Mention& m : mentions) {
        const StatedLevel stated = stated_level(r, m, years);
        if (stated.wording && (!p.wording || *stated.wording > *p.wording)) {
            p.wording = stated.wording;
            p.wording_text = std::string(r.slice(stated.wording_begin, stated.wording_end));
        }
        if (stated.years) p.stated_years = std::max(p.stated_years.value_or(0), *stated.years);
        read_verbs(r, m, p);
        const std::uint32_t role = role_of_line(roles, r.line_of[m.first_token]);
        if (role != no_role && !roles[role].study) ++per_role[role];
        const Section section = r.section(m.sentence);
        p.in_work |= section == Section::experience || section == Section::projects || role != no_role;
    }
    std::vector<std::pair<Month, Month>> spans;
    for (const auto& [role, count] : per_role) {
        // One line of a long job does not stand for all of its time.
        const double share = count == 1 ? 0.7 : count == 2 ? 0.85 : 1.0;
        const auto length = static_cast<double>(roles[role].until - roles[role].from);
        spans.emplace_back(roles[role].until - static_cast<Month>(std::lround(length * share)),
                           roles[role].until);
        p.last_used = std::max(p.last_used, roles[role].until);
    }
    p.roles = static_cast<int>(per_role.size());
    p.months = merged_months(std::move(spans));
    return p;
}

std::string years_text(double years) {
    const auto tenths = std::lround(years * 10);
    std::string n = std::to_string(tenths / 10);
    if (tenths % 10 != 0) n += '.', n += static_cast<char>('0' + tenths % 10);
    return n + (n == "1" ? " year" : " years");
}

void clamp(Level& level) {
    level.value = std::clamp(level.value, 0.5, 7.0);
    level.low = std::clamp(level.low, 0.0, level.value);
    level.high = std::clamp(level.high, level.value, 7.0);
}

}  // namespace

Level level_between(double low, double value, double high, std::string because) {
    Level out{value, low, high, {}};
    out.reasons.push_back(std::move(because));
    return out;
}

std::string_view level_label(double value) {
    if (value <= 0) return "none";
    if (value <= 2) return "basic";
    if (value <= 3.5) return "working";
    if (value <= 5) return "proficient";
    return "advanced";
}

Level unknown_level(ontology::Kind kind, std::string because) {
    if (is_credential(kind))
        return level_between(credential_level, credential_level, credential_level, std::move(because));
    return level_between(1.25, 2.85, 4.5, std::move(because));
}

double level_of_years(double years) {
    return 1.5 + 4.8 * (1 - std::exp(-std::max(years, 0.0) / 4.5));
}

Level held_level(const Reading& reading, std::span<const Mention> mentions,
                 std::span<const StatedYears> years, const std::vector<Role>& roles, Month today,
                 ontology::Kind kind) {
    Level out;
    if (is_credential(kind)) return unknown_level(kind, "Stated in the résumé: one has it or not.");
    const Practice p = gather(reading, mentions, years, roles);
    if (p.wording) {
        out.value = *p.wording;
        out.low = out.value - 0.75;
        out.high = out.value + 0.75;
        out.reasons.push_back("The résumé says “" + p.wording_text + "”.");
        // Years speak for or against the word, by a fifth.
        const double y = std::max(p.stated_years.value_or(0), p.months / 12);
        if (y > 0) out.value += 0.2 * (level_of_years(y) - out.value);
    } else if (p.stated_years) {
        out.value = level_of_years(*p.stated_years);
        out.low = out.value - 0.75;
        out.high = out.value + 0.75;
        out.reasons.push_back("The résumé states " + years_text(*p.stated_years) + ".");
    } else if (p.months > 0) {
        out.value = level_of_years(p.months / 12);
        out.low = out.value - 1.0;
        out.high = out.value + 1.0;
        out.reasons.push_back("About " + years_text(p.months / 12) + " in dated roles that show it.");
    } else if (p.in_work) {
        out = level_between(1.75, 3.1, 4.5, "Used at work or in a project; no time is given.");
    } else {
        out = unknown_level(kind, "Listed, without time or context.");
    }
    if (!p.wording && !p.verb_text.empty()) {
        out.value += p.verb;
        out.reasons.push_back("Depth of involvement: “" + p.verb_text + "”.");
    }
    if (p.roles >= 2 && !p.wording) {
        out.value += 0.2;
        out.reasons.push_back("Shown in " + std::to_string(p.roles) + " roles.");
    }
    const Month idle = p.last_used == 0 ? 0 : today - p.last_used;
    if (idle > 60) {
        out.value -= idle > 120 ? 0.9 : 0.4;
        out.reasons.push_back("Last shown " + years_text(idle / 12.0) + " ago.");
    }
    clamp(out);
    return out;
}

StatedLevel stated_level(const Reading& r, const Mention& m, std::span<const StatedYears> years) {
    StatedLevel out;
    const std::vector<LevelMark> marks = level_marks(r, m.sentence, years);
    const LevelMark* wording = bound_mark(r, m, marks, MarkKind::wording);
    if (wording != nullptr) {
        out.wording = wording->value;
        out.wording_begin = r.tokens[wording->first].begin;
        out.wording_end = r.tokens[wording->first + wording->length - 1].end;
    }
    if (const auto rating = rating_behind(r.text, m.end)) {
        out.wording = rating->value;
        out.wording_begin = rating->begin;
        out.wording_end = rating->end;
    }
    const LevelMark* time = bound_mark(r, m, marks, MarkKind::years);
    if (time != nullptr) {
        out.years = time->value;
        out.years_begin = r.tokens[time->first].begin;
        out.years_end = r.tokens[time->first + time->length - 1].end;
    }
    return out;
}

double title_seniority(std::string_view title) {
    double out = 0;
    for (const text::Token& t : text::tokenize(title)) {
        const std::string w = text::fold(title.substr(t.begin, t.end - t.begin));
        if (w == "junior" || w == "jr" || w == "intern" || w == "trainee" || w == "apprentice" ||
            w == "entry" || w == "graduate") {
            return -0.75;
        }
        if (w == "senior" || w == "sr" || w == "lead") out = std::max(out, 0.5);
        if (w == "principal" || w == "staff" || w == "head" || w == "chief" || w == "director")
            out = std::max(out, 0.75);
    }
    return out;
}

}  // namespace headway::career
