// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/docx_body.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "document/charset.hpp"

namespace headway::document {
namespace {

/// Deeper documents are made to hurt, not to be read.
constexpr int max_depth = 160;
/// Different headers or footers of one document.
constexpr std::size_t max_margins = 64;
/// Twips of space between paragraphs from which they look apart (4 points).
constexpr int visible_space = 80;

class Depth {
  public:
    explicit Depth(int& depth) : depth_(depth) { ++depth_; }
    Depth(const Depth&) = delete;
    Depth& operator=(const Depth&) = delete;
    ~Depth() { --depth_; }

  private:
    int& depth_;
};

/// The branch of mc:AlternateContent to read: the first choice, since the fallback repeats the same text.
pugi::xml_node chosen_branch(const pugi::xml_node& alternate) {
    if (const auto choice = local_child(alternate, "Choice")) return choice;
    return local_child(alternate, "Fallback");
}

bool is_removed(std::string_view name) {
    return name == "del" || name == "moveFrom";
}

/// Elements of which nothing is text for the reader.
bool is_silent(std::string_view name) {
    return name == "pPr" || name == "rPr" || name == "instrText" || name == "delText" ||
           name == "delInstrText" || name == "fldData" || name == "sdtPr" || name == "commentReference" ||
           name == "rt";
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (end > 0) lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// Characters of the Symbol font that mean something in a résumé or a job.
char32_t symbol_font(char32_t c) {
    switch (c & 0xFFU) {
        case 0x61:
            return 0x3B1;
        case 0x62:
            return 0x3B2;
        case 0x6D:
            return 0xB5;
        case 0xA3:
            return 0x2264;
        case 0xAE:
            return 0x2192;
        case 0xB0:
            return 0xB0;
        case 0xB1:
            return 0xB1;
        case 0xB3:
            return 0x2265;
        default:
            return 0xF000U | (c & 0xFFU);
    }
}

}  // namespace

void DocxBody::blocks(const pugi::xml_node& parent, TextWriter& out) {
    const Depth depth(depth_);
    if (depth_ > max_depth) {
        too_deep_ = true;
        return;
    }
    for (const pugi::xml_node& node : parent.children()) {
        if (out.full()) too_long_ = true;
        if (too_deep_ || too_long_) return;
        block(node, out);
    }
}

void DocxBody::block(const pugi::xml_node& node, TextWriter& out) {
    const std::string_view name = local_name(node);
    if (name == "p") return paragraph(node, out);
    if (name == "tbl") return table(node, out);
    if (name == "sectPr") return section(node);
    if (name == "sdt") return blocks(local_child(node, "sdtContent"), out);
    if (name == "AlternateContent") return blocks(chosen_branch(node), out);
    if (is_removed(name)) {
        has_deletions_ = true;
        return;
    }
    if (name == "altChunk") {
        has_embedded_part_ = true;
        return;
    }
    if (name == "customXml" || name == "ins" || name == "moveTo" || name == "smartTag") blocks(node, out);
}

void DocxBody::section(const pugi::xml_node& properties) {
    for (const pugi::xml_node& child : properties.children()) {
        const std::string_view name = local_name(child);
        if (name != "headerReference" && name != "footerReference") continue;
        const std::string id(local_attribute(child, "id"));
        auto& list = name == "headerReference" ? headers_ : footers_;
        if (list.size() < max_margins && std::ranges::find(list, id) == list.end()) list.push_back(id);
    }
}

void DocxBody::space_before(const ParagraphLook& look, std::string_view style, bool item, TextWriter& out) {
    const bool same_style = look.contextual == 1 && style == style_before_;
    const int space = same_style ? 0 : std::max(space_after_, look.before);
    const bool apart =
        in_table_ == 0 && !(item && item_before_) && (space >= visible_space || look.outline >= 0);
    if (apart) {
        out.paragraph_break();
    } else {
        out.line_break();
    }
}

void DocxBody::paragraph(const pugi::xml_node& node, TextWriter& out) {
    const pugi::xml_node properties = local_child(node, "pPr");
    const ParagraphLook look = styles_.look(properties);
    const std::string style(local_attribute(local_child(properties, "pStyle"), "val"));
    if (const auto section_end = local_child(properties, "sectPr")) section(section_end);
    const bool item = styles_.is_list_item(look);

    TextWriter line(limit_);
    std::vector<pugi::xml_node> outer_boxes;
    outer_boxes.swap(text_boxes_);
    inlines(node, line);
    const std::vector<pugi::xml_node> boxes = std::exchange(text_boxes_, std::move(outer_boxes));
    if (line.full()) too_long_ = true;
    if (!line.str().empty()) {
        space_before(look, style, item, out);
        if (item) out.bullet();
        out.verbatim(line.str());
        space_after_ = look.outline >= 0 ? visible_space : look.after;
        style_before_ = style;
        item_before_ = item;
        out.line_break();
    } else if (boxes.empty() && in_table_ == 0) {
        out.paragraph_break();
    }
    for (const pugi::xml_node& box : boxes) {
        out.paragraph_break();
        blocks(box, out);
        out.paragraph_break();
    }
}

void DocxBody::inlines(const pugi::xml_node& parent, TextWriter& out) {
    const Depth depth(depth_);
    if (depth_ > max_depth) {
        too_deep_ = true;
        return;
    }
    for (const pugi::xml_node& node : parent.children()) {
        if (out.full()) too_long_ = true;
        if (too_deep_ || too_long_) return;
        inline_node(node, out);
    }
}

void DocxBody::inline_node(const pugi::xml_node& node, TextWriter& out) {
    const std::string_view name = local_name(node);
    if (name == "t") return out.text(node.text().get());
    if (name.empty() || is_silent(name)) return;
    if (is_removed(name)) {
        has_deletions_ = true;
        return;
    }
    if (name == "r") {
        const pugi::xml_node vanish = local_child(local_child(node, "rPr"), "vanish");
        const std::string_view value = local_attribute(vanish, "val");
        if (vanish && value != "0" && value != "false") return;
        return inlines(node, out);
    }
    if (name == "tab" || name == "ptab") return out.cell();
    if (name == "cr" || name == "br") return out.line_break();
    if (name == "noBreakHyphen") return out.text("-");
    if (name == "sym") return symbol(node, out);
    if (name == "AlternateContent") return inlines(chosen_branch(node), out);
    if (name == "sdt") return inlines(local_child(node, "sdtContent"), out);
    if (name == "txbxContent") return text_boxes_.push_back(node);
    if (name == "footnoteReference") return footnotes_.push_back(std::string(local_attribute(node, "id")));
    if (name == "endnoteReference") return endnotes_.push_back(std::string(local_attribute(node, "id")));
    inlines(node, out);
}

void DocxBody::symbol(const pugi::xml_node& node, TextWriter& out) {
    const std::string_view hex = local_attribute(node, "char");
    std::uint32_t code = 0;
    std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
    if (code == 0) return;
    const std::string_view font = local_attribute(node, "font");
    char32_t c = code;
    if (font == "Symbol") c = symbol_font(c);
    if (font.starts_with("Wingdings") || font.starts_with("Webdings")) c = 0xF000U | (c & 0xFFU);
    std::string utf8;
    append_utf8(utf8, c);
    out.text(utf8);
}

void DocxBody::table(const pugi::xml_node& node, TextWriter& out) {
    out.paragraph_break();
    ++in_table_;
    const Depth depth(depth_);
    if (depth_ > max_depth) too_deep_ = true;
    for (const pugi::xml_node& child : node.children()) {
        if (too_deep_ || too_long_) break;
        const std::string_view name = local_name(child);
        if (name == "tr") row(child, out);
        if (name == "sdt") {
            for (const pugi::xml_node& inner : local_child(child, "sdtContent").children()) {
                if (local_name(inner) == "tr") row(inner, out);
            }
        }
    }
    --in_table_;
    out.paragraph_break();
}

void DocxBody::gather_cells(const pugi::xml_node& row, std::vector<pugi::xml_node>& cells) {
    for (const pugi::xml_node& child : row.children()) {
        const std::string_view name = local_name(child);
        if (name == "tc") cells.push_back(child);
        if (name == "sdt") {
            for (const pugi::xml_node& inner : local_child(child, "sdtContent").children()) {
                if (local_name(inner) == "tc") cells.push_back(inner);
            }
        }
    }
}

/// A row whose cells hold a few lines is a row: line by line, cells joined by a tab. A row in which several
/// cells hold whole passages is a page layout: cell after cell.
void DocxBody::row(const pugi::xml_node& node, TextWriter& out) {
    if (local_child(local_child(node, "trPr"), "del")) {
        has_deletions_ = true;
        return;
    }
    std::vector<pugi::xml_node> cells;
    gather_cells(node, cells);
    std::vector<std::string> texts;
    texts.reserve(cells.size());
    std::vector<std::vector<std::string_view>> lines;
    std::size_t long_cells = 0;
    std::size_t height = 0;
    for (const pugi::xml_node& cell : cells) {
        TextWriter writer(limit_);
        const int outer = std::exchange(in_table_, cells.size() == 1 ? 0 : in_table_);
        blocks(cell, writer);
        in_table_ = outer;
        if (writer.full()) too_long_ = true;
        texts.push_back(writer.take());
        lines.push_back(lines_of(texts.back()));
        if (lines.back().size() >= 3) ++long_cells;
        height = std::max(height, lines.back().size());
    }
    if (texts.size() == 1 || long_cells >= 2) {
        for (const std::string& text : texts) {
            out.paragraph_break();
            out.verbatim(text);
        }
        out.line_break();
        return;
    }
    for (std::size_t i = 0; i < height; ++i) {
        out.line_break();
        for (const auto& cell : lines) {
            if (i < cell.size()) out.verbatim(cell[i]);
            out.cell();
        }
    }
    out.line_break();
}

}  // namespace headway::document
