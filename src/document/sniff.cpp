// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/sniff.hpp"

#include <algorithm>
#include <array>

namespace headway::document {
namespace {

struct Signature {
    std::size_t offset;
    std::string_view magic;
    std::string_view is;  ///< Ends the sentence "this is …".
};

using namespace std::string_view_literals;

constexpr std::array signatures{
    Signature{0, "{\\rtf"sv, "an RTF document"sv},
    Signature{0, "\x89PNG\r\n\x1A\n"sv, "a picture (PNG)"sv},
    Signature{0, "\xFF\xD8\xFF"sv, "a picture (JPEG)"sv},
    Signature{0, "GIF87a"sv, "a picture (GIF)"sv},
    Signature{0, "GIF89a"sv, "a picture (GIF)"sv},
    Signature{0, "II*\0"sv, "a picture (TIFF)"sv},
    Signature{0, "MM\0*"sv, "a picture (TIFF)"sv},
    Signature{4, "ftypheic"sv, "a picture (HEIC)"sv},
    Signature{4, "ftypmif1"sv, "a picture (HEIF)"sv},
    Signature{4, "ftypavif"sv, "a picture (AVIF)"sv},
    Signature{0, "%!PS"sv, "a PostScript file"sv},
    Signature{0, "\x1F\x8B"sv, "a gzip archive"sv},
    Signature{0, "7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive"sv},
    Signature{0, "Rar!\x1A\x07"sv, "a RAR archive"sv},
    Signature{0,
              "\x7F"
              "ELF"sv,
              "a program"sv},
    Signature{0,
              "\xFF"
              "WPC"sv,
              "a WordPerfect document"sv},
};

constexpr std::string_view save_as = "Save it as PDF or DOCX and try again";

/// "WordDocument" and the like as directory entries of a compound file spell them.
std::string utf16le(std::string_view ascii) {
    std::string out;
    for (char c : ascii) {
        out += c;
        out += '\0';
    }
    return out;
}

std::unexpected<Error> refused(std::string_view is, const std::string& name) {
    return fail(ErrorCode::invalid, "this is " + std::string(is) + ", which is not supported", name,
                std::string(save_as));
}

std::unexpected<Error> compound_file(std::string_view bytes, const std::string& name) {
    if (bytes.find(utf16le("EncryptedPackage")) != std::string_view::npos) {
        return fail(ErrorCode::invalid, "the document is protected by a password", name,
                    "Save a copy without a password and try again");
    }
    const bool word = bytes.find(utf16le("WordDocument")) != std::string_view::npos;
    return fail(ErrorCode::invalid,
                word ? "this is an old Word document (.doc), which is not supported"
                     : "this is an old Office file, which is not supported",
                name, std::string(save_as));
}

/// The size in the second four bytes may be anything.
bool is_webp(std::string_view bytes) {
    return bytes.starts_with("RIFF") && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP";
}

/// White space, marks and bytes that no text holds.
bool is_junk(std::string_view bytes) {
    return std::ranges::all_of(bytes, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte <= 0x20 || byte >= 0x7F;
    });
}

/// A PDF says so within its first kilobyte. Printers and mail put lines before that, but then objects follow;
/// a text that speaks of "%PDF-" has none. Some writers forget, but then the first object stands there.
bool is_pdf(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 1024 + 5);
    const std::size_t mark = head.find("%PDF-");
    if (mark != std::string_view::npos) {
        if (is_junk(head.substr(0, mark))) return true;
        const bool own_line = head[mark - 1] == '\n' || head[mark - 1] == '\r';
        const std::string_view rest = bytes.substr(mark);
        if (own_line && rest.find(" 0 obj") != std::string_view::npos &&
            rest.find("endobj") != std::string_view::npos)
            return true;
    }
    return head.starts_with('%') && head.find(" 0 obj") != std::string_view::npos &&
           head.find("endobj") != std::string_view::npos;
}

std::string lower_head(std::string_view bytes, std::size_t n) {
    std::string out(bytes.substr(0, n));
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    std::erase(out, '\0');  // so that UTF-16 tags are seen, too
    return out;
}

bool has_html_name(const std::string& name) {
    const std::string n = lower_head(name, name.size());
    return n.ends_with(".html") || n.ends_with(".htm") || n.ends_with(".xhtml");
}

bool looks_like_html(std::string_view bytes, const std::string& name) {
    const std::string head = lower_head(bytes, 4096);
    std::string_view start = head;
    if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
    if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) start.remove_prefix(2);
    start.remove_prefix(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
    if (!start.starts_with('<') && !has_html_name(name)) return false;
    constexpr std::array tags{
        "<!doctype html"sv, "<html"sv, "<head"sv, "<body"sv, "<div"sv, "<p>"sv,  "<p "sv,
        "<table"sv,         "<ul"sv,   "<h1"sv,   "<h2"sv,   "<br"sv,  "<span"sv};
    return std::ranges::any_of(tags, [&](std::string_view t) { return head.find(t) != std::string::npos; });
}

}  // namespace

std::string_view to_string(Format format) {
    switch (format) {
        case Format::pdf:
            return "pdf";
        case Format::docx:
            return "docx";
        case Format::html:
            return "html";
        case Format::text:
            return "text";
    }
    return "text";
}

Result<Format> sniff_format(std::string_view bytes, const std::string& name) {
    if (is_pdf(bytes)) return Format::pdf;
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return Format::docx;
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return compound_file(bytes, name);
    for (const Signature& s : signatures) {
        if (bytes.size() > s.offset && bytes.substr(s.offset).starts_with(s.magic)) {
            return refused(s.is, name);
        }
    }
    if (is_webp(bytes)) return refused("a picture (WebP)", name);
    const std::string head = lower_head(bytes, 1024);
    if (head.find("<?mso-application") != std::string::npos && head.find("<?xml") < 4) {
        return refused("a Word 2003 XML document", name);
    }
    return looks_like_html(bytes, name) ? Format::html : Format::text;
}

}  // namespace headway::document
