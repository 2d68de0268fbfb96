// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/ocr.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "document/child.hpp"
#include "document/clean.hpp"

namespace headway::document {
namespace {

/// Below this (of 100) tesseract guesses at specks and ornaments.
constexpr double least_confidence = 30;
constexpr std::size_t max_tsv_bytes = 8U << 20U;
/// Columns of the table: level page block par line word left top width height conf text.
constexpr std::size_t columns = 12;
constexpr std::string_view line_level = "4";
constexpr std::string_view word_level = "5";

std::optional<double> number(std::string_view s) {
    double value = 0;
    const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), value);
    if (error != std::errc{} || end != s.data() + s.size()) return std::nullopt;
    return value;
}

std::optional<std::array<std::string_view, columns>> cells_of(std::string_view line) {
    std::array<std::string_view, columns> cells;
    for (std::size_t i = 0; i < columns; ++i) {
        const std::size_t tab = line.find('\t');
        if (i + 1 < columns && tab == std::string_view::npos) return std::nullopt;
        cells[i] = line.substr(0, tab);
        line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
    }
    return cells;
}

/// A row of the table: where a line or a word stands.
struct Place {
    double left;
    double top;
    double width;
    double height;
    double confidence;
};

std::optional<Place> place_of(const std::array<std::string_view, columns>& cells) {
    std::array<double, 5> values{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto value = number(cells[6 + i]);
        if (!value) return std::nullopt;
        values[i] = *value;
    }
    return Place{values[0], values[1], values[2], values[3], values[4]};
}

/// A word gets the height of its line: boxes drawn tightly around "nine" and "years" do not stand level.
std::optional<Word> word_at(const Place& place, const Place& line, std::string_view text) {
    Word word{place.left, line.top, place.left + place.width, line.top + line.height,
              clean_characters(text, SoftHyphen::painted)};
    if (word.text.find_first_not_of(' ') == std::string::npos) return std::nullopt;
    word.em = estimate_em(word);
    return word;
}

std::string portable_gray_map(const GrayImage& image) {
    std::string out = "P5\n" + std::to_string(image.width) + " " + std::to_string(image.height) + "\n255\n";
    out += image.pixels;
    return out;
}

}  // namespace

std::string find_tesseract() {
    const char* path = std::getenv("PATH");
    std::string_view rest = path == nullptr ? std::string_view{} : std::string_view(path);
    while (!rest.empty()) {
        const std::size_t colon = std::min(rest.find(':'), rest.size());
        const std::string candidate = std::string(rest.substr(0, colon)) + "/tesseract";
        struct stat st{};
        // A relative entry of PATH would run what lies in the current folder.
        if (candidate.front() == '/' && ::stat(candidate.c_str(), &st) == 0 && S_ISREG(st.st_mode) &&
            ::access(candidate.c_str(), X_OK) == 0) {
            return candidate;
        }
        rest.remove_prefix(std::min(colon + 1, rest.size()));
    }
    return {};
}

OcrPage parse_tesseract_tsv(std::string_view tsv) {
    OcrPage page;
    double sum = 0;
    std::optional<Place> line;
    while (!tsv.empty()) {
        const std::size_t end = std::min(tsv.find('\n'), tsv.size());
        const auto cells = cells_of(tsv.substr(0, end));
        tsv.remove_prefix(std::min(end + 1, tsv.size()));
        const auto place = cells ? place_of(*cells) : std::nullopt;
        if (!place) continue;
        if ((*cells)[0] == line_level) line = place;
        if ((*cells)[0] != word_level || place->confidence < least_confidence) continue;
        if (auto word = word_at(*place, line.value_or(*place), (*cells)[11])) {
            sum += place->confidence;
            page.words.words.push_back(std::move(*word));
        }
    }
    if (!page.words.words.empty()) page.confidence = sum / static_cast<double>(page.words.words.size());
    return page;
}

Result<OcrPage> read_picture(const std::string& tesseract, const GrayImage& image,
                             const std::string& languages, std::chrono::seconds time,
                             std::size_t memory_bytes) {
    const std::string picture = portable_gray_map(image);
    ChildTask task;
    task.role = {"ocr",
                 tesseract,
                 languages,
                 std::to_string(image.dots_per_inch),
                 std::to_string(time.count()),
                 std::to_string(memory_bytes)};
    task.input = picture;
    task.wall = time;
    task.max_output = max_tsv_bytes;
    const ChildOutcome outcome = run_child(task);
    if (outcome.end == ChildEnd::too_slow)
        return fail(ErrorCode::unavailable, "OCR took too long", tesseract);
    if (outcome.end != ChildEnd::finished || outcome.code != 0) {
        const std::string reason = outcome.messages.substr(0, outcome.messages.find('\n'));
        return fail(ErrorCode::unavailable, "OCR failed" + (reason.empty() ? "" : " (" + reason + ")"),
                    tesseract,
                    "Check that tesseract and its language data (" + languages + ") are installed");
    }
    OcrPage page = parse_tesseract_tsv(outcome.output);
    page.words.width = image.width;
    page.words.height = image.height;
    return page;
}

}  // namespace headway::document
