// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/file_store.hpp"

#include <algorithm>

namespace headway::files {

Result<void> check_key(std::string_view key) {
    const bool sound = !key.empty() && key.size() < 200 && key.front() != '/' && key.back() != '/' &&
                       key.find("//") == std::string_view::npos &&
                       std::ranges::all_of(
                           key,
                           [](char c) {
                               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                      (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '/';
                           });
    if (!sound) return fail(ErrorCode::internal, "a key of the file store has characters it must not have");
    return {};
}

}  // namespace headway::files
