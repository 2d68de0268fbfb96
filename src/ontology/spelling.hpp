// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace headway::ontology {

/// A name with the words spelt on the other side of the Atlantic: "crane operator license" of "crane operator
/// licence" and the other way round. Nothing where no word of it has two spellings. Knows the words in which
/// names of papers differ; letter case is kept of the first letter only.
[[nodiscard]] std::optional<std::string> other_spelling(std::string_view name);

}  // namespace headway::ontology
