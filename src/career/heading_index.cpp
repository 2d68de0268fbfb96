// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/heading_index.hpp"

#include "career/headings.hpp"

namespace headway::career {

const HeadingIndex& heading_index() {
    static const HeadingIndex index = [] {
        HeadingIndex made;
        for (const Heading& h : headings) {
            const std::uint32_t phrase = made.builder.add(h.text);
            if (phrase == made.sections.size()) made.sections.push_back(h.section);
        }
        made.builder.finish();
        return made;
    }();
    return index;
}

}  // namespace headway::career
