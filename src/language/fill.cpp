// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/fill.hpp"

#include <algorithm>

namespace headway::language {

std::string fill(std::string_view sentence, const Values& values) {
    std::string out;
    while (true) {
        const std::size_t open = sentence.find('{');
        const std::size_t close = sentence.find('}', std::min(open, sentence.size()));
        if (close == std::string_view::npos) return out.append(sentence);
        const std::string_view name = sentence.substr(open + 1, close - open - 1);
        const auto found = std::ranges::find(values, name, [](const auto& v) { return v.first; });
        out.append(sentence.substr(0, found == values.end() ? close + 1 : open));
        if (found != values.end()) out += found->second;
        sentence.remove_prefix(close + 1);
    }
}

}  // namespace headway::language
