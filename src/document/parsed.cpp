// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/parsed.hpp"

#include <utility>

#include "document/docx.hpp"
#include "document/html.hpp"
#include "document/pdf.hpp"
#include "document/plain_text.hpp"
#include "document/sniff.hpp"

namespace headway::document {
namespace {

Result<Document> parse_flowing(Format format, std::string_view bytes, const std::string& name,
                               const Limits& limits) {
    if (format == Format::docx) return parse_docx(bytes, name, limits);
    if (format == Format::html) return parse_html(bytes, name, limits);
    return parse_plain_text(bytes, name);
}

}  // namespace

Result<Parsed> parse_document(std::string_view bytes, const std::string& name, const Limits& limits) {
    const auto format = sniff_format(bytes, name);
    if (!format) return std::unexpected(format.error());
    if (*format == Format::pdf) return parse_pdf(bytes, name, limits);
    auto document = parse_flowing(*format, bytes, name, limits);
    if (!document) return pass_on(document);
    if (document->text.size() > limits.text_bytes) {
        return fail(ErrorCode::too_large,
                    "the text is longer than the limit of " + std::to_string(limits.text_bytes) + " bytes",
                    name, "Shorten it, or raise document-text-megabytes in the settings");
    }
    Parsed parsed;
    parsed.format = *format;
    parsed.pages.push_back(std::move(document->text));
    parsed.warnings = std::move(document->warnings);
    return parsed;
}

}  // namespace headway::document
