// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>

namespace headway::document {

/// The name without its namespace prefix: prefixes are the author's choice.
[[nodiscard]] std::string_view local_name(const pugi::xml_node& node);
/// The value of the attribute with this local name, "" when there is none.
[[nodiscard]] std::string_view local_attribute(const pugi::xml_node& node, std::string_view name);
/// The first child element with this local name; a null node when there is none.
[[nodiscard]] pugi::xml_node local_child(const pugi::xml_node& node, std::string_view name);

/// What of a paragraph's look matters for plain text. Values of -1 are "not said".
struct ParagraphLook {
    int before = -1;  ///< twips of space above
    int after = -1;   ///< twips of space below
    std::string number_id;
    int number_level = -1;
    int outline = -1;  ///< 0 to 8 for headings
    int contextual = -1;
    int hidden = -1;
};

/// styles.xml and numbering.xml of a DOCX.
class DocxStyles {
  public:
    void read_styles(const pugi::xml_document& styles);
    void read_numbering(const pugi::xml_document& numbering);

    /// The look of a paragraph: its own properties over its style's, over the styles that one is based on,
    /// over the document's defaults.
    [[nodiscard]] ParagraphLook look(const pugi::xml_node& paragraph_properties) const;
    [[nodiscard]] bool is_list_item(const ParagraphLook& look) const;

  private:
    struct Style {
        ParagraphLook look;
        std::string based_on;
    };
    std::map<std::string, Style, std::less<>> styles_;
    ParagraphLook defaults_;
    std::string default_style_;
    std::map<std::string, std::string, std::less<>> abstract_of_;
    std::set<std::pair<std::string, int>> unmarked_;  ///< levels (of abstract lists) without bullet or number
};

}  // namespace headway::document
