// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/docx_styles.hpp"

#include <charconv>

namespace headway::document {
namespace {

int number(std::string_view s, int otherwise) {
    int out = otherwise;
    const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), out);
    return error == std::errc{} ? out : otherwise;
}

/// An on/off property: present without a value means on.
int flag(const pugi::xml_node& parent, std::string_view name) {
    const pugi::xml_node node = local_child(parent, name);
    if (!node) return -1;
    const std::string_view value = local_attribute(node, "val");
    return value == "0" || value == "false" || value == "off" ? 0 : 1;
}

ParagraphLook own_look(const pugi::xml_node& properties) {
    ParagraphLook look;
    if (!properties) return look;
    if (const auto spacing = local_child(properties, "spacing")) {
        look.before = number(local_attribute(spacing, "before"), -1);
        look.after = number(local_attribute(spacing, "after"), -1);
    }
    if (const auto list = local_child(properties, "numPr")) {
        look.number_id = local_attribute(local_child(list, "numId"), "val");
        look.number_level = number(local_attribute(local_child(list, "ilvl"), "val"), -1);
    }
    look.outline = number(local_attribute(local_child(properties, "outlineLvl"), "val"), -1);
    look.contextual = flag(properties, "contextualSpacing");
    if (const auto run = local_child(properties, "rPr")) look.hidden = flag(run, "vanish");
    return look;
}

/// Fills what `look` leaves open.
void inherit(ParagraphLook& look, const ParagraphLook& from) {
    if (look.before < 0) look.before = from.before;
    if (look.after < 0) look.after = from.after;
    if (look.number_id.empty()) look.number_id = from.number_id;
    if (look.number_level < 0) look.number_level = from.number_level;
    if (look.outline < 0) look.outline = from.outline;
    if (look.contextual < 0) look.contextual = from.contextual;
}

}  // namespace

std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view local_attribute(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute& a : node.attributes()) {
        std::string_view n = a.name();
        if (const std::size_t colon = n.find(':'); colon != std::string_view::npos)
            n.remove_prefix(colon + 1);
        if (n == name) return a.value();
    }
    return {};
}

pugi::xml_node local_child(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_node& child : node.children()) {
        if (local_name(child) == name) return child;
    }
    return {};
}

void DocxStyles::read_styles(const pugi::xml_document& styles) {
    const pugi::xml_node root = styles.document_element();
    const auto defaults = local_child(local_child(root, "docDefaults"), "pPrDefault");
    defaults_ = own_look(local_child(defaults, "pPr"));
    for (const pugi::xml_node& node : root.children()) {
        if (local_name(node) != "style" || local_attribute(node, "type") != "paragraph") continue;
        const std::string id(local_attribute(node, "styleId"));
        Style style{own_look(local_child(node, "pPr")),
                    std::string(local_attribute(local_child(node, "basedOn"), "val"))};
        if (local_attribute(node, "default") == "1") default_style_ = id;
        styles_.insert_or_assign(id, std::move(style));
    }
}

void DocxStyles::read_numbering(const pugi::xml_document& numbering) {
    for (const pugi::xml_node& node : numbering.document_element().children()) {
        if (local_name(node) == "num") {
            abstract_of_[std::string(local_attribute(node, "numId"))] =
                local_attribute(local_child(node, "abstractNumId"), "val");
        }
        if (local_name(node) != "abstractNum") continue;
        const std::string id(local_attribute(node, "abstractNumId"));
        for (const pugi::xml_node& level : node.children()) {
            if (local_name(level) != "lvl") continue;
            if (local_attribute(local_child(level, "numFmt"), "val") == "none") {
                unmarked_.emplace(id, number(local_attribute(level, "ilvl"), 0));
            }
        }
    }
}

ParagraphLook DocxStyles::look(const pugi::xml_node& paragraph_properties) const {
    ParagraphLook look = own_look(paragraph_properties);
    std::string_view id = local_attribute(local_child(paragraph_properties, "pStyle"), "val");
    if (id.empty()) id = default_style_;
    // A style may be based on itself in a damaged file, hence the bound.
    for (int depth = 0; depth < 12 && !id.empty(); ++depth) {
        const auto found = styles_.find(id);
        if (found == styles_.end()) break;
        inherit(look, found->second.look);
        id = found->second.based_on;
    }
    inherit(look, defaults_);
    return look;
}

bool DocxStyles::is_list_item(const ParagraphLook& look) const {
    if (look.number_id.empty() || look.number_id == "0" || look.outline >= 0) return false;
    const auto abstract = abstract_of_.find(look.number_id);
    if (abstract == abstract_of_.end()) return true;
    return !unmarked_.contains({abstract->second, look.number_level < 0 ? 0 : look.number_level});
}

}  // namespace headway::document
