// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/prompt_data.hpp"

#include <algorithm>

namespace headway::flows {
namespace {

/// Addresses of mail stay here: each becomes as many stars.
void mask_addresses(std::string& text) {
    constexpr std::string_view ends = " \t\r\n<>()[]\"',;";
    for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@', at + 1)) {
        const std::size_t before = text.find_last_of(ends, at);
        const std::size_t begin = before == std::string::npos ? 0 : before + 1;
        const std::size_t end = std::min(text.find_first_of(ends, at), text.size());
        if (begin == at || end == at + 1) continue;
        std::fill(text.begin() + static_cast<std::ptrdiff_t>(begin),
                  text.begin() + static_cast<std::ptrdiff_t>(end), '*');
    }
}

}  // namespace

std::string as_data(std::string text, std::string_view name) {
    mask_addresses(text);
    const std::string begin = "BEGIN " + std::string(name);
    const std::string end = "END " + std::string(name);
    // The end is where we put it.
    for (const std::string& mark : {end, begin}) {
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
            text.replace(at, mark.size(), std::string(mark.size(), '-'));
    }
    return begin + "\n" + text + "\n" + end;
}

}  // namespace headway::flows
