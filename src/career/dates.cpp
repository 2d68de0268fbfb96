// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/dates.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "base/hash.hpp"
#include "text/utf8.hpp"

namespace headway::career {
namespace {

constexpr int first_year = 1950;
constexpr int last_year = 2100;

std::optional<int> number(std::string_view word) {
    if (word.empty() || word.size() > 4) return std::nullopt;
    int n = 0;
    for (char c : word) {
        if (c < '0' || c > '9') return std::nullopt;
        n = n * 10 + (c - '0');
    }
    return n;
}

std::optional<int> year(std::string_view word) {
    const auto n = word.size() == 4 ? number(word) : std::nullopt;
    return n && *n >= first_year && *n <= last_year ? n : std::nullopt;
}

/// 1–12 for a month's name or abbreviation; seasons count as their first month.
std::optional<int> month_name(std::string_view word) {
    constexpr std::array<std::string_view, 12> names = {"january",   "february", "march",    "april",
                                                        "may",       "june",     "july",     "august",
                                                        "september", "october",  "november", "december"};
    const std::string w = text::fold(word);
    if (w.size() < 3) return std::nullopt;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == w ||
            (w.size() <= 4 && names[i].starts_with(w.substr(0, 3)) && (w.size() == 3 || w == "sept"))) {
            return static_cast<int>(i + 1);
        }
    }
    if (w == "spring") return 3;
    if (w == "summer") return 6;
    if (w == "autumn" || w == "fall") return 9;
    if (w == "winter") return 12;
    return std::nullopt;
}

bool is_present(std::string_view word) {
    constexpr std::array<std::string_view, 8> words = {"present", "current", "currently", "now",
                                                       "today",   "ongoing", "date",      "presently"};
    return std::find(words.begin(), words.end(), text::fold(word)) != words.end();
}

bool is_until(std::string_view word) {
    constexpr std::array<std::string_view, 5> words = {"to", "until", "till", "through", "thru"};
    return std::find(words.begin(), words.end(), text::fold(word)) != words.end();
}

bool has_dash(std::string_view gap) {
    return gap.size() <= 8 &&
           (gap.find('-') != std::string_view::npos || gap.find("–") != std::string_view::npos ||
            gap.find("—") != std::string_view::npos || gap.find("‒") != std::string_view::npos ||
            gap.find("−") != std::string_view::npos || gap.find("→") != std::string_view::npos);
}

/// Parts of a year in their middle month: "early 2019", "Q3 2021".
std::optional<int> part_of_year(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, int>, 7> parts = {
        {{"early", 2}, {"mid", 6}, {"late", 11}, {"q1", 2}, {"q2", 5}, {"q3", 8}, {"q4", 11}}};
    const std::string w = text::fold(word);
    for (const auto& [name, month] : parts) {
        if (name == w) return month;
    }
    return std::nullopt;
}

/// "19" behind the name of a month.
std::optional<int> short_year(std::string_view word) {
    const auto n = word.size() == 2 ? number(word) : std::nullopt;
    if (!n) return std::nullopt;
    return *n < 50 ? 2000 + *n : 1900 + *n;
}

/// Month and year of "01.2019", which is one word; also of what follows the day in "31.12.2019".
std::optional<std::pair<int, int>> dotted(std::string_view word) {
    const std::size_t dot = word.rfind('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const auto y = year(word.substr(dot + 1));
    std::string_view before = word.substr(0, dot);
    if (const std::size_t day = before.rfind('.'); day != std::string_view::npos)
        before.remove_prefix(day + 1);
    const auto m = before.size() <= 2 ? number(before) : std::nullopt;
    if (!y || !m || *m < 1 || *m > 12) return std::nullopt;
    return std::pair(*m, *y);
}

class DateReader {
  public:
    DateReader(const Reading& r, Month today) : r_(r), today_(today) {}

    std::vector<DateRange> run() {
        for (std::uint32_t t = 0; t < r_.tokens.size();) {
            const auto range = range_at(t);
            if (range) {
                out_.push_back(*range);
                t = range->first_token + range->token_count;
            } else {
                ++t;
            }
        }
        return std::move(out_);
    }

  private:
    struct Point {
        int year = 0;
        int month = 0;  ///< 0: not said
        std::uint32_t end = 0;
        bool short_year = false;  ///< "Mar 12", which may be a day
    };

    [[nodiscard]] bool same_line(std::uint32_t a, std::uint32_t b) const {
        return b < r_.tokens.size() && r_.line_of[a] == r_.line_of[b];
    }

    /// "March 2019", "Mar '19", "03/2019", "03.2019", "31.03.2019", "2019-03", "2019/03", "Q1 2019", "early
    /// 2019", "2019".
    [[nodiscard]] std::optional<Point> point_at(std::uint32_t t) const {
        if (t >= r_.tokens.size()) return std::nullopt;
        if (const auto y = r_.tokens[t].digit_first ? year(r_.word(t)) : std::nullopt) {
            // ISO "2019-03" only when nothing else could be meant.
            if (same_line(t, t + 1) && r_.between(t) == "-") {
                const auto m = number(r_.word(t + 1));
                if (m && r_.word(t + 1).size() == 2 && *m >= 1 && *m <= 12) return Point{*y, *m, t + 2};
            }
            if (same_line(t, t + 1) && r_.between(t) == "/") {
                const auto m = number(r_.word(t + 1));
                if (m && r_.word(t + 1).size() == 2 && *m >= 1 && *m <= 12) return Point{*y, *m, t + 2};
            }
            return Point{*y, 0, t + 1};
        }
        if (r_.tokens[t].digit_first) {
            if (const auto found = dotted(r_.word(t))) return Point{found->second, found->first, t + 1};
            // "31.12" "2019"
            if (same_line(t, t + 1) && r_.between(t) == "." &&
                r_.word(t).find('.') != std::string_view::npos) {
                const std::string whole(r_.slice(r_.tokens[t].begin, r_.tokens[t + 1].end));
                if (const auto found = dotted(whole)) return Point{found->second, found->first, t + 2};
            }
        }
        // What is no year itself needs a number behind it; few words have one.
        if (!same_line(t, t + 1) || !r_.tokens[t + 1].digit_first || !number(r_.word(t + 1)))
            return std::nullopt;
        const auto y = year(r_.word(t + 1));
        if (const auto m = month_name(r_.word(t))) {
            if (y) return Point{*y, *m, t + 2};
            // "March 12, 2019"
            if (same_line(t, t + 2) && year(r_.word(t + 2))) {
                return Point{*year(r_.word(t + 2)), *m, t + 3};
            }
            if (const auto s = short_year(r_.word(t + 1))) return Point{*s, *m, t + 2, true};
            return std::nullopt;
        }
        if (const auto m = part_of_year(r_.word(t)); m && y) return Point{*y, *m, t + 2};
        const auto m = number(r_.word(t));
        const std::string_view gap = r_.between(t);
        if (m && y && *m >= 1 && *m <= 12 && (gap == "/" || gap == "." || gap == "-"))
            return Point{*y, *m, t + 2};
        return std::nullopt;
    }

    /// "(2021 – )", "Mar 2021 -": a dash, and nothing behind it in its bracket or line.
    [[nodiscard]] bool left_open(std::uint32_t last) const {
        const text::Line& line = r_.lines[r_.line_of[last]];
        std::string_view rest = r_.slice(r_.tokens[last].end, line.end);
        const auto skip_blanks = [&] {
            while (!rest.empty() && (rest.front() == ' ' || rest.front() == '\t')) rest.remove_prefix(1);
        };
        skip_blanks();
        const std::size_t size = rest.starts_with("-") ? 1
                                 : rest.starts_with("–") || rest.starts_with("—")
                                     ? std::string_view("–").size()
                                     : 0;
        if (size == 0) return false;
        rest.remove_prefix(size);
        skip_blanks();
        return rest.empty() || rest.front() == ')' || rest.front() == ']';
    }

    [[nodiscard]] std::optional<DateRange> range_at(std::uint32_t t) const {
        const auto from = point_at(t);
        if (!from) return std::nullopt;
        const bool since = t > 0 && same_line(t - 1, t) && text::fold(r_.word(t - 1)) == "since";
        const std::uint32_t last = from->end - 1;
        std::uint32_t next = from->end;
        const bool open = !since && left_open(last);
        if (!since && !open) {
            if (!same_line(last, next)) return std::nullopt;
            if (is_until(r_.word(next))) {
                ++next;
            } else if (!has_dash(r_.between(last))) {
                return std::nullopt;
            }
        }
        Month until = 0;
        bool present = since || open;
        std::uint32_t end = from->end;
        if (!present) {
            if (next >= r_.tokens.size()) return std::nullopt;
            const auto to = point_at(next);
            const auto two = number(r_.word(next));
            if (is_present(r_.word(next))) {
                present = true;
                end = next + 1;
            } else if (to && from->short_year != to->short_year) {
                return std::nullopt;  // "March 12 – April 15, 2019": days
            } else if (to) {
                until = make_month(to->year, to->month == 0 ? 12 : to->month) + 1;
                // Two bare years of a job: the later counts as half, so that neighbouring jobs do not
                // overlap.
                if (to->month == 0 && from->month == 0 && to->year != from->year)
                    until = make_month(to->year, 7);
                end = to->end;
            } else if (two && r_.word(next).size() == 2) {
                until = make_month(from->year / 100 * 100 + *two, 7);
                end = next + 1;
            } else {
                return std::nullopt;
            }
        }
        DateRange range;
        range.first_token = since ? t - 1 : t;
        range.token_count = end - range.first_token;
        range.from = make_month(from->year, from->month == 0 ? (present ? 7 : 1) : from->month);
        if (from->month == 0 && !present && until - make_month(from->year, 1) > 12)
            range.from = make_month(from->year, 7);
        range.present = present || until > today_;
        range.until = range.present ? today_ : until;
        if (range.until <= range.from || range.until - range.from > 70 * 12) return std::nullopt;
        return range;
    }

    const Reading& r_;
    Month today_;
    std::vector<DateRange> out_;
};

std::optional<double> spelled(std::string_view word) {
    constexpr std::array<std::string_view, 21> words = {
        "zero",     "one",     "two",     "three",     "four",     "five",     "six",
        "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
    const std::string w = text::fold(word);
    const auto found = std::find(words.begin(), words.end(), w);
    if (found != words.end()) return static_cast<double>(found - words.begin());
    if (w == "several") return 3;
    const std::size_t dot = word.find('.');
    const auto whole = number(word.substr(0, dot));
    if (!whole || *whole > 60) return std::nullopt;
    if (dot == std::string_view::npos) return *whole;
    const auto tenth = number(word.substr(dot + 1));
    return tenth && word.size() == dot + 2 ? std::optional(*whole + *tenth / 10.0) : std::nullopt;
}

}  // namespace

std::vector<DateRange> find_date_ranges(const Reading& reading, Month today) {
    return DateReader(reading, today).run();
}

std::vector<StatedYears> find_stated_years(const Reading& r) {
    constexpr std::uint64_t year_key = hash64("year");
    constexpr std::uint64_t short_year_key = hash64("yr");
    constexpr std::uint64_t month_key = hash64("month");
    std::vector<StatedYears> out;
    for (std::uint32_t t = 1; t < r.tokens.size(); ++t) {
        const std::uint64_t unit = r.tokens[t].key;
        const bool years = unit == year_key || unit == short_year_key;
        const bool months = unit == month_key;
        if (!years && !months) continue;
        std::uint32_t first = t - 1;
        auto n = spelled(r.word(first));
        if (!n || r.between(first).find('\n') != std::string_view::npos) continue;
        // "3-5 years", "3 to 5 years": the smaller number.
        if (first > 0 && has_dash(r.between(first - 1)) && r.between(first - 1).size() <= 5) {
            if (const auto low = spelled(r.word(first - 1)); low && *low < *n) {
                n = low;
                --first;
            }
        } else if (first > 1 && text::fold(r.word(first - 1)) == "to") {
            if (const auto low = spelled(r.word(first - 2)); low && *low < *n) {
                n = low;
                first -= 2;
            }
        }
        // "18 years old" is an age.
        if (t + 1 < r.tokens.size()) {
            const std::string next = text::fold(r.word(t + 1));
            if (next == "old" || next == "ago" || next == "of" || next == "in") {
                if (next == "old" || next == "ago") continue;
                if (t + 2 < r.tokens.size() && text::fold(r.word(t + 2)) == "age") continue;
            }
        }
        out.push_back({first, t + 1 - first, months ? *n / 12.0 : *n});
    }
    return out;
}

}  // namespace headway::career
