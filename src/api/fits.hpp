// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "api/handler.hpp"
#include "store/jobs.hpp"

namespace headway::api {

/// How well jobs fit the person who asks, with one of their résumés.
class Fits {
  public:
    /// With this résumé or the default one; 404 when `resume_id` is none of theirs. Not to be called within a
    /// transaction.
    [[nodiscard]] static Answer<Fits> find(const Parts& parts, const std::string& caller,
                                           const std::optional<std::string>& resume_id);

    /// Nothing is known: of a change that has been made and whose answer cannot wait.
    [[nodiscard]] static Fits unknown(const Parts& parts) { return {parts, std::nullopt}; }

    /// 0–100, two decimals; none without a résumé that was read, or without requirements.
    [[nodiscard]] std::optional<double> of(const store::Job& job) const;
    [[nodiscard]] const std::optional<flows::Candidate>& candidate() const { return candidate_; }

  private:
    Fits(const Parts& parts, std::optional<flows::Candidate> candidate)
        : parts_(&parts), candidate_(std::move(candidate)) {}

    const Parts* parts_;
    std::optional<flows::Candidate> candidate_;
};

/// As fits and scores are shown.
[[nodiscard]] double two_decimals(double figure);

}  // namespace headway::api
