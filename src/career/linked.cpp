// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/linked.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "vectors/features.hpp"

namespace headway::career {
namespace {

constexpr double sure_enough = 0.6;
constexpr std::size_t most_words = 14;  // a longer line asks for several things
constexpr std::size_t most_evidence = 8;

/// Whether it is a whole line in the ad's words, and no unknown product.
bool whole_line(const Requirement& r) {
    if (!r.any_of.empty() || r.evidence.size() != 1) return false;
    const Evidence& e = r.evidence.front();
    return e.begin == e.sentence_begin && e.end == e.sentence_end;
}

/// A requirement that asks for just this skill.
Requirement* asked_already(std::vector<Requirement>& all, SkillId skill) {
    const auto found = std::ranges::find_if(all, [&](const Requirement& r) {
        return !r.partial && r.any_of.size() == 1 && r.any_of.front() == skill;
    });
    return found == all.end() ? nullptr : &*found;
}

/// Whether a line asks for a paper: it is no skill that goes with the paper.
bool asks_for_paper(const std::vector<std::string>& words) {
    constexpr auto papers = std::to_array<std::string_view>(
        {"license",       "licence",    "licensed",     "licensure",  "certificate",
         "certification", "certified",  "registration", "registered", "attestation",
         "accreditation", "accredited", "designation",  "membership", "chartered",
         "qualification", "diploma",    "degree",       "ticket",     "card"});
    return std::ranges::any_of(
        words, [&](const std::string& w) { return std::ranges::find(papers, w) != papers.end(); });
}

bool is_paper(ontology::Kind kind) {
    return kind == ontology::Kind::certificate || kind == ontology::Kind::degree;
}

std::optional<Linker::Match> link_of(const Requirement& r, const ontology::Catalog& catalog,
                                     const Linker& linker) {
    if (!whole_line(r)) return std::nullopt;
    const std::string& line = r.evidence.front().text;
    const auto words = vectors::plain_words(line);
    if (words.size() > most_words) return std::nullopt;
    const auto match = linker.match(line);
    if (!match || match->certainty < sure_enough) return std::nullopt;
    return asks_for_paper(words) && !is_paper(catalog.kind(match->skill)) ? std::nullopt : match;
}

}  // namespace

void link_requirements(Job& job, const ontology::Catalog& catalog, const Linker& linker) {
    std::vector<Requirement> kept;
    std::vector<std::pair<Requirement, Linker::Match>> linked;
    for (Requirement& r : job.requirements) {
        if (const auto match = link_of(r, catalog, linker)) {
            linked.emplace_back(std::move(r), *match);
        } else {
            kept.push_back(std::move(r));
        }
    }
    for (auto& [r, match] : linked) {
        Evidence& e = r.evidence.front();
        e.shows = Shows::linked;
        e.certainty = match.certainty;
        e.because = "In meaning this is “" + std::string(catalog.name(match.skill)) + "”.";
        if (Requirement* same = asked_already(kept, match.skill)) {
            if (r.need == Need::must) same->need = Need::must;
            if (same->evidence.size() < most_evidence) same->evidence.push_back(std::move(e));
            continue;
        }
        r.any_of = {match.skill};
        kept.push_back(std::move(r));
    }
    job.requirements = std::move(kept);
}

double link_certainty(const Requirement& requirement) {
    if (requirement.any_of.empty() || requirement.evidence.empty()) return 1;
    const Evidence& e = requirement.evidence.front();
    return e.shows == Shows::linked ? e.certainty : 1;
}

}  // namespace headway::career
