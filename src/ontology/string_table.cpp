// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/string_table.hpp"

#include <algorithm>
#include <numeric>

namespace headway::ontology {

void StringTable::add(std::string_view text) {
    const auto [at, is_new] = places_.try_emplace(text, static_cast<std::uint32_t>(texts_.size()));
    if (!is_new) return;
    texts_.push_back(at->first);
    has_nul_ = has_nul_ || text.find('\0') != std::string_view::npos;
}

void StringTable::lay_out() {
    add("");
    std::vector<std::uint32_t> by_tail(texts_.size());
    std::iota(by_tail.begin(), by_tail.end(), 0U);
    std::ranges::sort(by_tail, [&](std::uint32_t a, std::uint32_t b) {
        return std::lexicographical_compare(texts_[a].rbegin(), texts_[a].rend(), texts_[b].rbegin(),
                                            texts_[b].rend());
    });
    // In this order every text that ends with t directly follows t, so the last of a run owns the bytes of
    // all.
    std::vector<std::uint32_t> owner(texts_.size());
    for (std::size_t i = by_tail.size(); i-- > 0;) {
        const std::uint32_t me = by_tail[i];
        owner[me] = me;
        if (i + 1 < by_tail.size() && texts_[by_tail[i + 1]].ends_with(texts_[me]))
            owner[me] = owner[by_tail[i + 1]];
    }
    bytes_.assign(1, '\0');
    std::vector<std::uint32_t> offset(texts_.size(), 0);
    for (std::uint32_t i = 0; i < texts_.size(); ++i) {
        if (owner[i] != i || texts_[i].empty()) continue;
        offset[i] = static_cast<std::uint32_t>(bytes_.size());
        bytes_.append(texts_[i]);
        bytes_.push_back('\0');
    }
    for (auto& [text, place] : places_) {
        const std::uint32_t o = owner[place];
        place = text.empty() ? 0 : offset[o] + static_cast<std::uint32_t>(texts_[o].size() - text.size());
    }
}

std::uint32_t StringTable::at(std::string_view text) const {
    return places_.at(text);
}

}  // namespace headway::ontology
