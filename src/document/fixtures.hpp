// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/page_words.hpp"
#include "document/parsed.hpp"

/// Small documents made on the spot, so that tests need no files.
namespace headway::document::fixtures {

/// Text at a place of an A4 page: x from the left, y from the top, in points, Helvetica.
struct Placed {
    double x;
    double y;
    std::string text;  ///< windows-1252
    double size = 10;
};

struct PdfPage {
    std::vector<Placed> texts;
    std::string more_content;        ///< operators put after the texts
    std::optional<GrayImage> image;  ///< fills the page
};

enum class Lock { open, password };

[[nodiscard]] std::string make_pdf(const std::vector<PdfPage>& pages, Lock lock = Lock::open);
/// One page that says `text`.
[[nodiscard]] std::string make_pdf(const std::string& text);

/// A form field whose value sends poppler 22.12 into an endless loop; a reader without a time limit never
/// comes back.
[[nodiscard]] std::string make_endless_pdf();

struct Part {
    std::string name;
    std::string content;
};

/// An archive of uncompressed parts.
[[nodiscard]] std::string make_zip(const std::vector<Part>& parts);
/// A DOCX whose body is `body` (WordprocessingML with prefix w), with more parts on demand.
[[nodiscard]] std::string make_docx(const std::string& body, const std::vector<Part>& more = {});
/// A paragraph with one run.
[[nodiscard]] std::string paragraph(const std::string& text, const std::string& properties = {});

/// Words of one line at `y`, starting at `x`, letters five points wide, blanks three; size ten.
[[nodiscard]] std::vector<Word> words_at(double x, double y, std::string_view text);

/// The folder of test data outside the repository. When it is absent, this skips the test with a reason, or
/// fails it under CI; then the result is empty.
[[nodiscard]] std::string data_folder();

}  // namespace headway::document::fixtures
