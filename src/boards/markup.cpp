// SPDX-License-Identifier: GPL-3.0-or-later
#include "boards/markup.hpp"

#include <algorithm>
#include <array>

#include "boards/tags.hpp"
#include "document/clean.hpp"
#include "document/text_writer.hpp"
#include "text/utf8.hpp"

namespace headway::boards {
namespace {

constexpr std::size_t longest_markup = std::size_t{2} << 20U;
constexpr std::size_t longest_text = std::size_t{1} << 20U;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

constexpr std::array<std::string_view, 24> paragraphs = {
    "p",       "h1",     "h2",     "h3",     "h4", "h5",   "h6",    "section",
    "article", "aside",  "header", "footer", "ul", "ol",   "table", "blockquote",
    "dl",      "figure", "main",   "pre",    "hr", "menu", "form",  "details"};
constexpr std::array<std::string_view, 8> lines = {"div",     "tr",      "dt",       "dd",
                                                   "address", "caption", "fieldset", "br"};
/// Their content is no markup at all.
constexpr std::array<std::string_view, 6> raw = {"script", "style", "textarea", "title", "xmp", "noembed"};
constexpr std::array<std::string_view, 14> skipped = {"head",   "noscript", "template", "svg", "iframe",
                                                      "object", "select",   "button",   "nav", "video",
                                                      "audio",  "canvas",   "datalist", "math"};
constexpr std::array<std::string_view, 9> empty_elements = {"br",   "hr",   "img", "input", "meta",
                                                            "link", "area", "col", "wbr"};

bool is_hidden(std::string_view attributes) {
    if (attributes.empty()) return false;
    if (attribute_of(attributes, "hidden")) return true;
    std::string style(attribute_of(attributes, "style").value_or(""));
    std::erase_if(style, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
    return style.find("display:none") != std::string::npos ||
           style.find("visibility:hidden") != std::string::npos;
}

/// Whether the text has markup, and such as breaks lines: without that its own line ends count.
struct Look {
    bool markup = false;
    bool blocks = false;
};
Look look_at(std::string_view text) {
    Look out;
    Tags tags(text);
    while (auto piece = tags.next()) {
        if (piece->kind == Piece::Kind::text) continue;
        out.markup = true;
        out.blocks = out.blocks || piece->name == "li" || is_one_of(paragraphs, piece->name) ||
                     is_one_of(lines, piece->name);
        if (out.blocks) break;
    }
    return out;
}

class Reader {
  public:
    Reader(std::string_view html, bool own_lines) : tags_(html), own_lines_(own_lines) {}

    std::string read() {
        while (!out_.full()) {
            const auto piece = tags_.next();
            if (!piece) break;
            if (piece->kind == Piece::Kind::text) {
                write(piece->text);
            } else if (piece->kind == Piece::Kind::open) {
                open(*piece);
            } else {
                close(piece->name);
            }
        }
        return out_.take();
    }

  private:
    void write(std::string_view text) {
        const std::string decoded = decode_entities(text);
        if (own_lines_ || preformatted_ > 0) {
            out_.verbatim(decoded);
        } else {
            out_.text(decoded);
        }
    }

    void open(const Piece& tag) {
        if (is_one_of(raw, tag.name)) {
            (void)tags_.raw_until_close(tag.name);
            return;
        }
        const bool empty = is_one_of(empty_elements, tag.name) || tag.attributes.ends_with('/');
        if (!empty && (is_one_of(skipped, tag.name) || is_hidden(tag.attributes))) {
            skip(tag.name);
            return;
        }
        if (tag.name == "li") {
            out_.bullet();
        } else if (tag.name == "td" || tag.name == "th") {
            out_.cell();
        } else {
            break_at(tag.name);
        }
        if (tag.name == "ul" || tag.name == "ol") ++lists_;
        if (tag.name == "pre") ++preformatted_;
    }

    void close(const std::string& name) {
        if ((name == "ul" || name == "ol") && lists_ > 0) --lists_;
        if (name == "pre" && preformatted_ > 0) --preformatted_;
        if (name == "li") out_.line_break();
        if (name != "br") break_at(name);
    }

    void break_at(std::string_view name) {
        if (is_one_of(paragraphs, name)) {
            if (lists_ == 0) {
                out_.paragraph_break();
            } else if (!out_.at_line_start()) {
                out_.line_break();
            }
        } else if (is_one_of(lines, name)) {
            out_.line_break();
        }
    }

    /// Everything up to the end of an element whose opening tag was read.
    void skip(const std::string& name) {
        for (int depth = 1; depth > 0;) {
            const auto piece = tags_.next();
            if (!piece) return;
            if (piece->kind == Piece::Kind::open && is_one_of(raw, piece->name)) {
                (void)tags_.raw_until_close(piece->name);
            } else if (piece->name == name && piece->kind != Piece::Kind::text) {
                depth += piece->kind == Piece::Kind::open ? 1 : -1;
            }
        }
    }

    Tags tags_;
    bool own_lines_ = false;
    document::TextWriter out_{longest_text};
    int lists_ = 0;
    int preformatted_ = 0;
};

}  // namespace

std::string text_of_markup(std::string_view text) {
    std::string valid = text::make_valid(text.substr(0, longest_markup));
    Look look = look_at(valid);
    if (!look.markup && valid.find("&lt;") != std::string::npos) {
        std::string decoded = decode_entities(valid);
        const Look inside = look_at(decoded);
        if (inside.markup) {
            valid = std::move(decoded);
            look = inside;
        }
    }
    const std::string read = Reader(valid, !look.blocks).read();
    std::string out = document::tidy_lines(document::clean_characters(read, document::SoftHyphen::invisible));
    while (out.ends_with('\n')) out.pop_back();
    return out;
}

std::vector<std::string> linked_data_of(std::string_view page) {
    constexpr std::size_t most = 50;
    std::size_t left = std::size_t{2} << 20U;  // what is parsed takes many times its size
    std::vector<std::string> out;
    Tags tags(page);
    while (out.size() < most) {
        const auto piece = tags.next();
        if (!piece) break;
        if (piece->kind != Piece::Kind::open || !is_one_of(raw, piece->name)) continue;
        const std::string_view content = tags.raw_until_close(piece->name);
        const std::string type = decode_entities(attribute_of(piece->attributes, "type").value_or(""));
        if (piece->name != "script" || !type.starts_with("application/ld+json")) continue;
        if (content.size() > left) continue;
        left -= content.size();
        out.emplace_back(content);
    }
    return out;
}

}  // namespace headway::boards
