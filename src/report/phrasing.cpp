// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/phrasing.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <tuple>

#include "report/columns.hpp"
#include "report/quotation.hpp"

namespace headway::report {
namespace {

constexpr double worth_naming = 0.05;  ///< points; below that a gain shows as 0.0
constexpr std::size_t named_together = 3;
constexpr int longest_name = 60;  ///< columns, inside a sentence

/// Halves are rounded away from zero, as people expect, where the double allows.
std::string with_decimals(double v, int digits) {
    const double scale = std::pow(10.0, digits);
    const double rounded = std::round(v * scale) / scale;
    return fmt::format("{:.{}f}", rounded == 0 ? 0 : rounded, digits);
}

const WirePack* find_pack(const WireProvenance& provenance, std::string_view framework) {
    for (const WirePack& p : provenance.packs) {
        if (p.framework == framework) return &p;
    }
    return nullptr;
}

}  // namespace

std::string no_decimals(double v) {
    return with_decimals(v, 0);
}

std::string one_decimal(double v) {
    return with_decimals(v, 1);
}

std::string two_decimals(double v) {
    return with_decimals(v, 2);
}

std::string percent(double share) {
    return with_decimals(share * 100, 0) + " %";
}

std::string counted(std::size_t n, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", n, n == 1 ? one : many);
}

std::vector<Numbered> by_gain(const WireReport& report) {
    std::vector<Numbered> out;
    for (const WireRequirement& r : report.requirements) out.push_back({0, &r});
    std::sort(out.begin(), out.end(), [](const Numbered& a, const Numbered& b) {
        return std::tuple(-a.requirement->gain, -a.requirement->points, a.requirement) <
               std::tuple(-b.requirement->gain, -b.requirement->points, b.requirement);
    });
    for (std::size_t i = 0; i < out.size(); ++i) out[i].number = i + 1;
    return out;
}

std::vector<Numbered> with_status(const std::vector<Numbered>& all, std::string_view status) {
    std::vector<Numbered> out;
    for (const Numbered& n : all) {
        const std::string_view own = n.requirement->status;
        const bool known = own == "weak" || own == "matched";
        if (own == status || (!known && status == "missing")) out.push_back(n);
    }
    return out;
}

std::string title_of(const WireReport& report) {
    std::string title = one_line(report.job_title);
    return title.empty() || title == " " ? "Job without a title" : title;
}

std::string occupation_words(const WireReport& report) {
    if (!report.occupation) return "No occupation was found for this title";
    const WireOccupation& o = *report.occupation;
    return fmt::format("{} ({}), {} sure", one_line(o.name), one_line(o.code), percent(o.confidence));
}

std::string interval_words(const WireReport& report) {
    const WireInterval& i = report.interval;
    return fmt::format("{} to {} with {} confidence", with_decimals(i.low, 0), with_decimals(i.high, 0),
                       percent(i.confidence));
}

std::string short_name(const WireRequirement& r) {
    const std::string name = one_line(r.name);
    if (columns_of(name) <= longest_name) return name;
    std::string cut(first_columns(name, longest_name - 1));
    if (const std::size_t blank = cut.rfind(' '); blank != std::string::npos && blank > 0) cut.resize(blank);
    while (cut.ends_with(',') || cut.ends_with(' ')) cut.pop_back();
    return cut + "…";
}

std::vector<Numbered> most_gain(const WireReport& report) {
    std::vector<Numbered> open;
    for (const Numbered& n : by_gain(report)) {
        if (n.requirement->gain >= worth_naming && open.size() < named_together) open.push_back(n);
    }
    return open;
}

std::string best_step(const WireReport& report) {
    if (report.requirements.empty()) return "No requirement was found in the job ad.";
    const std::vector<Numbered> open = most_gain(report);
    if (open.empty()) return "Everything that the job asks for is shown in full.";
    const WireRequirement& first = *open.front().requirement;
    std::string out =
        fmt::format("Closing {} alone adds {} points.", short_name(first), one_decimal(first.gain));
    if (open.size() < 2) return out;
    double together = first.gain;
    std::string others;
    for (std::size_t i = 1; i < open.size(); ++i) {
        together += open[i].requirement->gain;
        if (!others.empty()) others += " and ";
        others += short_name(*open[i].requirement);
    }
    return out + fmt::format(" With {} as well: {}.", others, one_decimal(together));
}

std::string support_words(const WireRequirement& r) {
    if (r.support == "implied") return fmt::format("implied, {} sure", percent(r.certainty));
    if (r.support == "transfer") {
        const std::string from = r.met_by ? one_line(r.met_by->name) : "a near skill";
        return fmt::format("{} of {} carries over", percent(r.certainty), from);
    }
    return {};
}

std::vector<std::string> remarks(const WireRequirement& r) {
    std::vector<std::string> out;
    if (r.need == "nice") out.emplace_back("nice to have");
    if (r.or_similar) out.emplace_back("or similar accepted");
    for (const WireEvidence& e : r.job_evidence) {
        if (e.shows == "linked") {
            out.push_back(fmt::format("linked by meaning, {} sure", percent(e.certainty)));
            break;
        }
    }
    if (r.hot) out.emplace_back("hot technology");
    if (r.in_demand) out.emplace_back("in demand");
    if (r.importance) out.push_back(fmt::format("O*NET importance {} of 5", one_decimal(*r.importance)));
    if (std::string words = support_words(r); !words.empty()) out.push_back(std::move(words));
    const bool named = r.support == "named";
    if (r.met_by && named && r.met_by->name != r.name) out.push_back("shown by " + one_line(r.met_by->name));
    if (r.within_noise && (named || r.support == "implied")) out.emplace_back("levels differ by noise only");
    return out;
}

std::string reason_words(const WireRequirement& r, const std::vector<const WireEvidence*>& evidence) {
    if (r.support == "transfer") return {};
    std::vector<std::string> reasons;
    for (const WireEvidence* e : evidence) {
        std::string reason = e->because ? one_line(*e->because) : std::string();
        if (reason.ends_with('.')) reason.pop_back();
        if (!reason.empty() && std::find(reasons.begin(), reasons.end(), reason) == reasons.end()) {
            reasons.push_back(std::move(reason));
        }
    }
    std::string out;
    for (const std::string& reason : reasons) out += (out.empty() ? "" : "; ") + reason;
    return out;
}

std::string level_words(const WireLevel& level) {
    return one_line(level.label) + " " + one_decimal(level.value);
}

std::string_view stance_words(std::string_view stance) {
    if (stance == "negated") return "the résumé says it is not held";
    if (stance == "hoped_for") return "planned or being learned, not yet held";
    if (stance == "taught") return "offered to be taught, not held";
    return "not claimed";
}

double weighted_sum(const WireReport& report) {
    return report.score * report.weight_sum / 100;
}

std::string score_equation(const WireReport& report) {
    if (report.weight_sum <= 0) return "nothing to add up";
    return fmt::format("100 × {} / {} = {}", two_decimals(weighted_sum(report)),
                       two_decimals(report.weight_sum), two_decimals(report.score));
}

std::vector<const WireSkill*> beyond_by_level(const WireReport& report) {
    std::vector<const WireSkill*> out;
    for (const WireSkill& s : report.beyond) out.push_back(&s);
    std::sort(out.begin(), out.end(), [](const WireSkill* a, const WireSkill* b) {
        return std::tuple(-a->level.value, a) < std::tuple(-b->level.value, b);
    });
    return out;
}

std::string made_with(const WireProvenance& p) {
    std::string out = one_line(p.program) + " " + one_line(p.version);
    std::string_view separator = " · ";
    for (const WirePack& pack : p.packs) {
        if (pack.framework == p.program) continue;
        out += fmt::format("{}{} {}", separator, one_line(pack.framework), one_line(pack.release));
        if (pack.ratings_release && *pack.ratings_release != pack.release)
            out += fmt::format(" with the ratings of {}", one_line(*pack.ratings_release));
        separator = ", ";
    }
    return out;
}

std::vector<std::string> attributions(const WireProvenance& provenance) {
    std::vector<std::string> out;
    if (const WirePack* onet = find_pack(provenance, "onet")) {
        out.push_back(fmt::format(
            "This product includes information from the O*NET {} Database by the U.S. Department of Labor, "
            "Employment and Training Administration (USDOL/ETA), used under the CC BY 4.0 licence. O*NET® is "
            "a "
            "trademark of USDOL/ETA. Headway has modified the information: it keeps identifiers, names and "
            "figures, and adds aliases and links between skills.",
            one_line(onet->release)));
    }
    if (find_pack(provenance, "esco") != nullptr) {
        out.emplace_back("This service uses the ESCO classification of the European Commission.");
    }
    return out;
}

}  // namespace headway::report
