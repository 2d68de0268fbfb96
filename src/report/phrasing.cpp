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

std::string percent(const Wording& in, double share) {
    return in.fill(in->percent, with_decimals(share * 100, 0));
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
        if (status_of(*n.requirement) == status) out.push_back(n);
    }
    return out;
}

std::string_view status_of(const WireRequirement& r) {
    return r.status == "matched" ? "matched" : r.status == "weak" ? "weak" : "missing";
}

const StatusWords& status_words(const Wording& in, const WireRequirement& r) {
    return *std::ranges::find(in->statuses, status_of(r), &StatusWords::status);
}

std::string title_of(const Wording& in, const WireReport& report) {
    std::string title = one_line(report.job_title);
    return title.empty() || title == " " ? std::string(in->no_title) : title;
}

std::string occupation_words(const Wording& in, const WireReport& report) {
    if (!report.occupation) return std::string(in->no_occupation);
    const WireOccupation& o = *report.occupation;
    return in.fill(in->occupation, one_line(o.name), one_line(o.code), percent(in, o.confidence));
}

std::string interval_words(const Wording& in, const WireReport& report) {
    const WireInterval& i = report.interval;
    return in.fill(in->interval, no_decimals(i.low), no_decimals(i.high), percent(in, i.confidence));
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

std::string best_step(const Wording& in, const WireReport& report) {
    if (report.requirements.empty()) return std::string(in->no_requirement);
    const std::vector<Numbered> open = most_gain(report);
    if (open.empty()) return std::string(in->all_shown);
    const WireRequirement& first = *open.front().requirement;
    std::string out = in.fill(in->closing_first, short_name(first), in.one_decimal(first.gain));
    if (open.size() < 2) return out;
    double together = first.gain;
    std::string others;
    for (std::size_t i = 1; i < open.size(); ++i) {
        together += open[i].requirement->gain;
        if (!others.empty()) others += in->conjunction;
        others += short_name(*open[i].requirement);
    }
    return out + in.fill(in->with_others, others, in.one_decimal(together));
}

std::string support_words(const Wording& in, const WireRequirement& r) {
    if (r.support == "implied") return in.fill(in->implied, percent(in, r.certainty));
    if (r.support == "transfer") {
        const std::string from = r.met_by ? one_line(r.met_by->name) : std::string(in->near_skill);
        return in.fill(in->transfer, percent(in, r.certainty), from);
    }
    return {};
}

std::vector<std::string> remarks(const Wording& in, const WireRequirement& r) {
    std::vector<std::string> out;
    if (r.need == "nice") out.emplace_back(in->nice);
    if (r.or_similar) out.emplace_back(in->or_similar);
    for (const WireEvidence& e : r.job_evidence) {
        if (e.shows == "linked") {
            out.push_back(in.fill(in->linked, percent(in, e.certainty)));
            break;
        }
    }
    if (r.hot) out.emplace_back(in->hot);
    if (r.in_demand) out.emplace_back(in->in_demand);
    if (r.importance) out.push_back(in.fill(in->importance, in.one_decimal(*r.importance)));
    if (std::string words = support_words(in, r); !words.empty()) out.push_back(std::move(words));
    const bool named = r.support == "named";
    if (r.met_by && named && r.met_by->name != r.name)
        out.push_back(in.fill(in->shown_by, one_line(r.met_by->name)));
    if (r.within_noise && (named || r.support == "implied")) out.emplace_back(in->noise);
    return out;
}

std::string reason_words(const Wording& in, const WireRequirement& r,
                         const std::vector<const WireEvidence*>& evidence) {
    if (r.support == "transfer") return {};
    std::vector<std::string> reasons;
    for (const WireEvidence* e : evidence) {
        std::string reason = e->because ? one_line(in.say(*e->because)) : std::string();
        if (reason.ends_with('.')) reason.pop_back();
        if (!reason.empty() && std::find(reasons.begin(), reasons.end(), reason) == reasons.end()) {
            reasons.push_back(std::move(reason));
        }
    }
    std::string out;
    for (const std::string& reason : reasons) out += (out.empty() ? "" : "; ") + reason;
    return out;
}

std::string_view stance_words(const Wording& in, std::string_view stance) {
    if (stance == "negated") return in->negated;
    if (stance == "hoped_for") return in->hoped_for;
    if (stance == "taught") return in->taught;
    return in->not_claimed;
}

double weighted_sum(const WireReport& report) {
    return report.score * report.weight_sum / 100;
}

std::string score_equation(const Wording& in, const WireReport& report) {
    if (report.weight_sum <= 0) return std::string(in->nothing_to_add_up);
    return fmt::format("100 × {} / {} = {}", in.two_decimals(weighted_sum(report)),
                       in.two_decimals(report.weight_sum), in.two_decimals(report.score));
}

std::vector<const WireSkill*> beyond_by_level(const WireReport& report) {
    std::vector<const WireSkill*> out;
    for (const WireSkill& s : report.beyond) out.push_back(&s);
    std::sort(out.begin(), out.end(), [](const WireSkill* a, const WireSkill* b) {
        return std::tuple(-a->level.value, a) < std::tuple(-b->level.value, b);
    });
    return out;
}

std::string made_with(const Wording& in, const WireProvenance& p) {
    std::string out = one_line(p.program) + " " + one_line(p.version);
    std::string_view separator = " · ";
    for (const WirePack& pack : p.packs) {
        if (pack.framework == p.program) continue;
        out += fmt::format("{}{} {}", separator, one_line(pack.framework), one_line(pack.release));
        if (pack.ratings_release && *pack.ratings_release != pack.release)
            out += in.fill(in->ratings, one_line(*pack.ratings_release));
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
