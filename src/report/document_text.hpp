// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "career/engine.hpp"

/// A document's text with everything that was seen in it, as the API shows it. Offsets count bytes.
namespace headway::report {

struct WirePage {
    std::uint32_t number = 1;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};
BOOST_DESCRIBE_STRUCT(WirePage, (), (number, begin, end))

struct WireSection {
    std::string name;
    std::uint32_t start = 0;
    std::uint32_t end = 0;
};
BOOST_DESCRIBE_STRUCT(WireSection, (), (name, start, end))

struct WireMention {
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    std::uint32_t page = 1;
    std::string text;
    std::string skill_id;
    std::string skill_name;
    std::string shows;
    std::string stance;
    double certainty = 1;
    bool by_person = false;
};
BOOST_DESCRIBE_STRUCT(WireMention, (),
                      (start, end, page, text, skill_id, skill_name, shows, stance, certainty, by_person))

struct WireDocumentText {
    std::string format;
    std::string text;
    std::vector<WirePage> pages;
    std::vector<WireSection> sections;
    std::vector<WireMention> mentions;
    std::vector<std::string> warnings;
};
BOOST_DESCRIBE_STRUCT(WireDocumentText, (), (format, text, pages, sections, mentions, warnings))

struct TextSource {
    const ontology::Catalog& catalog;
    const career::Reading& reading;
    const career::Found& found;
    const career::PageStarts& pages;
    std::string format;
    std::vector<std::string> warnings;
    /// Spellings that the person confirmed; mentions by them are marked.
    std::span<const career::AliasCorrection> aliases;
};

[[nodiscard]] WireDocumentText make_document_text(const TextSource& source);

}  // namespace headway::report
