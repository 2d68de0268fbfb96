// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/pdf_trouble.hpp"

#include <algorithm>
#include <array>
#include <poppler-global.h>
#include <string_view>

namespace headway::document {
namespace {

using namespace std::string_view_literals;

/// A font was asked for that is not there: its text is skipped.
constexpr std::array lost_font{"No font in show"sv, "language pack"sv};

/// Parts of the file are cut off or unreadable.
constexpr std::array damaged{"trailer"sv,
                             "xref"sv,
                             "XRef"sv,
                             "endstream"sv,
                             "End of file"sv,
                             "compression"sv,
                             "flate stream"sv,
                             "Bad 'Length'"sv,
                             "Leftover args"sv,
                             "Wrong type in"sv,
                             "Weird page contents"sv};

template <class Array>
bool mentions(const std::string& message, const Array& phrases) {
    return std::ranges::any_of(phrases,
                               [&](std::string_view p) { return message.find(p) != std::string::npos; });
}

void ignore(const std::string& /*message*/, void* /*closure*/) {}

}  // namespace

PdfTrouble::PdfTrouble() {
    poppler::set_debug_error_function(&PdfTrouble::listen, this);
}

PdfTrouble::~PdfTrouble() {
    poppler::set_debug_error_function(&ignore, nullptr);
}

void PdfTrouble::listen(const std::string& message, void* self) {
    auto* trouble = static_cast<PdfTrouble*>(self);
    trouble->lost_font_ = trouble->lost_font_ || mentions(message, lost_font);
    trouble->damaged_ = trouble->damaged_ || mentions(message, damaged);
}

std::vector<std::string> PdfTrouble::warnings() const {
    std::vector<std::string> out;
    if (lost_font_) out.emplace_back("Text in a font that cannot be read here was left out.");
    if (damaged_) out.emplace_back("The PDF is damaged in places; check that no text is missing.");
    return out;
}

}  // namespace headway::document
