// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "report/html_highlights.hpp"
#include "report/phrasing.hpp"
#include "report/quotation.hpp"

namespace headway::report {

/// The sentences of both documents.
struct BothSentences {
    Sentences resume;
    Sentences job;
};

/// One requirement: name, remarks, levels, what it is worth, the evidence of both sides, why the figures are
/// what they are.
[[nodiscard]] std::string requirement_card(const Wording& in, const Numbered& n,
                                           const BothSentences& sentences);

/// A sentence with its evidence marked, why it counts, and a link to its place in the full text.
[[nodiscard]] std::string passage_quote(const Wording& in, const Passage& passage, Side side,
                                        const Sentences& sentences, const std::string& because);

}  // namespace headway::report
