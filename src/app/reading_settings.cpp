// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading_settings.hpp"

#include <charconv>
#include <cstdint>
#include <string_view>

namespace headway::app {
namespace {

using document::Limits;

template <class Number>
bool take_number(Number& to, const std::string& v, std::uint32_t min, std::uint32_t max, Number unit = 1) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(v.data(), v.data() + v.size(), value);
    if (error != std::errc() || end != v.data() + v.size() || value < min || value > max) return false;
    to = value * unit;
    return true;
}

bool take_yes_or_no(bool& to, const std::string& v) {
    to = v == "yes";
    return v == "yes" || v == "no";
}

/// They become an argument of tesseract and names of files in its folder.
bool take_languages(Limits& l, const std::string& v) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    constexpr std::string_view others = "0123456789_+/-";
    l.ocr_languages = v;
    if (v.empty() || v.size() > 200 || letters.find(v.front()) == std::string_view::npos) return false;
    for (char c : v) {
        if (letters.find(c) == std::string_view::npos && others.find(c) == std::string_view::npos)
            return false;
    }
    return true;
}

constexpr std::size_t mebibyte = std::size_t{1} << 20U;

}  // namespace

const std::vector<ReadingSetting>& reading_settings() {
    static const std::vector<ReadingSetting> all = {
        {{"document-megabytes", "size of a document that is read, 1 to 1000 MiB"},
         [](Limits& l, const std::string& v) { return take_number(l.file_bytes, v, 1, 1000, mebibyte); }},
        {{"document-text-megabytes", "size of its text, 1 to 64 MiB"},
         [](Limits& l, const std::string& v) { return take_number(l.text_bytes, v, 1, 64, mebibyte); }},
        {{"document-unpacked-megabytes", "size of what a DOCX unpacks to, 1 to 1000 MiB"},
         [](Limits& l, const std::string& v) { return take_number(l.unpacked_bytes, v, 1, 1000, mebibyte); }},
        {{"document-pages", "pages of a document that is read, 1 to 10000"},
         [](Limits& l, const std::string& v) { return take_number(l.pages, v, 1, 10'000); }},
        {{"document-seconds", "seconds of processor time for reading a document, 1 to 3600"},
         [](Limits& l, const std::string& v) { return take_number(l.seconds, v, 1, 3600); }},
        {{"document-memory-megabytes", "memory for reading a document, 128 to 65536 MiB"},
         [](Limits& l, const std::string& v) {
             return take_number(l.memory_bytes, v, 128, 65'536, mebibyte);
         }},
        {{"ocr", "yes or no: whether tesseract reads pages that are pictures; yes when absent"},
         [](Limits& l, const std::string& v) { return take_yes_or_no(l.ocr, v); }},
        {{"ocr-languages", "languages of these pages as tesseract names them, such as eng+deu"},
         take_languages},
        {{"ocr-pages", "pages of a document that tesseract reads, 1 to 10000"},
         [](Limits& l, const std::string& v) { return take_number(l.ocr_pages, v, 1, 10'000); }},
        {{"ocr-seconds", "seconds for all of these pages together, 1 to 3600"},
         [](Limits& l, const std::string& v) { return take_number(l.ocr_seconds, v, 1, 3600); }},
        {{"allow-unconfined",
          "yes or no: whether documents are read, with a warning, where the kernel refuses to confine their "
          "reader; no when absent"},
         [](Limits& l, const std::string& v) { return take_yes_or_no(l.allow_unconfined, v); }}};
    return all;
}

}  // namespace headway::app
