// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.hpp"

#include <cmath>
#include <fmt/ranges.h>
#include <set>
#include <utility>

#include "base/hash.hpp"
#include "career/proposed.hpp"
#include "text/tokens.hpp"

namespace headway::report {
namespace {

using ontology::SkillId;

double rounded(double v) {
    return std::round(v * 100) / 100;
}

WireLevel wire(const career::Level& level) {
    return {rounded(level.value), std::string(career::level_label(level.value)), rounded(level.low),
            rounded(level.high), level.reasons};
}

std::string_view shows_name(career::Shows shows) {
    switch (shows) {
        case career::Shows::named:
            return "named";
        case career::Shows::misspelt:
            return "misspelt";
        case career::Shows::implied:
            return "implied";
        case career::Shows::linked:
            return "linked";
    }
    return "named";
}

WireEvidence wire(const career::Evidence& e) {
    const std::string_view shows = career::is_proposed(e) ? "model" : shows_name(e.shows);
    WireEvidence out{e.text, e.begin, e.end, e.page, std::string(shows), rounded(e.certainty), {}};
    if (!e.because.empty()) out.because = e.because;
    return out;
}

std::vector<WireEvidence> wire(const std::vector<career::Evidence>& all) {
    std::vector<WireEvidence> out;
    for (const auto& e : all) out.push_back(wire(e));
    return out;
}

/// The page of O*NET OnLine or ESCO about a skill, where there is one.
std::optional<std::string> link_of(const ontology::Catalog& catalog, SkillId skill) {
    for (SkillId s : catalog.lexicon().members(skill)) {
        const std::string_view external = catalog.external_id(s);
        if (catalog.framework(s) == "onet" && catalog.id(s).starts_with("onet:") &&
            catalog.id(s).size() > 5 && catalog.id(s)[5] >= '0' && catalog.id(s)[5] <= '9') {
            return "https://www.onetonline.org/find/descriptor/result/" + std::string(external);
        }
    }
    for (SkillId s : catalog.lexicon().members(skill)) {
        if (catalog.framework(s) != "esco") continue;
        std::string uri(catalog.external_id(s));
        if (uri.starts_with("http://")) uri.insert(4, "s");  // the same page; the identifier keeps its http
        return uri;
    }
    return std::nullopt;
}

WireSkillRef reference(const ontology::Catalog& catalog, SkillId skill) {
    WireSkillRef out;
    out.id = catalog.id(skill);
    out.name = catalog.name(skill);
    out.framework = catalog.framework(skill);
    out.external_id = catalog.external_id(skill);
    out.kind = ontology::to_string(catalog.kind(skill));
    for (SkillId s : catalog.lexicon().members(skill)) {
        if (s != skill) out.same_as.emplace_back(catalog.id(s));
    }
    out.link = link_of(catalog, skill);
    return out;
}

/// The identity of a requirement: its one skill, or "text:…" when it is the ad's own words or several skills.
WireSkillRef reference(const ontology::Catalog& catalog, const career::Requirement& r) {
    if (r.any_of.size() == 1) return reference(catalog, r.any_of.front());
    WireSkillRef out;
    out.id = "text:" + text::normal_name(r.name);
    out.name = r.name;
    out.framework = "text";
    out.kind = r.any_of.empty() ? "skill" : std::string(ontology::to_string(catalog.kind(r.any_of.front())));
    return out;
}

WireSkill skill_of(WireSkillRef ref) {
    WireSkill out;
    out.id = std::move(ref.id);
    out.name = std::move(ref.name);
    out.framework = std::move(ref.framework);
    out.external_id = std::move(ref.external_id);
    out.kind = std::move(ref.kind);
    out.same_as = std::move(ref.same_as);
    out.link = std::move(ref.link);
    return out;
}

WireSkill wire(const ontology::Catalog& catalog, const career::HeldSkill& h) {
    WireSkill out = skill_of(reference(catalog, h.skill));
    out.level = wire(h.level);
    out.confidence = rounded(h.confidence);
    out.evidence = wire(h.evidence);
    return out;
}

std::vector<WireSkillRef> alternatives(const ontology::Catalog& catalog, const career::Requirement& r) {
    std::vector<WireSkillRef> out;
    if (r.any_of.size() < 2) return out;
    for (SkillId s : r.any_of) out.push_back(reference(catalog, s));
    return out;
}

WireRequirement wire(const ontology::Catalog& catalog, const career::RequirementResult& r) {
    WireRequirement out;
    WireSkillRef ref = reference(catalog, r.requirement);
    out.id = std::move(ref.id);
    out.name = r.requirement.name;
    out.framework = std::move(ref.framework);
    out.external_id = std::move(ref.external_id);
    out.kind = std::move(ref.kind);
    out.same_as = std::move(ref.same_as);
    out.link = std::move(ref.link);
    out.status = career::to_string(r.status);
    out.need = career::to_string(r.requirement.need);
    out.any_of = alternatives(catalog, r.requirement);
    out.or_similar = r.requirement.open;
    out.needed = wire(r.requirement.needed);
    if (r.held) out.held = wire(*r.held);
    out.support = career::to_string(r.support);
    if (r.held_skill != ontology::none) out.met_by = reference(catalog, r.held_skill);
    out.certainty = rounded(r.certainty);
    out.importance = r.importance;
    if (out.importance) out.importance = rounded(*out.importance);
    out.hot = r.hot;
    out.in_demand = r.in_demand;
    out.weight = rounded(r.weight);
    out.coverage = rounded(r.coverage);
    out.points = rounded(r.points);
    out.gain = rounded(r.gain);
    out.within_noise = r.within_noise;
    out.job_evidence = wire(r.requirement.evidence);
    out.resume_evidence = wire(r.evidence);
    return out;
}

WireOccupation wire(const ontology::Catalog& catalog, const career::OccupationMatch& m) {
    WireOccupation out;
    out.code = catalog.occupation_code(m.occupation);
    out.name = catalog.occupation_name(m.occupation);
    out.confidence = rounded(m.confidence);
    if (!out.code.starts_with("esco:")) out.link = "https://www.onetonline.org/link/summary/" + out.code;
    return out;
}

std::vector<WireUnclaimed> wire(const ontology::Catalog& catalog,
                                const std::vector<career::UnclaimedSkill>& all) {
    std::vector<WireUnclaimed> out;
    for (const auto& u : all) {
        if (u.evidence.text.empty()) continue;  // taken away by the person, named nowhere
        out.push_back({reference(catalog, u.skill), std::string(stance_name(u.stance)), wire(u.evidence)});
    }
    return out;
}

std::string hex(std::uint64_t h) {
    return fmt::format("{:016x}", h);
}

WirePack wire(const ontology::Pack& pack) {
    WirePack out{std::string(pack.name()), std::string(pack.release()), {}, hex(pack.checksum())};
    std::set<std::string_view> releases;
    for (const auto& origin : pack.origins()) releases.insert(pack.text(origin.release));
    if (!releases.empty()) out.ratings_release = fmt::format("{}", fmt::join(releases, ", "));
    return out;
}

WireProvenance provenance(const Source& s) {
    const ontology::Catalog& catalog = s.engine.catalog();
    WireProvenance out;
    out.program = "headway";
    out.version = s.version;
    for (const auto& p : catalog.packs()) out.packs.push_back(wire(p));
    if (const auto* titles = catalog.title_model()) out.models.push_back({"titles", hex(titles->checksum())});
    if (const auto* linker = s.engine.linker()) out.models.push_back({"link", hex(linker->checksum())});
    out.occupation_from = s.gap.occupation_given ? "choice" : s.gap.occupation ? "title" : "none";
    out.today = fmt::format("{:04}-{:02}", s.resume.today / 12, s.resume.today % 12 + 1);
    out.resume_text_hash = hex(hash64(s.resume.reading.text));
    out.job_text_hash = hex(hash64(s.job.reading.text));
    out.formula = "score = 100 * sum(weight * coverage) / sum(weight)";
    for (const auto& p : career::score_parameters()) out.parameters.push_back({std::string(p.name), p.value});
    return out;
}

/// Names of all fields of T and of what they hold, from outside in.
template <class T>
void add_fields(std::string& out) {
    if constexpr (boost::describe::has_describe_members<T>::value) {
        out += '{';
        boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
            [&](auto d) {
                out += d.name;
                add_fields<std::remove_cvref_t<decltype(std::declval<T>().*d.pointer)>>(out);
                out += ' ';
            });
        out += '}';
    } else if constexpr (requires { typename T::value_type; } && !std::is_same_v<T, std::string>) {
        add_fields<typename T::value_type>(out);
    }
}

}  // namespace

std::string fields_of_reports() {
    std::string out;
    add_fields<WireReport>(out);
    return out;
}

std::string_view stance_name(career::Stance stance) {
    switch (stance) {
        case career::Stance::stated:
            return "stated";
        case career::Stance::negated:
            return "negated";
        case career::Stance::hoped_for:
            return "hoped_for";
        case career::Stance::taught:
            return "taught";
    }
    return "stated";
}

WireSkillRef make_skill_ref(const ontology::Catalog& catalog, ontology::SkillId canonical) {
    return reference(catalog, canonical);
}

WireEvidence make_evidence(const career::Evidence& evidence) {
    return wire(evidence);
}

WireOccupation make_occupation(const ontology::Catalog& catalog, const career::OccupationMatch& match) {
    return wire(catalog, match);
}

WireReport make_report(const Source& s) {
    const ontology::Catalog& catalog = s.engine.catalog();
    WireReport out;
    out.score = rounded(s.gap.score);
    out.interval = {rounded(s.gap.low), rounded(s.gap.high), 0.8};
    out.weight_sum = rounded(s.gap.weight_sum);
    out.job_title = s.job.title;
    if (s.gap.occupation) out.occupation = wire(catalog, *s.gap.occupation);
    for (const auto& m : s.gap.other_occupations) out.other_occupations.push_back(wire(catalog, m));
    for (const auto& r : s.gap.requirements) out.requirements.push_back(wire(catalog, r));
    for (const auto& h : s.gap.beyond) out.beyond.push_back(wire(catalog, h));
    out.unclaimed = wire(catalog, s.gap.unclaimed);
    out.warnings = s.warnings;
    out.warnings.insert(out.warnings.end(), s.gap.warnings.begin(), s.gap.warnings.end());
    out.provenance = provenance(s);
    return out;
}

WireSkillList make_resume_skills(const career::Resume& resume, const ontology::Catalog& catalog,
                                 std::vector<std::string> warnings) {
    WireSkillList out;
    out.document = "resume";
    for (const auto& h : resume.skills) out.skills.push_back(wire(catalog, h));
    out.unclaimed = wire(catalog, resume.unclaimed);
    out.warnings = std::move(warnings);
    return out;
}

WireSkillList make_job_skills(const career::Job& job, const ontology::Catalog& catalog,
                              std::vector<std::string> warnings) {
    WireSkillList out;
    out.document = "job";
    for (const auto& r : job.requirements) {
        WireSkill skill = skill_of(reference(catalog, r));
        skill.name = r.name;
        skill.need = career::to_string(r.need);
        skill.any_of = alternatives(catalog, r);
        skill.level = wire(r.needed);
        skill.confidence = rounded(r.certainty);
        skill.evidence = wire(r.evidence);
        out.skills.push_back(std::move(skill));
    }
    out.unclaimed = wire(catalog, job.unclaimed);
    out.warnings = std::move(warnings);
    return out;
}

}  // namespace headway::report
