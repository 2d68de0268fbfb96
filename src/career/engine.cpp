// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/engine.hpp"

#include <utility>

namespace headway::career {
namespace {

constexpr std::size_t occupations_shown = 5;
constexpr double least_confidence = 0.25;

/// The sentences of an ad that say what is to be done or brought along.
std::string duties_of(const Job& job) {
    std::string out;
    for (std::size_t i = 0; i < job.asking.size(); ++i) {
        const auto& sentence = job.reading.sentences[i];
        if (job.asking[i].asks) out += job.reading.slice(sentence.begin, sentence.end), out += '\n';
    }
    return out;
}

}  // namespace

Resume Engine::read_resume(std::string_view text, PageStarts pages, Month today,
                           std::span<const AliasCorrection> aliases) const {
    return career::read_resume(text, std::move(pages), today, catalog_, aliases);
}

Job Engine::read_job(std::string_view text, PageStarts pages,
                     std::span<const AliasCorrection> aliases) const {
    return career::read_job(text, std::move(pages), catalog_, aliases);
}

GapReport Engine::gap(const Resume& resume, const Job& job, std::optional<OccupationId> occupation) const {
    std::vector<OccupationMatch> found =
        find_occupations(job.title, duties_of(job), occupations_shown, catalog_);
    std::optional<OccupationMatch> chosen;
    if (occupation) {
        chosen = OccupationMatch{*occupation, 1};
    } else if (!found.empty() && found.front().confidence >= least_confidence) {
        chosen = found.front();
    }
    GapReport report = find_gap(resume, job, chosen, catalog_, linker_);
    for (const OccupationMatch& m : found) {
        if (!chosen || m.occupation != chosen->occupation) report.other_occupations.push_back(m);
    }
    if (!chosen) {
        report.warnings.emplace_back(
            "No occupation fits the title well enough; O*NET's importance and levels were not used.");
    }
    if (job.cut_short) {
        report.warnings.emplace_back(
            "The ad names more than 600 requirements; the score covers the first 600 only.");
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
