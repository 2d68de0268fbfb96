// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/engine.hpp"

#include <algorithm>
#include <utility>

#include "career/linked.hpp"

namespace headway::career {
namespace {

constexpr std::size_t occupations_shown = 5;
constexpr std::size_t occupations_read = 40;
constexpr double least_confidence = 0.25;
constexpr std::size_t family_code = 5;  // of "25-2031.00": the minor group and its first subdivision

/// The sentences of an ad that say what is to be done or brought along.
Duties duties_of(const Job& job) {
    const Reading& r = job.reading;
    Duties out{r.text, {}};
    std::size_t length = 0;
    for (std::uint32_t i = 0; i < job.asking.size() && length < longest_duties; ++i) {
        if (!job.asking[i].asks) continue;
        const auto [first, end] = r.tokens_of(i);
        out.words.insert(out.words.end(), r.tokens.begin() + first, r.tokens.begin() + end);
        length += r.sentences[i].end - r.sentences[i].begin;
    }
    return out;
}

/// Of several related occupations that a title fits alike ("Teacher"), the first when together they are
/// likely enough: what O*NET says of one holds for its neighbours within the noise.
std::optional<OccupationMatch> of_a_family(std::span<const OccupationMatch> found,
                                           const ontology::Catalog& catalog) {
    if (found.empty()) return std::nullopt;
    const std::string_view family = catalog.occupation_code(found.front().occupation).substr(0, family_code);
    double together = 0;
    for (const OccupationMatch& m : found) {
        if (catalog.occupation_code(m.occupation).substr(0, family_code) == family) together += m.confidence;
    }
    if (together < least_confidence) return std::nullopt;
    return found.front();
}

bool unrated(OccupationId o, const ontology::Catalog& catalog) {
    const ontology::Pack& pack = catalog.pack_of_occupation(o);
    const ontology::Range r = catalog.occupation(o).ratings;
    return std::ranges::all_of(pack.ratings().subspan(r.begin, r.end - r.begin),
                               [](const auto& row) { return row.suppress() || row.not_relevant(); });
}

/// What a reader must know of the occupation that was used, or that none was.
void warn_of_occupation(const std::optional<OccupationMatch>& chosen, const ontology::Catalog& catalog,
                        std::vector<std::string>& warnings) {
    if (!chosen) {
        warnings.emplace_back(
            "No occupation fits the title well enough; O*NET's importance and levels were not used.");
        return;
    }
    const std::string name(catalog.occupation_name(chosen->occupation));
    if (chosen->confidence < least_confidence) {
        warnings.push_back(
            "The title fits several related occupations alike; importance and levels are those of " + name +
            ".");
    }
    if (unrated(chosen->occupation, catalog)) {
        warnings.push_back("O*NET rates no skills and knowledge of " + name +
                           "; its importance and levels could not be used.");
    }
}

}  // namespace

Resume Engine::read_resume(std::string_view text, PageStarts pages, Month today,
                           std::span<const AliasCorrection> aliases) const {
    return career::read_resume(text, std::move(pages), today, catalog_, aliases);
}

Job Engine::read_job(std::string_view text, PageStarts pages,
                     std::span<const AliasCorrection> aliases) const {
    Job job = career::read_job(text, std::move(pages), catalog_, aliases);
    if (linker_ != nullptr) link_requirements(job, catalog_, *linker_);
    return job;
}

GapReport Engine::gap(const Resume& resume, const Job& job, std::optional<OccupationId> occupation) const {
    std::vector<OccupationMatch> found =
        find_occupations(job.title, duties_of(job), occupations_read, catalog_);
    std::optional<OccupationMatch> chosen;
    if (occupation) {
        chosen = OccupationMatch{*occupation, 1};
    } else if (!found.empty() && found.front().confidence >= least_confidence) {
        chosen = found.front();
    } else {
        chosen = of_a_family(found, catalog_);
    }
    if (found.size() > occupations_shown) found.resize(occupations_shown);
    GapReport report = find_gap(resume, job, chosen, catalog_, linker_);
    report.occupation_given = occupation.has_value();
    for (const OccupationMatch& m : found) {
        if (!chosen || m.occupation != chosen->occupation) report.other_occupations.push_back(m);
    }
    warn_of_occupation(chosen, catalog_, report.warnings);
    if (job.cut_short) {
        report.warnings.emplace_back(
            "The ad names more requirements than are read; the score covers the first ones only: 600, of "
            "which "
            "200 name no known skill.");
    }
    if (report.requirements.empty()) {
        report.warnings.emplace_back(
            "The ad names no requirement that could be read, so there is nothing to score.");
    }
    return report;
}

std::vector<OccupationMatch> Engine::occupations(std::string_view title, std::size_t top) const {
    return find_occupations(title, {}, top, catalog_);
}

}  // namespace headway::career
