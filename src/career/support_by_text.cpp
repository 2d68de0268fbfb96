// SPDX-License-Identifier: GPL-3.0-or-later
// What a résumé shows without a word about it: that it is written in English, that its writer uses software.
#include <algorithm>
#include <array>
#include <string>

#include "career/support.hpp"
#include "text/utf8.hpp"

namespace headway::career {
namespace {

constexpr double written_certainty = 0.8;
constexpr std::ptrdiff_t least_joints = 7;   // different ones; other languages share a few of them
constexpr std::uint32_t sentence_words = 5;  // of the sentence shown
constexpr double software_certainty = 0.8;
constexpr std::uint32_t software_segment = 43;  // UNSPSC: information technology

/// Whether the text joins its words in English.
bool written_in_english(const Reading& r) {
    constexpr auto joints = std::to_array<std::string_view>(
        {"and",  "the",  "of", "to",  "with", "for",  "from", "by",    "on",    "at",
         "were", "have", "my", "all", "that", "this", "as",   "which", "their", "into"});
    std::array<bool, joints.size()> seen{};
    for (const text::Token& t : r.tokens) {
        if (t.end - t.begin > 5) continue;
        const auto found = std::find(joints.begin(), joints.end(), text::fold(r.slice(t.begin, t.end)));
        if (found != joints.end()) seen[static_cast<std::size_t>(found - joints.begin())] = true;
    }
    return std::count(seen.begin(), seen.end(), true) >= least_joints;
}

}  // namespace

Backing Backings::from_text(SkillId skill) const {
    const ontology::Kind kind = catalog_.kind(skill);
    if (kind == ontology::Kind::human_language && catalog_.name(skill) == "English")
        return from_english(skill);
    if (kind == ontology::Kind::skill && catalog_.name(skill) == "Computer literacy")
        return from_software(skill);
    return {};
}

Backing Backings::from_english(SkillId skill) const {
    const Reading& r = resume_.reading;
    Backing out;
    if (!written_in_english(r)) return out;
    for (std::uint32_t i = 0; i < r.sentences.size(); ++i) {
        const auto [first, end] = r.tokens_of(i);
        if (end - first < sentence_words || r.line_headings[r.sentences[i].first_line]) continue;
        out.support = Support::implied;
        out.skill = skill;
        out.certainty = written_certainty;
        out.level = {4, 2.5, 6, {"The résumé is written in it."}};
        out.evidence.push_back(sentence_evidence(r, resume_.pages, i, Shows::implied, written_certainty));
        out.evidence.back().because = "The résumé is written in English.";
        return out;
    }
    return out;
}

Backing Backings::from_software(SkillId skill) const {
    Backing out;
    for (const HeldSkill& h : resume_.skills) {
        const bool software = catalog_.kind(h.skill) == ontology::Kind::tool &&
                              catalog_.commodity(h.skill) / 1'000'000 == software_segment;
        if (!software || h.evidence.empty()) continue;
        const double certainty = software_certainty * h.confidence;
        if (out.support == Support::none || h.level.value > out.level.value) out.level = h.level;
        if (out.support == Support::none || certainty > out.certainty) {
            Evidence e = h.evidence.front();
            e.shows = Shows::implied;
            e.certainty = certainty;
            e.because = std::string(catalog_.name(h.skill)) + " is software.";
            out.evidence = {std::move(e)};
            out.certainty = certainty;
        }
        out.support = Support::implied;
        out.skill = skill;
    }
    return out;
}

}  // namespace headway::career
