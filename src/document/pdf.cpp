// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/pdf.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <iconv.h>
#include <iterator>
#include <limits>
#include <memory>
#include <poppler-document.h>
#include <poppler-page.h>
#include <utility>
#include <vector>

#include "document/charset.hpp"
#include "document/clean.hpp"
#include "document/page_picture.hpp"
#include "document/page_text.hpp"
#include "document/pdf_trouble.hpp"

namespace headway::document {
namespace {

/// Unreadable glyphs among all from which a page counts as a picture, or deserves a warning.
constexpr double mostly_unreadable = 0.5;
constexpr double partly_unreadable = 0.1;

std::string utf8_of(const poppler::ustring& s) {
    std::string out;
    out.reserve(s.size() + 8);
    for (std::size_t i = 0; i < s.size(); ++i) {
        char32_t c = s[i];
        if (c >= 0xD800 && c < 0xDC00 && i + 1 < s.size() && s[i + 1] >= 0xDC00 && s[i + 1] < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10U) + (char32_t{s[++i]} - 0xDC00);
        }
        append_utf8(out, c);
    }
    return out;
}

/// Turns a page so that words of this rotation (quarter turns clockwise) read from left to right.
void turn_upright(Word& w, int rotation, double width, double height) {
    const Word was = w;
    if (rotation == 1) {
        w.x0 = was.y0, w.x1 = was.y1, w.y0 = width - was.x1, w.y1 = width - was.x0;
    } else if (rotation == 2) {
        w.x0 = width - was.x1, w.x1 = width - was.x0, w.y0 = height - was.y1, w.y1 = height - was.y0;
    } else if (rotation == 3) {
        w.x0 = height - was.y1, w.x1 = height - was.y0, w.y0 = was.x0, w.y1 = was.x1;
    }
}

struct PdfPage {
    PageWords upright;
    std::vector<Word> turned;  ///< words at another angle than most, such as a label along the edge
    CleanLosses losses;
    std::size_t bytes = 0;
};

bool is_finite(const poppler::rectf& r) {
    return std::isfinite(r.left()) && std::isfinite(r.right()) && std::isfinite(r.top()) &&
           std::isfinite(r.bottom());
}

PdfPage read_page(const poppler::page& page) {
    PdfPage out;
    const poppler::rectf area = page.page_rect();
    out.upright.width = area.width();
    out.upright.height = area.height();
    std::array<std::vector<Word>, 4> by_rotation;
    for (const poppler::text_box& box : page.text_list(0)) {
        const poppler::rectf r = box.bbox();
        if (!is_finite(r)) continue;
        Word w{std::min(r.left(), r.right()),
               std::min(r.top(), r.bottom()),
               std::max(r.left(), r.right()),
               std::max(r.top(), r.bottom()),
               clean_characters(utf8_of(box.text()), SoftHyphen::painted, &out.losses),
               box.has_space_after()};
        std::ranges::replace(w.text, '\n', ' ');
        const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
        if (std::ranges::all_of(w.text, is_blank)) continue;
        out.bytes += w.text.size() + 1;
        by_rotation[static_cast<std::size_t>(box.rotation() & 3)].push_back(std::move(w));
    }
    const auto* most = std::ranges::max_element(by_rotation, {}, &std::vector<Word>::size);
    for (std::size_t rotation = 0; rotation < by_rotation.size(); ++rotation) {
        for (Word& w : by_rotation[rotation]) {
            turn_upright(w, static_cast<int>(rotation), area.width(), area.height());
            w.em = estimate_em(w);
        }
        const bool main = &by_rotation[rotation] == most;
        auto& to = main ? out.upright.words : out.turned;
        std::ranges::move(by_rotation[rotation], std::back_inserter(to));
        if (main && rotation % 2 == 1) std::swap(out.upright.width, out.upright.height);
    }
    return out;
}

Result<std::unique_ptr<poppler::document>> open(std::string_view bytes, const std::string& name) {
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        return fail(ErrorCode::too_large, "the file is larger than a PDF may be", name, "Use a smaller file");
    }
    std::unique_ptr<poppler::document> pdf(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (pdf == nullptr) {
        return fail(ErrorCode::invalid, "the PDF is damaged and cannot be opened", name,
                    "Export it again, or send it as DOCX or plain text");
    }
    if (pdf->is_locked()) {
        return fail(ErrorCode::invalid, "the PDF is protected by a password", name,
                    "Save a copy without a password and try again");
    }
    return pdf;
}

std::string page_label(int index) {
    return "Page " + std::to_string(index + 1);
}

/// Files what was found on a page: text, a picture (which may have a few words in front of it), or nothing.
void file_page(const poppler::page& page, int index, PdfPage& found, Parsed& out) {
    const auto all = static_cast<double>(found.losses.kept + found.losses.unreadable);
    const double unreadable = all > 0 ? static_cast<double>(found.losses.unreadable) / all : 0;
    if (unreadable > mostly_unreadable) {
        found.upright.words.clear();
        found.turned.clear();
    }
    const std::size_t words = found.upright.words.size() + found.turned.size();
    const bool picture = words == 0 ? !is_blank(page) : words <= many_words && is_mostly_picture(page);
    if (picture) {
        out.pictures.push_back(static_cast<std::uint32_t>(index));
    } else if (unreadable > partly_unreadable && found.losses.unreadable >= 20 &&
               !found.upright.words.empty()) {
        out.warnings.push_back(page_label(index) + " has " + std::to_string(found.losses.unreadable) +
                               " characters that its fonts give no meaning to; they were left out.");
    }
}

/// The words of all pages, since headers and footers show only when pages are compared.
struct Collected {
    explicit Collected(std::size_t pages) : upright(pages), turned(pages) {}

    /// Text at another angle comes after the rest of its page.
    [[nodiscard]] std::vector<std::string> texts() && {
        std::vector<std::string> out = text_of_pages(std::move(upright));
        for (std::size_t i = 0; i < turned.size(); ++i) {
            if (turned[i].empty()) continue;
            PageWords page;
            page.words = std::move(turned[i]);
            if (!out[i].empty()) out[i] += '\n';
            out[i] += text_of_pages({std::move(page)}).front();
        }
        return out;
    }

    std::vector<PageWords> upright;
    std::vector<std::vector<Word>> turned;
};

std::unexpected<Error> too_large(const std::string& what, const std::string& name,
                                 const std::string& setting) {
    return fail(ErrorCode::too_large, what, name,
                "Send the pages that matter, or raise " + setting + " in the settings");
}

}  // namespace

bool prepare_pdf_reader() {
    // The conversion modules stay loaded for as long as a descriptor is open; this one is never closed.
    static const iconv_t kept = ::iconv_open("UTF-16", "UTF-8");
    const std::intptr_t failed = -1;
    if (std::bit_cast<std::intptr_t>(kept) == failed) return false;
    return !poppler::ustring::from_utf8("text").empty();
}

Result<Parsed> parse_pdf(std::string_view bytes, const std::string& name, const Limits& limits) {
    const PdfTrouble trouble;
    auto pdf = open(bytes, name);
    if (!pdf) return pass_on(pdf);
    const int count = (*pdf)->pages();
    if (count < 1) {
        return fail(ErrorCode::invalid, "the PDF is damaged: it has no pages", name, "Export it again");
    }
    if (count > static_cast<int>(limits.pages)) {
        return too_large("the PDF has " + std::to_string(count) + " pages, more than the limit of " +
                             std::to_string(limits.pages),
                         name, "document-pages");
    }
    Parsed out;
    out.format = Format::pdf;
    Collected pages(static_cast<std::size_t>(count));
    std::size_t total = 0;
    for (int i = 0; i < count; ++i) {
        const std::unique_ptr<poppler::page> page((*pdf)->create_page(i));
        if (page == nullptr) {
            out.warnings.push_back(page_label(i) + " is damaged and could not be read.");
            continue;
        }
        PdfPage found = read_page(*page);
        total += found.bytes;
        if (total > limits.text_bytes) {
            return too_large(
                "the text is longer than the limit of " + std::to_string(limits.text_bytes) + " bytes", name,
                "document-text-megabytes");
        }
        file_page(*page, i, found, out);
        pages.upright[static_cast<std::size_t>(i)] = std::move(found.upright);
        pages.turned[static_cast<std::size_t>(i)] = std::move(found.turned);
    }
    std::ranges::move(trouble.warnings(), std::back_inserter(out.warnings));
    out.pages = std::move(pages).texts();
    return out;
}

Result<GrayImage> render_pdf_page(std::string_view bytes, const std::string& name, std::uint32_t page,
                                  std::uint32_t dots_per_inch, std::size_t max_pixels) {
    const PdfTrouble trouble;
    auto pdf = open(bytes, name);
    if (!pdf) return pass_on(pdf);
    const std::unique_ptr<poppler::page> found((*pdf)->create_page(static_cast<int>(page)));
    GrayImage image = found == nullptr ? GrayImage{} : draw_page(*found, dots_per_inch, max_pixels);
    if (image.pixels.empty()) {
        return fail(ErrorCode::invalid, "page " + std::to_string(page + 1) + " cannot be drawn", name,
                    "Export it again");
    }
    return image;
}

}  // namespace headway::document
