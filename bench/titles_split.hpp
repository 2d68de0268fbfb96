// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/title_trainer.hpp"

namespace headway::bench {

/// A title to ask, and every occupation that lists it (in any of its spellings).
struct TitleQuestion {
    std::string title;
    std::set<std::uint32_t> right;
};

/// The words of a title without noise, sorted: titles that share it are near-duplicates.
[[nodiscard]] std::string word_key(std::string_view title);

struct TitleSplit {
    std::vector<ontology::TitleExample> train;
    std::vector<TitleQuestion> inner;     ///< For choosing figures; in train unless asked otherwise.
    std::vector<TitleQuestion> held_out;  ///< For the report only.
    std::size_t groups = 0;
    std::size_t largest_group = 0;
};

enum class InnerSide { in_train, apart };

/// Near-duplicates share a side: the same set of words without noise, one letter more, less or other in it,
/// or one word more than another title of at least three words. 20 % of the groups are held out, 12 % are the
/// inner part; names of occupations are always in train. The same pack gives the same split.
[[nodiscard]] TitleSplit split_titles(std::span<const ontology::TitleExample> all, InnerSide inner);

}  // namespace headway::bench
