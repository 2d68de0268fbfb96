// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "career/alternatives.hpp"
#include "career/job.hpp"

namespace headway::career {

/// Words for what certifies somebody ("licence", "diploma"), where a requirement names a field beside one of
/// them: "level 3 qualification in childcare", "crane operator license", "licensed optician" ask for the
/// paper. Then `out` takes the ad's words as its name and evidence and the field covers it in part only; of
/// "degree in quantity surveying" the field becomes part of what is shown. Else `out` stays as it is.
/// `mentions` are those of the sentence, `group` the ones that `out` was made of.
void widen_paper(const Job& job, std::span<const Mention> mentions, const AlternativeGroup& group,
                 const ontology::Catalog& catalog, Requirement& out);

}  // namespace headway::career
