// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "flows/advice_prompt.hpp"

namespace headway::flows {

/// An item in the model's order.
struct AdvisedItem {
    std::size_t item = 0;              ///< Place in the question's items.
    std::optional<std::string> words;  ///< Plain text of one line, at most 300 characters.
};

/// Something to learn from that a model proposes; nothing of it is known to be true.
struct ProposedItem {
    std::string title;
    std::string url;  ///< As proposable_address gives it.
    std::string publisher;
    std::string kind;
    double hours = 0;  ///< 0.5–200
    career::SkillId skill = ontology::none;
    std::size_t gap = 0;  ///< Place in the question's gaps.
};

struct Advice {
    std::vector<AdvisedItem>
        order;  ///< Every item once: those that the model named, then the others as before.
    std::vector<ProposedItem> proposals;
    std::size_t left_out = 0;  ///< Entries and proposals that do not count.
};

/// Whether an address, as normal_address gives it, is there already.
using IsThere = std::function<bool(const std::string&)>;

/// What of an answer counts: numbers that exist, each once, with their sentence; at most five proposals, each
/// for a skill of a gap, with an address that may be asked and is not there yet. `unavailable` for an answer
/// of another shape, or that names no item. Pure.
[[nodiscard]] Result<Advice> read_advice(const AdviceQuestion& question, const ontology::Catalog& catalog,
                                         const IsThere& is_there, std::string_view answer);

}  // namespace headway::flows
