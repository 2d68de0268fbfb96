// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "document/docx_styles.hpp"
#include "document/text_writer.hpp"

namespace headway::document {

/// Walks the blocks of a DOCX part (body, header, footer, note) and writes their text.
class DocxBody {
  public:
    DocxBody(const DocxStyles& styles, std::size_t text_limit) : styles_(styles), limit_(text_limit) {}

    /// The paragraphs and tables under `parent`, in order.
    void blocks(const pugi::xml_node& parent, TextWriter& out);

    [[nodiscard]] bool too_deep() const { return too_deep_; }
    [[nodiscard]] bool too_long() const { return too_long_; }
    [[nodiscard]] bool has_deletions() const { return has_deletions_; }
    [[nodiscard]] bool has_embedded_part() const { return has_embedded_part_; }
    /// Relationship ids of headers and footers in the order met.
    [[nodiscard]] const std::vector<std::string>& headers() const { return headers_; }
    [[nodiscard]] const std::vector<std::string>& footers() const { return footers_; }
    /// Ids of the notes that the text refers to, in order.
    [[nodiscard]] const std::vector<std::string>& footnotes() const { return footnotes_; }
    [[nodiscard]] const std::vector<std::string>& endnotes() const { return endnotes_; }

  private:
    void block(const pugi::xml_node& node, TextWriter& out);
    void paragraph(const pugi::xml_node& node, TextWriter& out);
    void space_before(const ParagraphLook& look, std::string_view style, bool item, TextWriter& out);
    void table(const pugi::xml_node& node, TextWriter& out);
    void row(const pugi::xml_node& node, TextWriter& out);
    void gather_cells(const pugi::xml_node& row, std::vector<pugi::xml_node>& cells);
    void inlines(const pugi::xml_node& parent, TextWriter& out);
    void inline_node(const pugi::xml_node& node, TextWriter& out);
    void symbol(const pugi::xml_node& node, TextWriter& out);
    void section(const pugi::xml_node& properties);

    const DocxStyles& styles_;
    std::size_t limit_;
    int depth_ = 0;
    int in_table_ = 0;
    std::vector<pugi::xml_node> text_boxes_;  ///< of the paragraph being read
    int space_after_ = 0;                     ///< twips below the paragraph before
    std::string style_before_;
    bool item_before_ = false;
    bool too_deep_ = false;
    bool too_long_ = false;
    bool has_deletions_ = false;
    bool has_embedded_part_ = false;
    std::vector<std::string> headers_, footers_, footnotes_, endnotes_;
};

}  // namespace headway::document
