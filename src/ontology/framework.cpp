// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/framework.hpp"

#include <array>
#include <cstddef>

namespace headway::ontology {
namespace {

constexpr std::array<std::string_view, 9> kinds = {
    "tool",   "programming_language", "knowledge", "skill", "soft", "certificate",
    "degree", "human_language",       "group"};

}  // namespace

std::string_view to_string(Kind kind) {
    const auto i = static_cast<std::size_t>(kind);
    return i < kinds.size() ? kinds[i] : std::string_view("?");
}

std::optional<Kind> kind_from(std::string_view name) {
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (kinds[i] == name) return static_cast<Kind>(i);
    }
    return std::nullopt;
}

}  // namespace headway::ontology
