// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/answer.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <initializer_list>
#include <utility>

#include "report/markdown_text.hpp"
#include "report/phrasing.hpp"
#include "text/tokens.hpp"

namespace headway::report {
namespace {

constexpr std::size_t most_listed = 5;
constexpr std::size_t most_quotes = 2;

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> out;
    for (const text::Token& t : text::tokenize(text))
        out.push_back(text::normal_form(text.substr(t.begin, t.end - t.begin)));
    return out;
}

bool has(const std::vector<std::string>& words, std::initializer_list<std::string_view> any) {
    return std::ranges::any_of(any, [&](std::string_view w) {
        return std::ranges::find(words, text::normal_form(w)) != words.end();
    });
}

/// The requirement whose whole name the question holds, the longest name winning; null when it holds none.
const WireRequirement* named_in(const std::vector<std::string>& words, const WireReport& report) {
    const WireRequirement* best = nullptr;
    std::size_t most = 0;
    const auto holds = [&](std::string_view name) {
        const auto wanted = words_of(name.substr(0, name.find(" (")));
        if (wanted.empty() || wanted.size() <= most) return std::size_t{0};
        return std::ranges::search(words, wanted).empty() ? 0 : wanted.size();
    };
    for (const WireRequirement& r : report.requirements) {
        std::size_t length = holds(r.name);
        for (const WireSkillRef& any : r.any_of) length = std::max(length, holds(any.name));
        if (length <= most) continue;
        most = length;
        best = &r;
    }
    return best;
}

/// Answers in one language.
class Speaker {
  public:
    explicit Speaker(std::string_view language) : in_(language), w_(answer_words(in_.speech().code())) {}

    [[nodiscard]] std::string on_requirement(const WireRequirement& r) const;
    [[nodiscard]] std::string what_first(const AnswerSource& s) const;
    [[nodiscard]] std::string how_far(const AnswerSource& s) const;
    [[nodiscard]] std::string what_speaks(const WireReport& report) const;

  private:
    template <class... Args>
    static std::string say(std::string_view sentence, Args&&... args) {
        return fmt::format(fmt::runtime(sentence), std::forward<Args>(args)...);
    }
    [[nodiscard]] std::string level(const WireLevel& l) const { return markdown_text(in_.level(l)); }
    [[nodiscard]] std::string_view status(const WireRequirement& r) const {
        return r.status == "matched" ? w_.matched : r.status == "weak" ? w_.weak : w_.missing;
    }
    [[nodiscard]] std::string one(double figure) const { return in_.one_decimal(figure); }
    [[nodiscard]] std::string two(double figure) const { return in_.two_decimals(figure); }

    Wording in_;
    const AnswerWords& w_;
};

std::string quotes(std::string_view lead, const std::vector<WireEvidence>& evidence) {
    std::string out;
    for (std::size_t i = 0; i < std::min(evidence.size(), most_quotes); ++i)
        out += fmt::format("> {}: “{}”\n>\n", lead, markdown_text(evidence[i].text));
    if (!out.empty()) out.erase(out.size() - 2);
    return out;
}

std::string Speaker::on_requirement(const WireRequirement& r) const {
    std::string out = say(w_.requirement, markdown_text(r.name), status(r), level(r.needed));
    if (r.held) {
        out += say(w_.held, level(*r.held));
        if (const std::string how = markdown_text(support_words(in_, r)); !how.empty())
            out += " (" + how + ")";
        out += ".";
    } else {
        out += w_.not_held;
    }
    if (r.within_noise) out += w_.noise;
    out += "\n\n" + say(w_.gives, one(r.points), one(r.points + r.gain), two(r.weight), two(r.coverage));
    if (r.gain > 0) out += say(w_.closing, one(r.gain));
    out += "\n\n" + quotes(w_.the_job, r.job_evidence) + quotes(w_.your_resume, r.resume_evidence);
    if (r.resume_evidence.empty()) out += "\n" + std::string(w_.say_so);
    return out;
}

std::string Speaker::what_first(const AnswerSource& s) const {
    const WireReport& report = *s.report;
    std::string out;
    std::size_t n = 0;
    for (const Numbered& item : by_gain(report)) {
        const WireRequirement& r = *item.requirement;
        if (r.gain <= 0 || n == most_listed) break;
        out += say(w_.open_item, ++n, markdown_text(r.name), one(r.gain),
                   r.held ? level(*r.held) : std::string(w_.nothing_shown), level(r.needed)) +
               "\n";
    }
    if (n == 0) return std::string(w_.no_gap);
    out = say(w_.by_gain, no_decimals(report.score)) + "\n\n" + out + "\n";
    if (s.learning.empty()) return out + std::string(w_.plan_proposes);
    const LearningHint& first = s.learning.front();
    return out + say(w_.best_hour, markdown_link(first.title, first.url), one(first.hours), one(first.gain),
                     markdown_text(first.skill_name));
}

std::string Speaker::how_far(const AnswerSource& s) const {
    const WireReport& report = *s.report;
    const auto all = by_gain(report);
    const auto count = [&](std::string_view status) { return with_status(all, status).size(); };
    return say(w_.how_far, markdown_text(s.resume_name), no_decimals(report.score),
               markdown_text(s.job_title), interval_words(in_, report), count("matched"), count("weak"),
               count("missing"), counted(report.requirements.size(), in_->one_requirement, in_->requirements),
               markdown_text(best_step(in_, report)), score_equation(in_, report));
}

std::string Speaker::what_speaks(const WireReport& report) const {
    auto all = by_gain(report);
    std::ranges::stable_sort(all, std::ranges::greater(),
                             [](const Numbered& n) { return n.requirement->points; });
    std::string out;
    std::size_t n = 0;
    for (const Numbered& item : all) {
        const WireRequirement& r = *item.requirement;
        if (r.status != "matched" || n == most_listed) continue;
        ++n;
        out += say(w_.speaks_item, markdown_text(r.name), one(r.points));
        if (!r.resume_evidence.empty())
            out += fmt::format(": “{}”", markdown_text(r.resume_evidence[0].text));
        out += "\n";
    }
    if (n == 0) return std::string(w_.nothing_speaks);
    return std::string(w_.speaks) + "\n\n" + out;
}

}  // namespace

std::string answer(std::string_view question, const AnswerSource& s) {
    const AnswerWords& w = answer_words(s.language);
    if (s.report == nullptr) return std::string(w.no_report);
    const Speaker speaker(s.language);
    const auto words = words_of(question);
    if (const WireRequirement* r = named_in(words, *s.report)) return speaker.on_requirement(*r);
    if (has(words,
            {"learn", "start", "first", "next", "study", "course", "improve", "close", "lernen", "lerne",
             "anfangen", "beginnen", "zuerst", "erstes", "nächstes", "kurs", "verbessern", "schließen"}))
        return speaker.what_first(s);
    if (has(words, {"strong", "strength", "strengths", "speaks", "good", "matched", "have", "stark", "stärke",
                    "stärken", "spricht", "gut", "erfüllt", "habe"}))
        return speaker.what_speaks(*s.report);
    if (has(words, {"far",     "score",    "fit",   "ready",  "distance", "gap",    "missing",
                    "weak",    "lack",     "weit",  "punkte", "punkten",  "passe",  "bereit",
                    "abstand", "entfernt", "lücke", "lücken", "fehlt",    "fehlen", "schwach"}))
        return speaker.how_far(s);
    const std::string_view why = s.why == WithoutModel::silent      ? w.silent
                                 : s.why == WithoutModel::not_asked ? w.not_asked
                                                                    : w.none_set_up;
    return fmt::format(fmt::runtime(w.what_can_be_asked), why);
}

}  // namespace headway::report
