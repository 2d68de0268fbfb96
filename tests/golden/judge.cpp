// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden/judge.hpp"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <optional>

#include "text/tokens.hpp"

namespace headway::golden {
namespace {

using career::Evidence;
using career::RequirementResult;
using career::SkillId;

constexpr career::Month today = career::make_month(2026, 11);

/// A number range: "3.5..5.5", "<= 20", ">= 25".
struct Bounds {
    double low = -1e9;
    double high = 1e9;
    [[nodiscard]] bool has(double v) const { return v >= low - 1e-9 && v <= high + 1e-9; }
};

Bounds read_bounds(const std::vector<std::string>& words, std::size_t at) {
    Bounds b;
    const std::string& w = words.at(at);
    if (w == "<=") {
        b.high = std::strtod(words.at(at + 1).c_str(), nullptr);
    } else if (w == ">=") {
        b.low = std::strtod(words.at(at + 1).c_str(), nullptr);
    } else {
        const std::size_t dots = w.find("..");
        b.low = std::strtod(w.substr(0, dots).c_str(), nullptr);
        b.high = std::strtod(w.substr(dots + 2).c_str(), nullptr);
    }
    return b;
}

class Judge {
  public:
    Judge(const Case& golden, const career::Engine& engine)
        : golden_(golden),
          catalog_(engine.catalog()),
          resume_(engine.read_resume(golden.resume, {0}, today)),
          job_(engine.read_job(golden.job, {0})),
          gap_(engine.gap(resume_, job_)) {}

    Verdict verdict(const Expectation& e) {
        Verdict v{&e, false, {}};
        const std::string& verb = e.words.at(0);
        if (verb == "held") v.met = held(e, v.why);
        if (verb == "not-held") v.met = not_held(e, v.why);
        if (verb == "asks") v.met = asks(e, v.why);
        if (verb == "asks-not") v.met = !named(e.words.at(1), true, v.why);
        if (verb == "status") v.met = status(e, v.why);
        if (verb == "evidence") v.met = evidence(e, v.why);
        if (verb == "occupation") v.met = occupation(e, v.why);
        if (verb == "score") {
            v.met = read_bounds(e.words, 1).has(gap_.score);
            v.why = fmt::format("score is {:.1f}", gap_.score);
        }
        return v;
    }

  private:
    /// Whether `wanted` is a name of the skill, exactly or (for positive expectations) as whole words inside
    /// one.
    [[nodiscard]] bool names(SkillId skill, const std::string& wanted, bool whole) const {
        const std::string key = text::normal_name(wanted);
        for (SkillId s : catalog_.lexicon().members(skill)) {
            const auto& row = catalog_.row(s);
            const auto& pack = catalog_.pack_of(s);
            if (fits(pack.text(row.name), key, whole)) return true;
            for (const auto& a :
                 pack.aliases().subspan(row.aliases.begin, row.aliases.end - row.aliases.begin)) {
                if (fits(pack.text(a.text), key, whole)) return true;
            }
        }
        return false;
    }

    static bool fits(std::string_view name, const std::string& key, bool whole) {
        const std::string normal = text::normal_name(name);
        if (normal == key) return true;
        return !whole && (" " + normal + " ").find(" " + key + " ") != std::string::npos;
    }

    [[nodiscard]] bool shown_by(const std::vector<Evidence>& all, const std::string& wanted,
                                bool whole) const {
        const std::string key = text::normal_name(wanted);
        return std::any_of(all.begin(), all.end(),
                           [&](const Evidence& e) { return fits(e.text, key, whole); });
    }

    [[nodiscard]] bool is(const career::Requirement& r, const std::string& wanted, bool whole) const {
        if (std::any_of(r.any_of.begin(), r.any_of.end(), [&](SkillId s) { return names(s, wanted, true); }))
            return true;
        if (shown_by(r.evidence, wanted, whole)) return true;
        if (whole) return text::normal_name(r.name) == text::normal_name(wanted);
        return fits(r.name, text::normal_name(wanted), whole) ||
               std::any_of(r.any_of.begin(), r.any_of.end(),
                           [&](SkillId s) { return names(s, wanted, false); });
    }

    std::vector<const RequirementResult*> results(const std::string& wanted, bool whole = false) {
        std::vector<const RequirementResult*> exact;
        std::vector<const RequirementResult*> loose;
        for (const auto& r : gap_.requirements) {
            if (is(r.requirement, wanted, true)) exact.push_back(&r);
            if (!whole && is(r.requirement, wanted, false)) loose.push_back(&r);
        }
        return exact.empty() ? loose : exact;
    }

    bool named(const std::string& wanted, bool whole, std::string& why) {
        const auto found = results(wanted, whole);
        if (!found.empty()) why = "required as “" + found.front()->requirement.name + "”";
        return !found.empty();
    }

    std::vector<const career::HeldSkill*> held_named(const std::string& wanted) {
        std::vector<const career::HeldSkill*> exact;
        std::vector<const career::HeldSkill*> loose;
        for (const auto& h : resume_.skills) {
            if (names(h.skill, wanted, true) || shown_by(h.evidence, wanted, true)) exact.push_back(&h);
            if (names(h.skill, wanted, false) || shown_by(h.evidence, wanted, false)) loose.push_back(&h);
        }
        return exact.empty() ? loose : exact;
    }

    bool held(const Expectation& e, std::string& why) {
        const std::string& name = e.words.at(1);
        const auto found = held_named(name);
        const std::string& how = e.words.at(2);
        if (how == "named") return !found.empty();
        if (how == "implied") {
            if (!found.empty()) return true;
            for (const auto* r : results(name)) {
                why = fmt::format("{} by {} at {:.2f}", career::to_string(r->status),
                                  career::to_string(r->support), r->certainty);
                if (r->status != career::Status::missing && r->support != career::Support::transfer)
                    return true;
            }
            if (why.empty()) why = "the job does not ask for it";
            return false;
        }
        const Bounds bounds = read_bounds(e.words, 3);
        for (const auto* h : found) {
            why = fmt::format("level is {:.2f}", h->level.value);
            if (bounds.has(h->level.value)) return true;
        }
        for (const auto* r : results(name)) {
            if (!r->held) continue;
            why = fmt::format("level is {:.2f}", r->held->value);
            if (bounds.has(r->held->value)) return true;
        }
        return false;
    }

    bool not_held(const Expectation& e, std::string& why) {
        for (const auto& h : resume_.skills) {
            if (!names(h.skill, e.words.at(1), true)) continue;
            why = "held by “" + h.evidence.front().text + "”";
            return false;
        }
        for (const auto* r : results(e.words.at(1), true)) {
            if (r->support != career::Support::named && r->support != career::Support::implied) continue;
            if (r->status == career::Status::missing) continue;
            // A group of alternatives may be met by another of them.
            if (r->held_skill != ontology::none && r->requirement.any_of.size() > 1 &&
                !names(r->held_skill, e.words.at(1), true))
                continue;
            why = fmt::format("{} by {}", career::to_string(r->status), career::to_string(r->support));
            if (!r->evidence.empty())
                why += " “" + r->evidence.front().text + "” " + r->evidence.front().because;
            return false;
        }
        return true;
    }

    bool asks(const Expectation& e, std::string& why) {
        const auto found = results(e.words.at(1));
        if (found.empty()) {
            why = "not asked for";
            return false;
        }
        if (e.words.size() < 3) return true;
        for (const auto* r : found) {
            if (e.words.at(2) == "level") {
                why = fmt::format("needed level is {:.2f}", r->requirement.needed.value);
                if (read_bounds(e.words, 3).has(r->requirement.needed.value)) return true;
            } else {
                why = std::string("it is ") + std::string(career::to_string(r->requirement.need));
                if (career::to_string(r->requirement.need) == e.words.at(2)) return true;
            }
        }
        return false;
    }

    bool status(const Expectation& e, std::string& why) {
        for (const auto* r : results(e.words.at(1))) {
            const std::string status(career::to_string(r->status));
            why = fmt::format("{} ({}, certainty {:.2f}, held {:.2f}, needed {:.2f})", status,
                              career::to_string(r->support), r->certainty, r->held ? r->held->value : 0.0,
                              r->requirement.needed.value);
            if (("|" + e.words.at(2) + "|").find("|" + status + "|") != std::string::npos) return true;
        }
        if (why.empty()) why = "not asked for";
        return false;
    }

    bool evidence(const Expectation& e, std::string& why) {
        const std::size_t at = golden_.resume.find(e.words.at(2));
        const std::size_t end = at + e.words.at(2).size();
        for (const auto* r : results(e.words.at(1))) {
            for (const auto& piece : r->evidence) {
                why += "“" + piece.text + "” ";
                if (at != std::string::npos && piece.begin < end && at < piece.end) return true;
            }
        }
        return false;
    }

    bool occupation(const Expectation& e, std::string& why) {
        if (!gap_.occupation) {
            why = "none found for “" + job_.title + "”";
            return false;
        }
        why =
            std::string(catalog_.occupation_code(gap_.occupation->occupation)) + " for “" + job_.title + "”";
        for (std::size_t i = 1; i < e.words.size(); ++i) {
            if (("|" + e.words[i] + "|")
                    .find("|" + std::string(catalog_.occupation_code(gap_.occupation->occupation)) + "|") !=
                std::string::npos) {
                return true;
            }
        }
        return false;
    }

    const Case& golden_;
    const ontology::Catalog& catalog_;
    career::Resume resume_;
    career::Job job_;
    career::GapReport gap_;
};

}  // namespace

std::vector<Verdict> judge(const Case& golden, const career::Engine& engine) {
    Judge judge(golden, engine);
    std::vector<Verdict> out;
    for (const Expectation& e : golden.expectations) out.push_back(judge.verdict(e));
    return out;
}

}  // namespace headway::golden
