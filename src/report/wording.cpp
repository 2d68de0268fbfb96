// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/wording.hpp"

#include "report/phrasing.hpp"
#include "report/quotation.hpp"

namespace headway::report {

std::string Wording::one_decimal(double v) const {
    return speech_->figure(report::one_decimal(v));
}

std::string Wording::two_decimals(double v) const {
    return speech_->figure(report::two_decimals(v));
}

std::string Wording::level(const WireLevel& level) const {
    return one_line(speech_->level(level.label)) + " " + one_decimal(level.value);
}

std::string Wording::month(std::string_view written) const {
    const std::size_t dash = written.find('-');
    if (dash == std::string_view::npos) return std::string(written);
    return fill(words_->month, written.substr(0, dash), written.substr(dash + 1));
}

}  // namespace headway::report
