// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/sentences.hpp"
#include "text/tokens.hpp"

namespace headway::career {

/// What a part of a résumé or a job ad is about. One list for both: the words that head them overlap.
enum class Section : std::uint8_t {
    other,
    title,  ///< first line of a job ad
    summary,
    objective,  ///< what the person wants, not what they have
    experience,
    skills,
    education,
    projects,
    certificates,
    languages,
    interests,
    references,
    about,  ///< the employer
    duties,
    requirements,
    nice_to_have,
    benefits,
    equal_opportunity,
    apply,  ///< how to apply, place, date, pay
};

[[nodiscard]] std::string_view to_string(Section section);

enum class DocumentKind : std::uint8_t { resume, job };

/// What find_sections() says of a line.
struct SectionedLine {
    Section section = Section::other;
    bool heading = false;  ///< It only heads what follows and says nothing itself.
};

/// The section of each line. A heading starts a section that lasts until the next; "Skills: Python, SQL"
/// heads its own paragraph only. In a job ad the first line is the title. Same length as `lines`.
[[nodiscard]] std::vector<SectionedLine> find_sections(std::string_view s,
                                                       const std::vector<text::Line>& lines,
                                                       const std::vector<text::Token>& tokens,
                                                       DocumentKind kind);

}  // namespace headway::career
