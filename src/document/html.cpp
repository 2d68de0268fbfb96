// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/html.hpp"

#include <algorithm>
#include <array>
#include <libxml/HTMLparser.h>
#include <memory>
#include <new>
#include <vector>

#include "document/charset.hpp"
#include "document/clean.hpp"
#include "document/text_writer.hpp"

namespace headway::document {
namespace {

using namespace std::string_view_literals;

enum class Kind { inline_text, line, paragraph, item, cell, row, preformatted, line_end, list, skipped };

struct Tag {
    std::string_view name;
    Kind kind;
};

constexpr std::array tags{Tag{"address"sv, Kind::line},
                          Tag{"article"sv, Kind::paragraph},
                          Tag{"aside"sv, Kind::paragraph},
                          Tag{"audio"sv, Kind::skipped},
                          Tag{"blockquote"sv, Kind::paragraph},
                          Tag{"br"sv, Kind::line_end},
                          Tag{"button"sv, Kind::skipped},
                          Tag{"canvas"sv, Kind::skipped},
                          Tag{"caption"sv, Kind::line},
                          Tag{"datalist"sv, Kind::skipped},
                          Tag{"dd"sv, Kind::line},
                          Tag{"details"sv, Kind::paragraph},
                          Tag{"div"sv, Kind::line},
                          Tag{"dl"sv, Kind::paragraph},
                          Tag{"dt"sv, Kind::line},
                          Tag{"embed"sv, Kind::skipped},
                          Tag{"fieldset"sv, Kind::line},
                          Tag{"figcaption"sv, Kind::line},
                          Tag{"figure"sv, Kind::paragraph},
                          Tag{"footer"sv, Kind::paragraph},
                          Tag{"form"sv, Kind::line},
                          Tag{"h1"sv, Kind::paragraph},
                          Tag{"h2"sv, Kind::paragraph},
                          Tag{"h3"sv, Kind::paragraph},
                          Tag{"h4"sv, Kind::paragraph},
                          Tag{"h5"sv, Kind::paragraph},
                          Tag{"h6"sv, Kind::paragraph},
                          Tag{"head"sv, Kind::skipped},
                          Tag{"header"sv, Kind::paragraph},
                          Tag{"hr"sv, Kind::paragraph},
                          Tag{"iframe"sv, Kind::skipped},
                          Tag{"legend"sv, Kind::line},
                          Tag{"li"sv, Kind::item},
                          Tag{"main"sv, Kind::paragraph},
                          Tag{"math"sv, Kind::inline_text},
                          Tag{"menu"sv, Kind::list},
                          Tag{"nav"sv, Kind::skipped},
                          Tag{"noscript"sv, Kind::skipped},
                          Tag{"object"sv, Kind::skipped},
                          Tag{"ol"sv, Kind::list},
                          Tag{"p"sv, Kind::paragraph},
                          Tag{"pre"sv, Kind::preformatted},
                          Tag{"rp"sv, Kind::skipped},
                          Tag{"rt"sv, Kind::skipped},
                          Tag{"script"sv, Kind::skipped},
                          Tag{"section"sv, Kind::paragraph},
                          Tag{"select"sv, Kind::skipped},
                          Tag{"style"sv, Kind::skipped},
                          Tag{"svg"sv, Kind::skipped},
                          Tag{"table"sv, Kind::paragraph},
                          Tag{"td"sv, Kind::cell},
                          Tag{"template"sv, Kind::skipped},
                          Tag{"textarea"sv, Kind::skipped},
                          Tag{"th"sv, Kind::cell},
                          Tag{"title"sv, Kind::skipped},
                          Tag{"tr"sv, Kind::row},
                          Tag{"ul"sv, Kind::list},
                          Tag{"video"sv, Kind::skipped}};

std::string_view view(const xmlChar* s) {
    return s == nullptr ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(s));
}

Kind kind_of(const xmlNode* node) {
    const std::string_view name = view(node->name);
    const auto* found = std::ranges::lower_bound(tags, name, {}, &Tag::name);
    return found != tags.end() && found->name == name ? found->kind : Kind::inline_text;
}

const xmlAttr* attribute(const xmlNode* node, std::string_view name) {
    for (const xmlAttr* a = node->properties; a != nullptr; a = a->next) {
        if (view(a->name) == name) return a;
    }
    return nullptr;
}

std::string attribute_value(const xmlNode* node, std::string_view name) {
    const xmlAttr* a = attribute(node, name);
    return a == nullptr || a->children == nullptr ? std::string{} : std::string(view(a->children->content));
}

bool is_hidden(const xmlNode* node) {
    if (node->properties == nullptr) return false;
    if (attribute(node, "hidden") != nullptr) return true;
    std::string style = attribute_value(node, "style");
    std::erase(style, ' ');
    return style.find("display:none") != std::string::npos ||
           style.find("visibility:hidden") != std::string::npos;
}

/// A cell of several blocks lays a page out; a cell of one holds a value.
bool has_blocks(const xmlNode* cell) {
    int blocks = 0;
    for (const xmlNode* n = cell->children; n != nullptr; n = n->next) {
        if (n->type != XML_ELEMENT_NODE) continue;
        const Kind kind = kind_of(n);
        if (kind == Kind::list || view(n->name) == "table") return true;
        if (kind == Kind::paragraph || kind == Kind::line || kind == Kind::preformatted) ++blocks;
    }
    return blocks > 1;
}

/// One pass over the tree without recursion, since pages may be nested as deep as their author likes.
class Walk {
  public:
    explicit Walk(TextWriter& out) : out_(out) {}

    void run(const xmlNode* root) {
        const xmlNode* node = root;
        while (node != nullptr && !out_.full()) {
            const bool inside = enter(node);
            if (inside && node->children != nullptr) {
                node = node->children;
                continue;
            }
            if (inside) leave(node);
            while (node != root && node->next == nullptr) {
                node = node->parent;
                leave(node);
            }
            node = node == root ? nullptr : node->next;
        }
    }

  private:
    /// False when the node has nothing to go into.
    bool enter(const xmlNode* node) {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            if (preformatted_ > 0) {
                out_.verbatim(view(node->content));
            } else {
                out_.text(view(node->content));
            }
            return false;
        }
        if (node->type != XML_ELEMENT_NODE) return node->type == XML_HTML_DOCUMENT_NODE;
        const Kind kind = kind_of(node);
        if (kind == Kind::skipped || is_hidden(node)) return false;
        open(node, kind);
        return true;
    }

    void open(const xmlNode* node, Kind kind) {
        switch (kind) {
            case Kind::paragraph:
                block(kind);
                break;
            case Kind::list:
                if (lists_++ == 0) block(Kind::paragraph);
                break;
            case Kind::line:
            case Kind::row:
                block(Kind::line);
                break;
            case Kind::preformatted:
                ++preformatted_;
                block(Kind::paragraph);
                break;
            case Kind::line_end:
                out_.line_break();
                break;
            case Kind::item:
                out_.bullet();
                break;
            case Kind::cell:
                out_.cell();
                flat_cell_.push_back(!has_blocks(node));
                break;
            case Kind::inline_text:
            case Kind::skipped:
                break;
        }
    }

    void leave(const xmlNode* node) {
        if (node->type != XML_ELEMENT_NODE) return;
        switch (const Kind kind = kind_of(node)) {
            case Kind::paragraph:
                block(kind);
                break;
            case Kind::list:
                if (--lists_ == 0) block(Kind::paragraph);
                break;
            case Kind::line:
            case Kind::item:
                block(Kind::line);
                break;
            case Kind::row:
                out_.line_break();
                break;
            case Kind::preformatted:
                --preformatted_;
                block(Kind::paragraph);
                break;
            case Kind::cell:
                if (!flat_cell_.empty()) flat_cell_.pop_back();
                break;
            case Kind::line_end:
            case Kind::inline_text:
            case Kind::skipped:
                break;
        }
    }

    /// A block break. A block that opens an item stays on the bullet's line; paragraphs of an item follow
    /// closely.
    void block(Kind kind) {
        const bool in_flat_cell = !flat_cell_.empty() && flat_cell_.back();
        if (out_.at_line_start() && (lists_ > 0 || in_flat_cell)) return;
        if (in_flat_cell) {
            // A short block in a cell must not tear the row apart.
            out_.text(" ");
        } else if (kind == Kind::paragraph && lists_ == 0) {
            out_.paragraph_break();
        } else {
            out_.line_break();
        }
    }

    TextWriter& out_;
    int lists_ = 0;
    std::vector<bool> flat_cell_;  ///< for each open cell: its text belongs on the row's line
    int preformatted_ = 0;
};

/// The label of <meta charset> or of its http-equiv form, within the first kilobytes; empty when there is
/// none.
std::string declared_charset(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 4096);
    const std::size_t at = head.find("charset=");
    if (at == std::string_view::npos) return {};
    std::string_view rest = head.substr(at + 8);
    if (!rest.empty() && (rest[0] == '"' || rest[0] == '\'')) rest.remove_prefix(1);
    return std::string(rest.substr(0, rest.find_first_of("\"' ;>/")));
}

}  // namespace

Result<Document> parse_html(std::string_view bytes, const std::string& name, const Limits& limits) {
    auto decoded = decode_text(bytes, declared_charset(bytes));
    if (!decoded) {
        return fail(ErrorCode::invalid, "this web page holds binary data", name,
                    "Save it as PDF and try again");
    }
    constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                            HTML_PARSE_NONET | HTML_PARSE_COMPACT;
    const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(htmlNewParserCtxt(),
                                                                                &htmlFreeParserCtxt);
    if (parser == nullptr) throw std::bad_alloc();
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> tree(
        htmlCtxtReadMemory(parser.get(), decoded->text.data(), static_cast<int>(decoded->text.size()),
                           nullptr, "UTF-8", options),
        &xmlFreeDoc);
    // After an error that it cannot get over, the parser stops in the middle of the page and still gives a
    // tree.
    if (tree == nullptr || parser->disableSAX != 0) {
        return fail(ErrorCode::invalid, "this web page cannot be read: its elements are nested too deeply",
                    name, "Save it as PDF and try again");
    }
    TextWriter writer(limits.text_bytes);
    if (const xmlNode* root = xmlDocGetRootElement(tree.get()); root != nullptr) Walk(writer).run(root);
    if (writer.full()) {
        return fail(ErrorCode::too_large, "the text is longer than the limit", name,
                    "Shorten it, or raise document-text-megabytes in the settings");
    }
    Document document;
    document.format = Format::html;
    if (!decoded->warning.empty()) document.warnings.push_back(decoded->warning);
    document.text = tidy_lines(clean_characters(writer.str(), SoftHyphen::invisible));
    document.pages = {{0, document.text.size()}};
    return document;
}

}  // namespace headway::document
