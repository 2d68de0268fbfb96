// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/docx.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <vector>

#include "document/clean.hpp"
#include "document/docx_body.hpp"
#include "document/docx_styles.hpp"
#include "document/zip_parts.hpp"

namespace headway::document {
namespace {

/// No document type, no processing instruction, no comment; pugixml knows only the five entities of XML
/// itself.
constexpr unsigned parse_flags = pugi::parse_escapes | pugi::parse_cdata | pugi::parse_eol |
                                 pugi::parse_wconv_attribute | pugi::parse_ws_pcdata_single;

using Relations = std::map<std::string, std::string, std::less<>>;

std::unexpected<Error> damaged(const std::string& name, const std::string& part) {
    return fail(ErrorCode::invalid, "the document is damaged: its part " + part + " cannot be read", name,
                "Open it in a word processor, save it again and retry");
}

/// Says what another archive of the family is.
std::unexpected<Error> not_a_document(const ZipParts& parts, const std::string& name) {
    std::string what = "this archive is not a Word document";
    if (parts.has("content.xml") && parts.has("mimetype"))
        what = "this is an OpenDocument file, which is not supported";
    if (parts.has_prefix("xl/")) what = "this is a spreadsheet, which is not supported";
    if (parts.has_prefix("ppt/")) what = "this is a presentation, which is not supported";
    if (parts.has_prefix("Index/")) what = "this is an Apple Pages document, which is not supported";
    return fail(ErrorCode::invalid, what, name, "Save it as PDF or DOCX and try again");
}

/// "word/document.xml" and "../header1.xml" → "header1.xml"; a leading / is the archive's root.
std::string resolve(std::string_view from_part, std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    std::string folder(
        from_part.substr(0, from_part.rfind('/') == std::string_view::npos ? 0 : from_part.rfind('/')));
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        folder.resize(folder.rfind('/') == std::string::npos ? 0 : folder.rfind('/'));
    }
    if (target.starts_with("./")) target.remove_prefix(2);
    return folder.empty() ? std::string(target) : folder + "/" + std::string(target);
}

/// One document being read: its parts and what has been taken from them.
class Reader {
  public:
    Reader(ZipParts& parts, const std::string& name, const Limits& limits)
        : parts_(parts), name_(name), limits_(limits), body_(styles_, limits.text_bytes) {}

    Result<Document> read();

  private:
    /// Loads a part; nothing when it does not exist.
    Result<bool> load(const std::string& part, pugi::xml_document& xml);
    Result<std::string> main_part();
    Result<void> read_looks(const std::string& main);
    Result<void> read_relations(const std::string& main);
    Result<std::string> part_text(const std::string& part);
    Result<std::string> margin_text(const std::vector<std::string>& ids);
    Result<std::string> notes_text(const std::string& part, std::string_view element,
                                   const std::vector<std::string>& ids);
    Result<void> check_bounds() const;

    ZipParts& parts_;
    const std::string& name_;
    const Limits& limits_;
    DocxStyles styles_;
    DocxBody body_;
    Relations relations_;  ///< id → part
    Relations by_kind_;    ///< last word of the relationship's type → part
};

Result<bool> Reader::load(const std::string& part, pugi::xml_document& xml) {
    auto bytes = parts_.find_part(part);
    if (!bytes) return pass_on(bytes);
    const std::optional<std::string>& content = *bytes;
    if (!content) return false;
    const auto parsed = xml.load_buffer(content->data(), content->size(), parse_flags);
    if (parsed.status == pugi::status_out_of_memory) {
        return fail(ErrorCode::too_large, "the document needs more memory than the limit", name_,
                    "Split it, or raise document-memory-megabytes in the settings");
    }
    if (!parsed) return damaged(name_, part);
    return true;
}

Result<std::string> Reader::main_part() {
    pugi::xml_document xml;
    if (auto loaded = load("_rels/.rels", xml); !loaded) return pass_on(loaded);
    for (const pugi::xml_node& relation : xml.document_element().children()) {
        if (local_attribute(relation, "Type").ends_with("/officeDocument")) {
            return resolve("", local_attribute(relation, "Target"));
        }
    }
    return std::string("word/document.xml");
}

Result<void> Reader::read_relations(const std::string& main) {
    const std::size_t slash = main.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : main.substr(0, slash + 1);
    const std::string file = slash == std::string::npos ? main : main.substr(slash + 1);
    pugi::xml_document xml;
    if (auto loaded = load(folder + "_rels/" + file + ".rels", xml); !loaded) return pass_on(loaded);
    for (const pugi::xml_node& relation : xml.document_element().children()) {
        if (local_attribute(relation, "TargetMode") == "External") continue;
        const std::string part = resolve(main, local_attribute(relation, "Target"));
        const std::string_view type = local_attribute(relation, "Type");
        relations_.insert_or_assign(std::string(local_attribute(relation, "Id")), part);
        by_kind_.insert_or_assign(std::string(type.substr(type.rfind('/') + 1)), part);
    }
    return {};
}

Result<void> Reader::read_looks(const std::string& main) {
    const auto part_of = [&](const std::string& kind) {
        const auto found = by_kind_.find(kind);
        return found != by_kind_.end() ? found->second : resolve(main, kind + ".xml");
    };
    pugi::xml_document styles;
    if (auto loaded = load(part_of("styles"), styles); !loaded) return pass_on(loaded);
    styles_.read_styles(styles);
    pugi::xml_document numbering;
    if (auto loaded = load(part_of("numbering"), numbering); !loaded) return pass_on(loaded);
    styles_.read_numbering(numbering);
    return {};
}

Result<std::string> Reader::part_text(const std::string& part) {
    pugi::xml_document xml;
    auto loaded = load(part, xml);
    if (!loaded) return pass_on(loaded);
    TextWriter out(limits_.text_bytes);
    pugi::xml_node root = xml.document_element();
    if (const auto body = local_child(root, "body")) root = body;
    body_.blocks(root, out);
    if (auto ok = check_bounds(); !ok) return pass_on(ok);
    return out.take();
}

/// Headers or footers: each different text once.
Result<std::string> Reader::margin_text(const std::vector<std::string>& ids) {
    std::string out;
    std::vector<std::string> seen;
    for (const std::string& id : ids) {
        const auto part = relations_.find(id);
        if (part == relations_.end()) continue;
        auto text = part_text(part->second);
        if (!text) return pass_on(text);
        if (text->empty() || std::ranges::find(seen, *text) != seen.end()) continue;
        seen.push_back(*text);
        out += *text + "\n\n";
    }
    return out;
}

Result<std::string> Reader::notes_text(const std::string& part, std::string_view element,
                                       const std::vector<std::string>& ids) {
    if (ids.empty()) return std::string{};
    pugi::xml_document xml;
    auto loaded = load(part, xml);
    if (!loaded) return pass_on(loaded);
    TextWriter out(limits_.text_bytes);
    const std::set<std::string_view> wanted(ids.begin(), ids.end());
    for (const pugi::xml_node& note : xml.document_element().children()) {
        if (local_name(note) != element || !wanted.contains(local_attribute(note, "id"))) continue;
        body_.blocks(note, out);
        out.line_break();
    }
    if (auto ok = check_bounds(); !ok) return pass_on(ok);
    return out.take();
}

Result<void> Reader::check_bounds() const {
    if (body_.too_deep()) {
        return fail(ErrorCode::invalid, "the document is damaged: its parts are nested too deeply", name_,
                    "Open it in a word processor, save it again and retry");
    }
    if (body_.too_long()) {
        return fail(ErrorCode::too_large,
                    "the text is longer than the limit of " + std::to_string(limits_.text_bytes) + " bytes",
                    name_, "Shorten it, or raise document-text-megabytes in the settings");
    }
    return {};
}

Result<Document> Reader::read() {
    auto main = main_part();
    if (!main) return pass_on(main);
    if (!parts_.has(*main)) return not_a_document(parts_, name_);
    if (!main->ends_with(".xml") || parts_.has_prefix("xl/") || parts_.has_prefix("ppt/")) {
        return not_a_document(parts_, name_);
    }
    if (auto ok = read_relations(*main); !ok) return pass_on(ok);
    if (auto ok = read_looks(*main); !ok) return pass_on(ok);
    auto text = part_text(*main);
    if (!text) return pass_on(text);
    const auto headers = body_.headers();
    const auto footers = body_.footers();
    auto head = margin_text(headers);
    if (!head) return pass_on(head);
    auto foot = margin_text(footers);
    if (!foot) return pass_on(foot);
    auto footnotes = notes_text(resolve(*main, "footnotes.xml"), "footnote", std::vector(body_.footnotes()));
    if (!footnotes) return pass_on(footnotes);
    auto endnotes = notes_text(resolve(*main, "endnotes.xml"), "endnote", std::vector(body_.endnotes()));
    if (!endnotes) return pass_on(endnotes);

    Document document;
    document.format = Format::docx;
    document.text = tidy_lines(clean_characters(
        *head + *text + "\n\n" + *footnotes + "\n\n" + *endnotes + "\n\n" + *foot, SoftHyphen::invisible));
    document.pages = {{0, document.text.size()}};
    if (body_.has_deletions()) {
        document.warnings.emplace_back("The document holds tracked changes; deleted text was left out.");
    }
    if (body_.has_embedded_part()) {
        document.warnings.emplace_back("The document embeds another file, which was not read.");
    }
    return document;
}

}  // namespace

Result<Document> parse_docx(std::string_view bytes, const std::string& name, const Limits& limits) {
    auto parts = ZipParts::open(bytes, name, limits.unpacked_bytes);
    if (!parts) return pass_on(parts);
    return Reader(*parts, name, limits).read();
}

}  // namespace headway::document
