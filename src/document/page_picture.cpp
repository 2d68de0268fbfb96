// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page_picture.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <vector>

namespace headway::document {
namespace {

constexpr std::uint32_t blank_dpi = 36;
constexpr std::uint32_t picture_dpi = 72;
constexpr std::size_t thumbnail_pixels = 1U << 20U;
/// A colour that no document is printed on, to see what paints its paper.
constexpr poppler::argb visible_paper = 0xFFFF00FF;
/// Share of the page that a picture of a page covers.
constexpr double most_of_page = 0.6;
/// Marks beside the words among all pixels from which there is something to read: about a line of text.
constexpr double least_marks = 0.001;
/// The page in cells; ink on bare paper is a picture of a page when so many of them hold marks. The boxes of
/// forms and drawings hold fewer.
constexpr std::size_t cells_across = 10;
constexpr std::size_t cells_down = 14;
constexpr double most_cells = 0.65;
/// Difference in grey between neighbours that makes an edge.
constexpr int edge_contrast = 48;

double dpi_within(const poppler::page& page, std::uint32_t dots_per_inch, std::size_t max_pixels) {
    const poppler::rectf area = page.page_rect();
    const double inches = std::max(1e-6, area.width() / 72 * area.height() / 72);
    return std::min(double(dots_per_inch), std::sqrt(static_cast<double>(max_pixels) / inches));
}

/// A page drawn small: how light each pixel is, and whether anything was painted there.
struct Thumbnail {
    std::size_t width = 0;
    std::size_t height = 0;
    double dpi = 0;
    std::vector<unsigned char> light;  ///< bare paper counts as white
    std::size_t painted = 0;           ///< pixels
};

Thumbnail draw_thumbnail(const poppler::page& page) {
    Thumbnail out;
    out.dpi = dpi_within(page, picture_dpi, thumbnail_pixels);
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_rgb24);
    renderer.set_paper_color(visible_paper);
    const poppler::image picture = renderer.render_page(&page, out.dpi, out.dpi);
    if (!picture.is_valid() || picture.width() <= 0 || picture.height() <= 0) return out;
    out.width = static_cast<std::size_t>(picture.width());
    out.height = static_cast<std::size_t>(picture.height());
    out.light.reserve(out.width * out.height);
    for (std::size_t y = 0; y < out.height; ++y) {
        const auto* row = reinterpret_cast<const unsigned char*>(picture.const_data()) +
                          static_cast<std::size_t>(picture.bytes_per_row()) * y;
        for (std::size_t x = 0; x < out.width; ++x) {
            const unsigned char* p = row + 3 * x;
            const bool bare = p[0] == 0xFF && p[1] == 0 && p[2] == 0xFF;
            out.painted += bare ? 0 : 1;
            out.light.push_back(bare ? 0xFF : static_cast<unsigned char>((p[0] + 2 * p[1] + p[2]) / 4));
        }
    }
    return out;
}

/// Pixels where words stand, and their seams.
std::vector<bool> word_pixels(const poppler::page& page, const Thumbnail& t) {
    std::vector<bool> out(t.light.size(), false);
    const auto pixel = [&](double points, double seam, std::size_t size) {
        const double at = points / 72 * t.dpi + seam;
        return static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(size)));
    };
    for (const poppler::text_box& box : page.text_list(0)) {
        const poppler::rectf r = box.bbox();
        const std::size_t right = pixel(std::max(r.left(), r.right()), 3, t.width);
        const std::size_t bottom = pixel(std::max(r.top(), r.bottom()), 3, t.height);
        for (std::size_t y = pixel(std::min(r.top(), r.bottom()), -2, t.height); y < bottom; ++y) {
            for (std::size_t x = pixel(std::min(r.left(), r.right()), -2, t.width); x < right; ++x)
                out[y * t.width + x] = true;
        }
    }
    return out;
}

struct Marks {
    std::size_t pixels = 0;
    std::size_t cells = 0;
};

/// Edges between light and dark that are no word of the page.
Marks marks_beside_words(const poppler::page& page, const Thumbnail& t) {
    Marks out;
    const std::vector<bool> words = word_pixels(page, t);
    std::vector<bool> cells(cells_across * cells_down, false);
    for (std::size_t y = 0; y + 1 < t.height; ++y) {
        for (std::size_t x = 0; x + 1 < t.width; ++x) {
            const std::size_t at = y * t.width + x;
            const int here = t.light[at];
            const bool edge = std::abs(here - t.light[at + 1]) > edge_contrast ||
                              std::abs(here - t.light[at + t.width]) > edge_contrast;
            if (!edge || words[at]) continue;
            ++out.pixels;
            cells[y * cells_down / t.height * cells_across + x * cells_across / t.width] = true;
        }
    }
    out.cells = static_cast<std::size_t>(std::ranges::count(cells, true));
    return out;
}

}  // namespace

GrayImage draw_page(const poppler::page& page, std::uint32_t dots_per_inch, std::size_t max_pixels) {
    const double dpi = dpi_within(page, dots_per_inch, max_pixels);
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    renderer.set_render_hints(poppler::page_renderer::antialiasing |
                              poppler::page_renderer::text_antialiasing);
    const poppler::image picture = renderer.render_page(&page, dpi, dpi);
    GrayImage out;
    if (!picture.is_valid() || picture.width() <= 0 || picture.height() <= 0) return out;
    out.width = static_cast<std::uint32_t>(picture.width());
    out.height = static_cast<std::uint32_t>(picture.height());
    out.dots_per_inch = static_cast<std::uint32_t>(std::max(1.0, dpi));
    out.pixels.reserve(std::size_t{out.width} * out.height);
    for (std::uint32_t y = 0; y < out.height; ++y) {
        out.pixels.append(picture.const_data() + std::ptrdiff_t{picture.bytes_per_row()} * y, out.width);
    }
    return out;
}

bool is_blank(const poppler::page& page) {
    const GrayImage image = draw_page(page, blank_dpi, thumbnail_pixels);
    return std::ranges::all_of(image.pixels, [](char c) { return static_cast<unsigned char>(c) > 245; });
}

bool is_mostly_picture(const poppler::page& page) {
    const Thumbnail t = draw_thumbnail(page);
    if (t.light.empty()) return false;
    const auto all = static_cast<double>(t.light.size());
    const Marks marks = marks_beside_words(page, t);
    if (static_cast<double>(marks.pixels) < least_marks * all) return false;
    return static_cast<double>(t.painted) >= most_of_page * all ||
           static_cast<double>(marks.cells) >= most_cells * cells_across * cells_down;
}

}  // namespace headway::document
