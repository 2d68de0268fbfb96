// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/job.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/hash.hpp"
#include "career/alternatives.hpp"
#include "career/asked_paper.hpp"
#include "career/corrections.hpp"
#include "career/unnamed.hpp"
#include "text/tokens.hpp"
#include "text/utf8.hpp"

namespace headway::career {
namespace {

constexpr double asked_level = 3.25;  // what an ad means that only says "experience with"
constexpr double nice_level = 2.75;
constexpr std::size_t most_evidence = 8;
// An ad with more is no ad; what is over is named in a warning, not silently left out.
constexpr std::size_t most_requirements = 600;
constexpr double title_area_place = 0.5;

Level needed_level(const Job& job, const Mention& m, Need need, double seniority,
                   const ontology::Catalog& catalog) {
    const ontology::Kind kind = catalog.kind(m.skill);
    if (kind == ontology::Kind::certificate || kind == ontology::Kind::degree) {
        return level_between(credential_level, credential_level, credential_level, "One has it or not.");
    }
    const StatedLevel stated = stated_level(job.reading, m, job.years);
    const auto said = [&](double v, std::uint32_t begin, std::uint32_t end) {
        return level_between(v - 0.75, v, std::min(v + 0.75, 7.0),
                             "The ad says “" + std::string(job.reading.slice(begin, end)) + "”.");
    };
    if (stated.years && *stated.years > 0)
        return said(level_of_years(*stated.years), stated.years_begin, stated.years_end);
    if (stated.wording) return said(*stated.wording, stated.wording_begin, stated.wording_end);
    Level level = level_without_words(need, "The ad names no level; asked for without one.");
    if (seniority != 0 && kind != ontology::Kind::human_language && kind != ontology::Kind::soft) {
        level.value += seniority;
        level.low += seniority;
        level.high += seniority;
        level.reasons.push_back(seniority > 0 ? "The title asks for a senior."
                                              : "The title asks for a beginner.");
    }
    return level;
}

std::string group_name(const Requirement& r, const ontology::Catalog& catalog) {
    std::string out;
    for (std::size_t i = 0; i < r.any_of.size(); ++i) {
        if (i > 0) out += i + 1 == r.any_of.size() ? " or " : ", ";
        out += catalog.name(r.any_of[i]);
    }
    return out;
}

/// Adds a requirement, or joins it to an equal one that stands already.
void add_requirement(std::vector<Requirement>& all, Requirement next) {
    const auto same = std::find_if(all.begin(), all.end(), [&](const Requirement& r) {
        return !next.any_of.empty() && r.any_of == next.any_of && r.partial == next.partial &&
               (!r.partial || r.name == next.name);
    });
    if (same == all.end()) {
        all.push_back(std::move(next));
        return;
    }
    // "must" wins, and so does the place that asks most plainly; the level is the highest one stated.
    if (next.need == Need::must && same->need == Need::nice && next.place >= same->place)
        same->need = Need::must;
    const bool stated = next.needed.high - next.needed.low < same->needed.high - same->needed.low;
    if (stated || (next.needed.value > same->needed.value &&
                   next.needed.high - next.needed.low <= same->needed.high - same->needed.low)) {
        same->needed = next.needed;
    }
    same->place = std::max(same->place, next.place);
    same->certainty = std::max(same->certainty, next.certainty);
    same->open |= next.open;
    for (Evidence& e : next.evidence) {
        if (same->evidence.size() < most_evidence) same->evidence.push_back(std::move(e));
    }
}

/// Words of a short line that add nothing to what it asks for.
bool adds_nothing(const text::Token& word) {
    constexpr std::array<std::uint64_t, 30> words = {
        hash64("a"),    hash64("an"),    hash64("the"),        hash64("of"),        hash64("in"),
        hash64("and"),  hash64("or"),    hash64("with"),       hash64("to"),        hash64("for"),
        hash64("on"),   hash64("skill"), hash64("experience"), hash64("knowledge"), hash64("ability"),
        hash64("is"),   hash64("are"),   hash64("your"),       hash64("our"),       hash64("you"),
        hash64("year"), hash64("have"),  hash64("be"),         hash64("at"),        hash64("least"),
        hash64("one"),  hash64("two"),   hash64("other"),      hash64("better"),    hash64("more")};
    return std::find(words.begin(), words.end(), word.key) != words.end();
}

/// A short line of which the mention is only a part ("Low-power design") is asked for in its own words; the
/// skill it names then covers a part of it.
void widen_to_phrase(const Job& job, const Mention& m, const ontology::Catalog& catalog, Requirement& out) {
    const Reading& r = job.reading;
    const ontology::Kind kind = catalog.kind(m.skill);
    const bool area =
        kind == ontology::Kind::knowledge || kind == ontology::Kind::skill || kind == ontology::Kind::soft;
    const bool credential = kind == ontology::Kind::certificate && m.token_count == 1;
    if ((!area && !credential) || m.token_count > 1 || r.section(m.sentence) == Section::title) return;
    const auto& s = r.sentences[m.sentence];
    std::uint32_t first = m.first_token;
    std::uint32_t end = m.first_token + 1;
    while (first > 0 && r.sentence_of[first - 1] == m.sentence) --first;
    // "Phlebotomy (adults)": what stands in brackets behind a name is a remark.
    while (end < r.tokens.size() && r.sentence_of[end] == m.sentence &&
           r.between(end - 1).find_first_of("([") == std::string_view::npos)
        ++end;
    if (end - first > 6 || end - first < 2 || r.tokens[first].begin != s.begin) return;
    const auto cues = r.cues_in(m.sentence);
    const bool says_more = [&] {
        for (std::uint32_t t = first; t < end; ++t) {
            const bool cue = std::any_of(cues.begin(), cues.end(), [&](const CueMatch& c) {
                return t >= c.first && t < c.first + c.length;
            });
            if (t != m.first_token && !cue && !r.tokens[t].digit_first && !adds_nothing(r.tokens[t]))
                return true;
        }
        return false;
    }();
    if (!says_more) return;
    out.partial = area;
    out.evidence = {make_evidence(r, job.pages, first, end - first, m.shows, m.confidence)};
    if (!area) return;
    out.name = out.evidence.front().text;
    std::replace(out.name.begin(), out.name.end(), '\n', ' ');
}

Requirement make_requirement(const Job& job, std::span<const Mention> mentions, const AlternativeGroup& group,
                             double seniority, const ontology::Catalog& catalog) {
    Requirement out;
    out.open = group.open;
    out.need = Need::nice;
    bool first = true;
    out.evidence.reserve(group.mentions.size());
    for (std::uint32_t i : group.mentions) {
        const Mention& m = mentions[i];
        const Asking& asking = job.asking[m.sentence];
        const Need need = need_of(job.reading, m, asking.need);
        Level level = needed_level(job, m, need, seniority, catalog);
        if (need == Need::must) out.need = Need::must;
        if (first || level.high - level.low < out.needed.high - out.needed.low) out.needed = std::move(level);
        out.certainty = first ? m.confidence : std::max<double>(out.certainty, m.confidence);
        out.place = asking.place;
        // A title says what the job is; only products, credentials and languages in it are asked for as such.
        const ontology::Kind kind = catalog.kind(m.skill);
        if (job.reading.section(m.sentence) == Section::title &&
            (kind == ontology::Kind::knowledge || kind == ontology::Kind::skill ||
             kind == ontology::Kind::soft)) {
            out.place = title_area_place;
        }
        first = false;
        if (std::find(out.any_of.begin(), out.any_of.end(), m.skill) == out.any_of.end())
            out.any_of.push_back(m.skill);
        out.evidence.push_back(
            make_evidence(job.reading, job.pages, m.first_token, m.token_count, m.shows, m.confidence));
    }
    out.name = group_name(out, catalog);
    if (mentions.size() == 1) widen_to_phrase(job, mentions.front(), catalog, out);
    widen_paper(job, mentions, group, catalog, out);
    return out;
}

/// "Procurement", "radiography": words by whose ends one sees that they name and do nothing.
bool ends_like_noun(std::string_view word) {
    constexpr std::array<std::string_view, 13> endings = {"ing",  "ment", "tion", "sion", "graphy",
                                                          "logy", "ics",  "ance", "ence", "ity",
                                                          "ism",  "ship", "ology"};
    constexpr std::array<std::string_view, 6> verbs = {"implement",  "document", "supplement",
                                                       "experiment", "position", "complement"};
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view e) { return word.ends_with(e); }) &&
           std::find(verbs.begin(), verbs.end(), word) == verbs.end();
}

/// "Design and run the services": at the head of a duty a one-word area is what one does, not a skill by that
/// name.
bool is_verb(const Job& job, const Mention& m, const ontology::Catalog& catalog) {
    const Reading& r = job.reading;
    const std::uint32_t next = m.first_token + 1;
    const bool alone = next >= r.tokens.size() || r.sentence_of[next] != m.sentence;
    if (m.token_count != 1 || alone || r.section(m.sentence) != Section::duties ||
        r.tokens[m.first_token].begin != r.sentences[m.sentence].begin) {
        return false;
    }
    // "Monitoring anaesthesia" asks for anaesthesia: the rated elements of O*NET are no more than verbs
    // there.
    const auto& all = job.found.mentions;
    if (catalog.framework(m.skill) == "onet" && r.between(m.first_token) == " " &&
        std::any_of(all.begin(), all.end(), [&](const Mention& x) { return x.first_token == next; }))
        return true;
    // "Budgeting, crop plans and reports" lists what is done by its name.
    if (ends_like_noun(text::fold(r.word(m.first_token)))) return false;
    const ontology::Kind kind = catalog.kind(m.skill);
    return kind == ontology::Kind::knowledge || kind == ontology::Kind::skill || kind == ontology::Kind::soft;
}

/// "Bilingual English/Spanish" asks for the languages that it names, not for one more thing.
void drop_bilingual(std::vector<Mention>& asked, const Reading& r, const ontology::Catalog& catalog) {
    constexpr std::uint32_t reach = 4;  // tokens
    std::vector<Mention> kept;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const Mention& m = asked[i];
        const bool named = r.tokens[m.first_token].key == hash64("bilingual") && i + 1 < asked.size() &&
                           asked[i + 1].sentence == m.sentence &&
                           asked[i + 1].first_token - m.first_token <= reach &&
                           catalog.kind(asked[i + 1].skill) == ontology::Kind::human_language;
        if (m.token_count > 1 || !named) kept.push_back(m);
    }
    asked = std::move(kept);
}

/// One entry a sentence: the different products and programming languages in it.
std::vector<std::uint32_t> count_products(const Job& job, const ontology::Catalog& catalog) {
    std::vector<std::uint32_t> out(job.reading.sentences.size());
    const auto& all = job.found.mentions;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const ontology::Kind kind = catalog.kind(all[i].skill);
        const bool product = kind == ontology::Kind::tool || kind == ontology::Kind::programming_language;
        const bool again = i > 0 && all[i - 1].skill == all[i].skill;
        if (product && !again) ++out[all[i].sentence];
    }
    return out;
}

std::string find_title(const Reading& r) {
    if (r.lines.empty()) return {};
    for (std::size_t i = 0; i < std::min<std::size_t>(r.lines.size(), 5); ++i) {
        const std::string_view line = r.slice(r.lines[i].begin, r.lines[i].end);
        for (std::string_view label : {"Job title:", "Title:", "Position:", "Job Title:", "Role:"}) {
            if (!line.starts_with(label)) continue;
            const std::size_t begin = line.find_first_not_of(" \t", label.size());
            if (begin != std::string_view::npos) return std::string(line.substr(begin));
        }
    }
    const std::string_view first = r.slice(r.lines[0].begin, r.lines[0].end);
    // An ad that starts with a whole sentence has no title line.
    return std::string(first.substr(0, std::min<std::size_t>(first.size(), 160)));
}

}  // namespace

Level level_without_words(Need need, std::string because) {
    const double v = need == Need::must ? asked_level : nice_level;
    return level_between(v - 1, v, v + 1, std::move(because));
}

Job read_job(std::string_view text, PageStarts pages, const ontology::Catalog& catalog,
             std::span<const AliasCorrection> aliases) {
    Job out;
    out.reading = read_text(text, DocumentKind::job);
    out.pages = std::move(pages);
    out.title = find_title(out.reading);
    out.found = find_mentions(out.reading, catalog);
    if (!aliases.empty()) apply_aliases(out.found, out.reading, aliases);
    out.years = find_stated_years(out.reading);
    out.asking = find_asking(out.reading, count_products(out, catalog));

    const double seniority = title_seniority(out.title);
    std::vector<Mention> asked;
    for (const Mention& m : out.found.mentions) {
        if (!out.asking[m.sentence].asks || is_verb(out, m, catalog)) continue;
        if (m.stance == Stance::stated) {
            asked.push_back(m);
        } else {
            out.unclaimed.push_back(
                {m.skill, m.stance,
                 make_evidence(out.reading, out.pages, m.first_token, m.token_count, m.shows, m.confidence)});
        }
    }
    drop_bilingual(asked, out.reading, catalog);
    for (std::size_t i = 0; i < asked.size();) {
        std::size_t end = i;
        while (end < asked.size() && asked[end].sentence == asked[i].sentence) ++end;
        const auto mentions = std::span<const Mention>(asked).subspan(i, end - i);
        for (const AlternativeGroup& group : group_alternatives(out.reading, catalog, mentions)) {
            if (out.requirements.size() >= most_requirements) {
                out.cut_short = true;
                continue;
            }
            add_requirement(out.requirements, make_requirement(out, mentions, group, seniority, catalog));
        }
        i = end;
    }
    Unnamed unnamed = find_unnamed(out, catalog);
    out.cut_short |= unnamed.cut_short;
    for (const OtherName& other : unnamed.others) {
        const auto known =
            std::find_if(out.requirements.begin(), out.requirements.end(), [&](const Requirement& r) {
                return !r.partial && std::any_of(r.evidence.begin(), r.evidence.end(),
                                                 [&](const Evidence& e) { return e.end == other.beside; });
            });
        if (known != out.requirements.end()) known->name += " or " + other.name;
    }
    for (Requirement& r : unnamed.requirements) {
        if (out.requirements.size() < most_requirements) {
            out.requirements.push_back(std::move(r));
        } else {
            out.cut_short = true;
        }
    }
    return out;
}

}  // namespace headway::career
