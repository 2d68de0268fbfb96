// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds the document parsers without their sandbox. The first byte chooses what reads the rest, so that one
// target and one corpus serve all formats.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "document/ocr.hpp"
#include "document/page_text.hpp"
#include "document/parsed.hpp"
#include "document/pdf.hpp"
#include "document/wire.hpp"
#include "text/utf8.hpp"

namespace {

using namespace headway;
using document::Limits;

void require(bool condition) {
    if (!condition) std::abort();
}

/// What every parser promises of its text.
void check(const std::string& text, const Limits& limits) {
    require(text::first_invalid(text) == std::string_view::npos);
    require(text.empty() || (text.back() == '\n' && text.front() != '\n'));
    require(text.size() <= 4 * limits.text_bytes);
    for (char c : text) require(c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= 0x20);
}

Limits small_limits() {
    Limits limits;
    limits.text_bytes = 1U << 16U;
    limits.unpacked_bytes = 1U << 20U;
    limits.pages = 5;
    return limits;
}

void fuzz_file(std::string_view bytes) {
    const Limits limits = small_limits();
    const auto parsed = document::parse_document(bytes, "fuzz", limits);
    if (!parsed) {
        require(!parsed.error().what.empty() && !parsed.error().fix.empty());
        return;
    }
    for (const std::string& page : parsed->pages) check(page, limits);
}

/// Word boxes of any shape: three bytes place a word.
void fuzz_layout(std::string_view bytes) {
    document::PageWords page;
    page.width = page.height = 256;
    for (std::size_t i = 0; i + 3 < bytes.size() && page.words.size() < 2000; i += 4) {
        const auto at = [&](std::size_t k) {
            return static_cast<double>(static_cast<unsigned char>(bytes[i + k]));
        };
        document::Word word{at(0), at(1), at(0) + at(2) / 4, at(1) + at(3) / 8, i % 12 == 0 ? "-" : "word",
                            true};
        word.em = document::estimate_em(word);
        page.words.push_back(std::move(word));
    }
    for (const std::string& text : document::text_of_pages({page, page})) check(text, Limits{});
}

}  // namespace

/// poppler leaks a little on some damaged files. A reader process ends after one document, so that is no
/// finding.
extern "C" const char* __asan_default_options() {
    return "detect_leaks=0";
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const bool ready = document::prepare_pdf_reader();
    if (!ready || size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    switch (data[0] % 4) {
        case 0:
            fuzz_layout(bytes);
            break;
        case 1:
            (void)document::decode_answer(bytes);
            break;
        case 2:
            (void)document::parse_tesseract_tsv(bytes);
            break;
        default:
            fuzz_file(bytes);
            break;
    }
    return 0;
}
