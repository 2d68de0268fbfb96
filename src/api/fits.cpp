// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/fits.hpp"

#include <cmath>

namespace headway::api {

Answer<Fits> Fits::find(const Parts& parts, const std::string& caller,
                        const std::optional<std::string>& resume_id) {
    auto candidate = parts.ranking.find_candidate(caller, resume_id);
    if (!candidate) return pass_on(candidate);
    return Fits(parts, std::move(*candidate));
}

std::optional<double> Fits::of(const store::Job& job) const {
    if (!candidate_ || job.requirements == 0) return std::nullopt;
    const auto fit = parts_->ranking.fits(*candidate_, std::span(&job.id, 1)).front();
    return fit ? std::optional(two_decimals(*fit)) : std::nullopt;
}

double two_decimals(double figure) {
    return std::round(figure * 100) / 100;
}

}  // namespace headway::api
