// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "report/render.hpp"

/// A small report with its texts, for the tests of this folder. It has every status, support and flag.
namespace headway::report::example {

inline constexpr std::string_view resume_text =
    "Imogen Varga-Tolland\n\nEXPERIENCE\n• Built the seat reservation API in Java for nine ferry companies.\n"
    "• Wrote the GitLab pipelines that build, scan and ship all services.\n"
    "• Rewrote the tax module with unit tests first.\n\fSKILLS\nJava (expert), SQL (advanced), Hungarian\n"
    "I have not run Kubernetes in production. Currently learning Rust.\n";
inline constexpr std::string_view job_text =
    "Senior Backend Engineer\n\nWhat we ask for\n• 5+ years of professional experience with Java\n"
    "• Continuous integration and automated testing\n• Kubernetes in production\n\nNice to have\n• Go or "
    "Rust\n";
inline constexpr Texts texts{resume_text, job_text};

/// The n-th place (from 0) of `words` in `text`; words that are not there give offsets that fit nothing.
[[nodiscard]] WireEvidence evidence(std::string_view text, std::string_view words, int n = 0);
[[nodiscard]] WireLevel level(double value);
[[nodiscard]] WireSkillRef skill(std::string name);
/// A requirement of which nothing is held; points and gain stay 0.
[[nodiscard]] WireRequirement requirement(std::string name, std::string status, double weight,
                                          double coverage, std::string_view asked);

/// Five requirements; score, points and gains as the engine takes them from weights and coverages.
[[nodiscard]] WireReport report();

/// What a document may contain to break a format: escapes, markup, links, reordering, bytes that are no
/// UTF-8.
inline constexpr std::string_view hostile =
    "\x1b[31mred\x1b]0;title\x07 <script>alert(1)</script> \"quoted' & | pipe `code` "
    "[x](javascript:alert(1)) "
    "http://evil.example www.evil.example a@b.example **bold** \xE2\x80\xAEreversed \x9b"
    "31m \xff\xfe\r\n\t日本語 end";
inline constexpr Texts hostile_texts{hostile, hostile};

/// report() in which every text is hostile; its evidence lies in hostile_texts.
[[nodiscard]] WireReport hostile_report();

}  // namespace headway::report::example
