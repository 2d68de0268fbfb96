// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"

namespace headway::boards {

/// Pay as the ad states it. What it does not state is absent: no currency is assumed, nor a period.
struct Salary {
    std::optional<double> min;  ///< Above 0; at least one of the two is there, min <= max.
    std::optional<double> max;
    std::optional<std::string> currency;  ///< Three capital letters.
    std::optional<std::string> period;    ///< hour, day, week, month, year
};

/// A job as a source gives it, every field clean: valid UTF-8 without control characters and markup, lengths
/// in code points.
struct FetchedJob {
    std::string source;
    std::string external_id;  ///< 1–300, the same whenever the source gives the job.
    std::string title;        ///< 1–200, one line
    std::string company;      ///< 0–200
    std::string location;     ///< 0–200
    bool remote = false;
    std::optional<std::string> job_type;  ///< full_time, part_time, contract, internship, temporary
    std::optional<std::string> url;       ///< http or https, at most 2,000 bytes
    std::optional<Salary> salary;
    std::optional<Date> posted_on;
    std::vector<std::string> tags;  ///< For finding; folded into nothing else.
    std::string description;        ///< 1–100,000; the shape of document::Document::text
};

/// Makes sure that a job is what FetchedJob promises: cuts what is too long. `invalid` says what is missing.
[[nodiscard]] Result<FetchedJob> settle(FetchedJob job);

/// Counts entries that could not be read, with their reasons.
class Refusals {
  public:
    void add(const std::string& reason);
    [[nodiscard]] std::size_t count() const { return count_; }
    /// "2 entries without a title; 1 entry without a text"; empty when there is none. At most four reasons.
    [[nodiscard]] std::string summary() const;
    void merge(const Refusals& other);

  private:
    struct Reason {
        std::string text;
        std::size_t count = 0;
    };
    std::vector<Reason> reasons_;
    std::size_t count_ = 0;
};

/// The text by which two ads are the same although they come from different places: words of title and
/// description in their normal form.
[[nodiscard]] std::string comparable_text(std::string_view title, std::string_view description);
/// Whether two locations do not contradict each other: one is empty, or its words are the beginning of the
/// other's.
[[nodiscard]] bool may_be_same_place(std::string_view a, std::string_view b);

}  // namespace headway::boards
