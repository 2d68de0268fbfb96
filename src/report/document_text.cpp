// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/document_text.hpp"

#include <algorithm>

#include "report/report.hpp"
#include "text/tokens.hpp"

namespace headway::report {
namespace {

std::vector<WirePage> pages_of(const TextSource& s) {
    std::vector<WirePage> out;
    const auto size = static_cast<std::uint32_t>(s.reading.text.size());
    for (std::size_t i = 0; i < s.pages.size(); ++i) {
        const std::uint32_t end = i + 1 < s.pages.size() ? s.pages[i + 1] : size;
        out.push_back({static_cast<std::uint32_t>(i + 1), s.pages[i], end});
    }
    return out;
}

/// Runs of lines of one section.
std::vector<WireSection> sections_of(const career::Reading& r) {
    std::vector<WireSection> out;
    for (std::size_t i = 0; i < r.lines.size(); ++i) {
        const std::string name(career::to_string(r.line_sections[i]));
        const bool goes_on = !out.empty() && out.back().name == name && !r.line_headings[i];
        if (goes_on) {
            out.back().end = r.lines[i].end;
        } else {
            out.push_back({name, r.lines[i].begin, r.lines[i].end});
        }
    }
    return out;
}

bool confirmed(const TextSource& s, const career::Mention& m) {
    const std::string words = text::normal_name(s.reading.slice(m.begin, m.end));
    return std::any_of(s.aliases.begin(), s.aliases.end(), [&](const career::AliasCorrection& a) {
        return a.confirmed && a.skill == m.skill && text::normal_name(a.alias) == words;
    });
}

}  // namespace

WireDocumentText make_document_text(const TextSource& s) {
    WireDocumentText out;
    out.format = s.format;
    out.text = s.reading.text;
    out.pages = pages_of(s);
    out.sections = sections_of(s.reading);
    out.warnings = s.warnings;
    for (const career::Mention& m : s.found.mentions) {
        const auto wire = make_evidence(
            career::make_evidence(s.reading, s.pages, m.first_token, m.token_count, m.shows, m.confidence));
        out.mentions.push_back({wire.start, wire.end, wire.page, wire.text,
                                std::string(s.catalog.id(m.skill)), std::string(s.catalog.name(m.skill)),
                                wire.shows, std::string(stance_name(m.stance)), wire.certainty,
                                confirmed(s, m)});
    }
    return out;
}

}  // namespace headway::report
