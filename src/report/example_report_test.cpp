// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/example_report.hpp"

#include <algorithm>
#include <utility>

namespace headway::report::example {
namespace {

WireEvidence implied(std::string_view words, std::string because) {
    WireEvidence out = evidence(resume_text, words);
    out.shows = "implied";
    out.certainty = 0.9;
    out.because = std::move(because);
    return out;
}

void add_support(WireRequirement& r, std::string support, double held, WireEvidence shown) {
    r.support = std::move(support);
    r.held = level(held);
    r.certainty = 0.9;
    r.resume_evidence.push_back(std::move(shown));
}

/// Score, weight sum, points and gain from the weights and coverages, as the engine takes them.
void finish(WireReport& report) {
    double sum = 0;
    report.weight_sum = 0;
    for (const WireRequirement& r : report.requirements) report.weight_sum += r.weight;
    for (WireRequirement& r : report.requirements) {
        r.points = 100 * r.weight * r.coverage / report.weight_sum;
        r.gain = 100 * r.weight * (1 - r.coverage) / report.weight_sum;
        sum += r.points;
    }
    report.score = sum;
    report.interval = {std::max(sum - 4, 0.0), std::min(sum + 4, 100.0), 0.8};
}

}  // namespace

WireEvidence evidence(std::string_view text, std::string_view words, int n) {
    std::size_t at = text.find(words);
    for (; n > 0 && at != std::string_view::npos; --n) at = text.find(words, at + 1);
    WireEvidence out;
    out.text = words;
    out.start = static_cast<std::uint32_t>(at);
    out.end = static_cast<std::uint32_t>(at + words.size());
    out.page = at > text.find('\f') ? 2 : 1;
    out.shows = "named";
    return out;
}

WireLevel level(double value) {
    const char* label = value <= 2     ? "basic"
                        : value <= 3.5 ? "working"
                        : value <= 5   ? "proficient"
                                       : "advanced";
    return {value, label, value - 0.75, value + 0.75, {"The ad names no level."}};
}

WireSkillRef skill(std::string name) {
    WireSkillRef out;
    out.id = "hw:" + name;
    out.name = std::move(name);
    out.framework = "headway";
    out.kind = "tool";
    return out;
}

WireRequirement requirement(std::string name, std::string status, double weight, double coverage,
                            std::string_view asked) {
    WireRequirement out;
    out.id = "hw:" + name;
    out.name = std::move(name);
    out.framework = "headway";
    out.kind = "tool";
    out.status = std::move(status);
    out.need = "must";
    out.needed = level(3.75);
    out.support = "none";
    out.weight = weight;
    out.coverage = coverage;
    out.job_evidence.push_back(evidence(job_text, asked));
    return out;
}

WireReport report() {
    WireReport out;
    out.job_title = "Senior Backend Engineer";
    out.occupation = WireOccupation{"15-1252.00", "Software Developers", 0.95,
                                    "https://www.onetonline.org/link/summary/15-1252.00"};
    WireRequirement java = requirement("Java", "matched", 1.15, 1, "Java");
    add_support(java, "named", 5.7, evidence(resume_text, "Java"));
    java.resume_evidence.push_back(evidence(resume_text, "Java", 1));
    java.hot = java.in_demand = true;
    java.importance = 4.1;
    java.link = "https://example.org/java";
    WireRequirement pipelines = requirement("CI/CD", "weak", 1, 0.84, "Continuous integration");
    add_support(pipelines, "implied", 3.2, implied("GitLab pipelines", "GitLab CI/CD is part of CI/CD."));
    pipelines.within_noise = true;
    WireRequirement tests = requirement("Test automation", "missing", 1, 0.24, "automated testing");
    add_support(tests, "transfer", 3.2, evidence(resume_text, "unit tests"));
    tests.met_by = skill("Unit testing");
    tests.link = "http://insecure.example/";
    WireRequirement kubernetes = requirement("Kubernetes", "missing", 1, 0, "Kubernetes");
    WireRequirement rust = requirement("Go or Rust", "missing", 0.4, 0, "Go");
    rust.need = "nice";
    rust.or_similar = true;
    rust.any_of = {skill("Go"), skill("Rust")};
    rust.job_evidence.push_back(evidence(job_text, "Rust"));
    out.requirements = {kubernetes, tests, rust, pipelines, java};
    WireSkill hungarian;
    hungarian.name = "Hungarian";
    hungarian.level = level(4.3);
    WireSkill sql = hungarian;
    sql.name = "SQL";
    sql.level = level(5.75);
    out.beyond = {hungarian, sql};
    out.unclaimed = {{skill("Kubernetes"), "negated", evidence(resume_text, "Kubernetes")},
                     {skill("Rust"), "hoped_for", evidence(resume_text, "Rust")}};
    out.warnings = {"Résumé: page 2 was read by character recognition."};
    out.provenance = {
        "headway",
        "0.1.0",
        {{"headway", "0.1.0", {}, "aa"}, {"onet", "30.1", "29.3", "bb"}, {"esco", "1.2", {}, "cc"}},
        {{"titles", "dd"}, {"link", "ee"}},
        "title",
        "2026-11",
        "889333308837c753",
        "264cbbfa38ea1e92",
        "score = …",
        {{"nice_weight", 0.4}}};
    finish(out);
    return out;
}

WireReport hostile_report() {
    WireReport out = report();
    const std::string bad(hostile);
    out.job_title = bad;
    out.occupation = WireOccupation{bad, bad, 0.5, "javascript:alert(1)"};
    out.warnings = {bad};
    for (WireRequirement& r : out.requirements) {
        r.name = r.name + " " + bad;
        r.id = r.status == "weak" ? bad : r.id;
        r.link = "https://evil.example/\"><script>";
        r.needed.reasons = {bad};
        r.needed.label = bad;
        WireEvidence e = evidence(hostile, hostile);
        e.because = bad;
        r.job_evidence = {e};
        r.resume_evidence = {e};
        r.same_as = {bad};
        r.met_by = skill(bad);
    }
    out.unclaimed = {{skill(bad), bad, evidence(hostile, hostile)}};
    out.beyond.front().name = bad;
    out.provenance.program = bad;
    out.provenance.packs.front() = {bad, bad, bad, bad};
    out.provenance.today = bad;
    out.provenance.resume_text_hash = bad;
    return out;
}

}  // namespace headway::report::example
