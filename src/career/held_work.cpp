// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/held_work.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "career/occupation.hpp"
#include "ontology/title_ending.hpp"

namespace headway::career {
namespace {

/// From how sure on a part of a heading names work (title_certainty), and a line without dates: near the
/// name, and anywhere else, where most lines are about something else.
constexpr double fits_from = 0.35;
constexpr double sure_head_from = 0.45;
constexpr double sure_line_from = 0.9;
/// What is left of the certainty when no listed title ends in that word: "Millbrook Cross" is no title.
constexpr double odd_ending = 0.4;
constexpr double shown_from = 0.02;  ///< Less likely occupations are left out.
constexpr std::size_t most_occupations = 5;
constexpr std::size_t most_roles = 16;    ///< The first ones: résumés begin with what is recent.
constexpr std::size_t most_parts = 10;    ///< Of one heading.
constexpr std::size_t longest_part = 80;  ///< Bytes.
constexpr std::uint32_t head_lines = 6;
constexpr std::size_t most_undated = 3;
constexpr std::size_t longest_line = 90;  ///< Bytes of a line that may be a title without dates.
constexpr std::size_t longest_of_role = 6000;

/// Words before which a title ends: "Nurse with nine years", "Welder since 2016".
constexpr auto ending_words = std::to_array<std::string_view>(
    {"with", "since", "for", "at", "by", "behind", "from", "who", "then", "until", "till", "bei"});
/// Words of dates that are no part of a title.
constexpr auto date_words = std::to_array<std::string_view>(
    {"present",  "now",    "today",  "current", "currently", "to",        "date",    "until",
     "till",     "jan",    "feb",    "mar",     "apr",       "may",       "jun",     "jul",
     "aug",      "sep",    "sept",   "oct",     "nov",       "dec",       "january", "february",
     "march",    "april",  "june",   "july",    "august",    "september", "october", "november",
     "december", "spring", "summer", "autumn",  "winter",    "seit",      "heute"});

/// A stretch of tokens [first, end) that may name work.
struct Part {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
};

template <std::size_t n>
bool contains(const std::array<std::string_view, n>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool breaks(std::string_view between) {
    return between.find_first_of(",;:|()\n\t/") != std::string_view::npos ||
           between.find(" - ") != std::string_view::npos || between.find("–") != std::string_view::npos ||
           between.find("—") != std::string_view::npos || between.find("·") != std::string_view::npos ||
           between.find("•") != std::string_view::npos || between.find(". ") != std::string_view::npos;
}

std::string lower(std::string_view word) {
    std::string out(word);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

/// The parts of a heading between its separators, dates taken off.
std::vector<Part> parts_of(const Reading& r, std::uint32_t begin, std::uint32_t end) {
    const auto at = [&](std::uint32_t byte) {
        return static_cast<std::uint32_t>(
            std::lower_bound(r.tokens.begin(), r.tokens.end(), byte,
                             [](const text::Token& t, std::uint32_t b) { return t.begin < b; }) -
            r.tokens.begin());
    };
    std::vector<Part> out;
    Part open{at(begin), at(begin)};
    const auto close = [&] {
        if (open.end > open.first && out.size() < most_parts &&
            r.tokens[open.end - 1].end - r.tokens[open.first].begin <= longest_part)
            out.push_back(open);
    };
    for (std::uint32_t t = open.first, last = at(end); t < last; ++t) {
        const std::string word = lower(r.word(t));
        const bool apart = t > open.first && breaks(r.between(t - 1));
        const bool left_out =
            r.tokens[t].digit_first || contains(ending_words, word) || contains(date_words, word);
        if (apart || left_out) {
            close();
            open = {t, t};
        }
        open.end = left_out ? t : t + 1;
        if (left_out) open.first = open.end = t + 1;
    }
    close();
    return out;
}

/// Without those that are hardly likely.
std::vector<OccupationMatch> likely(std::vector<OccupationMatch> found) {
    std::erase_if(found, [](const OccupationMatch& m) { return m.confidence < shown_from; });
    return found;
}

/// How surely a text names work, 0–1: what the likeliest occupations share of the certainty, since "Staff
/// Nurse" is surely a title although several occupations list it; less when no listed title ends so.
double title_certainty(std::string_view text, const std::vector<OccupationMatch>& found,
                       const ontology::Catalog& catalog) {
    double sum = 0;
    for (const OccupationMatch& m : found) sum += m.confidence;
    const ontology::TitleModel* model = catalog.title_model();
    if (model == nullptr) return sum;
    const std::vector<ontology::TitleWord> words = ontology::read_title(text);
    const auto last = std::find_if(words.rbegin(), words.rend(), [](const ontology::TitleWord& w) {
        return w.part == ontology::TitlePart::work;
    });
    const bool usual = last != words.rend() && model->view().knows(ontology::last_word_feature(last->text));
    return usual ? sum : odd_ending * sum;
}

/// The part of a heading that most surely names work, by itself; `duties` then decide what it leaves open.
/// Without occupations when none is at least as sure as `least`.
HeldWork best_part(const Reading& r, const std::vector<Part>& parts, const Duties& duties, double least,
                   const ontology::Catalog& catalog) {
    HeldWork out;
    double best = least;
    for (const Part& p : parts) {
        const std::uint32_t begin = r.tokens[p.first].begin;
        const std::uint32_t end = r.tokens[p.end - 1].end;
        auto found = find_occupations(r.slice(begin, end), {}, most_occupations, catalog);
        const double certainty = title_certainty(r.slice(begin, end), found, catalog);
        if (found.empty() || certainty < best) continue;
        best = certainty + 1e-9;
        out.begin = begin;
        out.end = end;
        out.occupations = std::move(found);
    }
    if (!out.occupations.empty() && !duties.empty())
        out.occupations = find_occupations(r.slice(out.begin, out.end), duties, most_occupations, catalog);
    out.occupations = likely(std::move(out.occupations));
    return out;
}

/// The words of a role under its heading.
Duties duties_of(const Reading& r, const Role& role) {
    if (role.end_line <= role.first_line) return {};
    const std::size_t end =
        std::min<std::size_t>(r.lines[role.end_line - 1].end, role.heading_end + longest_of_role);
    const auto first = std::ranges::lower_bound(r.tokens, role.heading_end, {}, &text::Token::begin);
    const auto last = std::find_if(first, r.tokens.end(), [&](const text::Token& t) { return t.end > end; });
    return {r.text, {first, last}};
}

std::vector<HeldWork> dated_work(const Resume& resume, const ontology::Catalog& catalog) {
    std::vector<HeldWork> out;
    for (const Role& role : resume.roles) {
        if (role.study || role.until <= role.from) continue;
        const auto parts = parts_of(resume.reading, role.heading_begin, role.heading_end);
        const Duties duties = duties_of(resume.reading, role);
        HeldWork work = best_part(resume.reading, parts, duties, fits_from, catalog);
        if (work.occupations.empty()) {
            // Without a title the lines alone say what it was; they are much less sure.
            work.begin = role.heading_begin;
            work.end = role.heading_end;
            work.occupations = likely(find_occupations({}, duties, most_occupations, catalog));
        }
        if (work.occupations.empty()) continue;
        work.dated = true;
        work.from = role.from;
        work.until = role.until;
        work.present = role.present;
        work.weight =
            work_weight((role.until - role.from) / 12.0, std::max(resume.today - role.until, 0) / 12.0);
        out.push_back(std::move(work));
        if (out.size() == most_roles) break;
    }
    return out;
}

bool may_name_work(Section section) {
    return section == Section::other || section == Section::summary || section == Section::title ||
           section == Section::experience || section == Section::certificates;
}

/// Titles outside of the roles: beside or under the name, at the beginning of the summary, and where a line
/// is plainly one ("Registered Nurse (RN), State of Wexmoor").
std::vector<HeldWork> undated_work(const Resume& resume, const ontology::Catalog& catalog) {
    const Reading& r = resume.reading;
    std::vector<HeldWork> out;
    std::uint32_t seen = 0;
    for (std::uint32_t line = 0; line < r.lines.size() && out.size() < most_undated; ++line) {
        const text::Line& l = r.lines[line];
        if (role_of_line(resume.roles, line) != no_role || !may_name_work(r.line_sections[line])) continue;
        if (r.line_headings[line] || l.bullet || (seen >= head_lines && l.end - l.begin > longest_line))
            continue;
        auto parts = parts_of(r, l.begin, l.end);
        if (seen++ == 0 && !parts.empty()) parts.erase(parts.begin());  // The name.
        if (!parts.empty()) parts.resize(seen <= head_lines ? parts.size() : 1);
        HeldWork work =
            best_part(r, parts, {}, seen <= head_lines ? sure_head_from : sure_line_from, catalog);
        if (work.occupations.empty()) continue;
        const OccupationId first = work.occupations.front().occupation;
        if (std::ranges::any_of(out,
                                [&](const HeldWork& w) { return w.occupations.front().occupation == first; }))
            continue;
        work.weight = undated_weight;
        out.push_back(std::move(work));
    }
    return out;
}

}  // namespace

double work_weight(double years, double years_since) {
    return (1 - std::exp(-std::max(years, 0.0) / 2)) * std::exp2(-std::max(years_since, 0.0) / 8);
}

std::vector<HeldWork> find_held_work(const Resume& resume, const ontology::Catalog& catalog) {
    std::vector<HeldWork> out = undated_work(resume, catalog);
    auto dated = dated_work(resume, catalog);
    out.insert(out.end(), std::make_move_iterator(dated.begin()), std::make_move_iterator(dated.end()));
    std::ranges::stable_sort(out, {}, &HeldWork::begin);
    return out;
}

}  // namespace headway::career
