// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/alternatives.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace headway::career {
namespace {

enum class Join : std::uint8_t { apart, comma, both, either, slash };

/// What stands between two mentions, but for the point of the first when it is short for something: "B.S.
/// or".
std::string_view gap_between(const Reading& r, const Mention& a, const Mention& b) {
    std::string_view gap = r.slice(a.end, b.begin);
    if (gap.starts_with('.') && r.slice(a.begin, a.end).find('.') != std::string_view::npos)
        gap.remove_prefix(1);
    return gap;
}

/// How two neighbouring mentions hang together.
Join join_of(const Reading& r, const Mention& a, const Mention& b) {
    const std::uint32_t from = a.first_token + a.token_count;
    if (b.first_token < from || b.first_token - from > 3) return Join::apart;
    const std::string_view gap = gap_between(r, a, b);
    if (gap.find(';') != std::string_view::npos || gap.find(". ") != std::string_view::npos)
        return Join::apart;
    bool either = false;
    bool both = false;
    for (std::uint32_t t = from; t < b.first_token; ++t) {
        const std::string w = text::fold(r.word(t));
        if (w == "or") {
            either = true;
        } else if (w == "and" || w == "&") {
            both = true;
        } else if (w != "a" && w != "an" && w != "the" && w != "either" && b.first_token - from > 2) {
            return Join::apart;
        }
    }
    if (either) return Join::either;
    if (both) return Join::both;
    if (gap.find('/') != std::string_view::npos) return Join::slash;
    if (gap.find(',') != std::string_view::npos) return Join::comma;
    return Join::apart;
}

/// "AWS/GCP/Azure", "BSc/MSc": one does for the other.
bool substitutes(const ontology::Catalog& catalog, SkillId a, SkillId b) {
    if (catalog.kind(a) == ontology::Kind::degree && catalog.kind(b) == ontology::Kind::degree) return true;
    const auto all = catalog.lexicon().neighbours(a);
    return std::any_of(all.begin(), all.end(),
                       [&](const auto& n) { return n.skill == b && n.relation == ontology::Relation::near; });
}

bool similar_kind(const ontology::Catalog& catalog, SkillId a, SkillId b) {
    if (substitutes(catalog, a, b)) return true;
    // "HTML/CSS": languages of one class go together.
    const std::uint32_t commodity = catalog.commodity(a);
    return catalog.kind(a) == ontology::Kind::tool && commodity != 0 && commodity == catalog.commodity(b);
}

/// Two degrees with no word between, "BS MS or PhD", "BS/MS/PhD": whoever has one has studied.
bool degrees_in_a_row(const Reading& r, const ontology::Catalog& catalog, const Mention& a,
                      const Mention& b) {
    const auto degree = [&](const Mention& m) { return catalog.kind(m.skill) == ontology::Kind::degree; };
    if (!degree(a) || !degree(b) || b.first_token != a.first_token + a.token_count) return false;
    return gap_between(r, a, b).find_first_not_of(" /|") == std::string_view::npos;
}

/// "Ph.D. in Chemistry or M.S.": the field of one degree, and another degree.
bool field_then_degree(const ontology::Catalog& catalog, const Mention& a, const Mention& b) {
    return catalog.kind(a.skill) == ontology::Kind::knowledge &&
           catalog.kind(b.skill) == ontology::Kind::degree;
}

bool has_cue(const Reading& r, std::uint32_t sentence, Cue cue, std::uint32_t from, std::uint32_t until) {
    const auto cues = r.cues_in(sentence);
    return std::any_of(cues.begin(), cues.end(),
                       [&](const CueMatch& c) { return c.cue == cue && c.first >= from && c.first < until; });
}

/// "At least one BI tool (Tableau, Power BI, Looker)", "a scripting language (Bash, Perl)": one of those in
/// the brackets is enough. `first`, `end`: the tokens of the list.
bool one_of_brackets(const Reading& r, std::uint32_t first, std::uint32_t end) {
    constexpr std::uint32_t reach = 6;  // tokens to the word that says that one is enough
    if (first == 0 || end >= r.tokens.size() + 1 || r.between(first - 1).find('(') == std::string_view::npos)
        return false;
    const std::string_view behind =
        end < r.tokens.size() ? r.between(end - 1) : r.text.substr(r.tokens[end - 1].end, 2);
    if (behind.find(')') == std::string_view::npos) return false;
    for (std::uint32_t t = first; t > 0 && first - t < reach; --t) {
        if (r.sentence_of[t - 1] != r.sentence_of[first]) return false;
        if (t < first && r.between(t - 1).find_first_of(",;:()") != std::string_view::npos) return false;
        const std::string w = text::fold(r.word(t - 1));
        if (w == "a" || w == "an" || w == "one" || w == "any" || w == "either") return true;
    }
    return false;
}

/// The cue that says "these are examples" between two mentions; "including" lists parts, not examples.
const CueMatch* examples_cue(const Reading& r, std::uint32_t sentence, std::uint32_t from,
                             std::uint32_t until) {
    for (const CueMatch& c : r.cues_in(sentence)) {
        if (c.cue != Cue::examples || c.first < from || c.first >= until) continue;
        if (text::fold(r.word(c.first)).starts_with("includ")) continue;
        return &c;
    }
    return nullptr;
}

/// "Budgeting, forecasting or Big 4": a list goes on with "or" and something that has no name here.
bool or_follows(const Reading& r, const Mention& last) {
    const std::uint32_t next = last.first_token + last.token_count;
    if (next + 1 >= r.tokens.size() || r.sentence_of[next + 1] != last.sentence) return false;
    const std::string_view gap = r.between(next - 1);
    return text::fold(r.word(next)) == "or" && gap.find_first_not_of(", ") == std::string_view::npos;
}

/// "Ph.D. in Chemistry or M.S. in Physics", "Master's in Social Work (MSW)": the group of the degree that the
/// one at `at` may stand for.
AlternativeGroup* other_degree(const Reading& r, const ontology::Catalog& catalog,
                               std::span<const Mention> mentions, std::uint32_t at,
                               std::vector<AlternativeGroup>& before) {
    if (at < 2 || before.size() < 2 || !field_then_degree(catalog, mentions[at - 1], mentions[at]))
        return nullptr;
    const bool in_short = r.slice(mentions[at - 1].end, mentions[at].begin) == " (";
    if (!in_short && join_of(r, mentions[at - 1], mentions[at]) != Join::either) return nullptr;
    AlternativeGroup& group = before[before.size() - 2];
    const Mention& degree = mentions[group.mentions.back()];
    const bool same = degree.sentence == mentions[at].sentence;
    return same && catalog.kind(degree.skill) == ontology::Kind::degree ? &group : nullptr;
}

}  // namespace

std::vector<AlternativeGroup> group_alternatives(const Reading& r, const ontology::Catalog& catalog,
                                                 std::span<const Mention> mentions) {
    std::vector<AlternativeGroup> out;
    for (std::uint32_t i = 0; i < mentions.size();) {
        // The run of mentions that are joined like a list.
        std::uint32_t last = i;
        bool either = false;
        bool commas = true;     // and nothing else between them
        bool slashed = true;    // and of one kind
        bool exchanged = true;  // and each a substitute of the one before
        while (last + 1 < mentions.size()) {
            if (field_then_degree(catalog, mentions[last], mentions[last + 1])) break;
            const bool degrees = degrees_in_a_row(r, catalog, mentions[last], mentions[last + 1]);
            const Join join = degrees ? Join::either : join_of(r, mentions[last], mentions[last + 1]);
            if (join == Join::apart) break;
            either |= join == Join::either;
            commas = commas && join == Join::comma;
            slashed = slashed && join == Join::slash &&
                      similar_kind(catalog, mentions[last].skill, mentions[last + 1].skill);
            exchanged = exchanged && substitutes(catalog, mentions[last].skill, mentions[last + 1].skill);
            ++last;
            if (join == Join::both) {
                // "A or B and C": what follows "and" is asked for on its own.
                if (either) {
                    --last;
                    break;
                }
            }
        }
        const std::uint32_t sentence = mentions[i].sentence;
        either = either || (last > i && commas && or_follows(r, mentions[last]));
        const std::uint32_t before = i == 0 ? 0 : mentions[i - 1].first_token + mentions[i - 1].token_count;
        const CueMatch* examples = examples_cue(r, sentence, before, mentions[i].first_token);
        const bool near_examples =
            examples != nullptr && mentions[i].first_token - (examples->first + examples->length) <= 2;
        const std::uint32_t end_token = mentions[last].first_token + mentions[last].token_count;
        const bool open = has_cue(r, sentence, Cue::similar, end_token, end_token + 3);
        const bool one_of = last > i && one_of_brackets(r, mentions[i].first_token, end_token);
        if (AlternativeGroup* const other = other_degree(r, catalog, mentions, i, out)) {
            for (std::uint32_t k = i; k <= last; ++k) other->mentions.push_back(k);
        } else if (last > i && !either && !near_examples && !open && !one_of &&
                   !(slashed && (exchanged || last == i + 1))) {
            for (std::uint32_t k = i; k <= last; ++k) out.push_back({{k}, false});
        } else {
            AlternativeGroup group;
            // The general name that the examples stand for leads them.
            if (near_examples && !out.empty() && out.back().mentions.size() == 1 && i > 0 &&
                mentions[i - 1].sentence == sentence && examples->first - before <= 3) {
                group.mentions = out.back().mentions;
                out.pop_back();
            }
            for (std::uint32_t k = i; k <= last; ++k) group.mentions.push_back(k);
            group.open = open || near_examples;
            out.push_back(std::move(group));
        }
        i = last + 1;
    }
    return out;
}

}  // namespace headway::career
