// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/text_writer.hpp"

#include <algorithm>

namespace headway::document {
namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

}  // namespace

bool TextWriter::at_line_start() const {
    return breaks_ > 0 || bullet_ || out_.empty() || out_.back() == '\n' || out_.ends_with("\u2022 ");
}

void TextWriter::flush_breaks() {
    if (!out_.empty()) out_.append(static_cast<std::size_t>(breaks_), '\n');
    if (breaks_ > 0 || bullet_) tab_ = space_ = false;
    breaks_ = 0;
    if (bullet_) out_ += "\u2022 ";
    bullet_ = false;
    if (tab_ && !out_.empty() && out_.back() != '\n') {
        out_ += '\t';
    } else if (space_ && !out_.empty() && !is_blank(out_.back())) {
        out_ += ' ';
    }
    tab_ = space_ = false;
}

void TextWriter::text(std::string_view utf8) {
    if (out_.size() + utf8.size() > limit_) {
        full_ = true;
        return;
    }
    for (std::size_t i = 0; i < utf8.size();) {
        if (is_blank(utf8[i])) {
            space_ = true;
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < utf8.size() && !is_blank(utf8[end])) ++end;
        flush_breaks();
        out_ += utf8.substr(i, end - i);
        i = end;
    }
}

void TextWriter::verbatim(std::string_view utf8) {
    if (out_.size() + utf8.size() > limit_) {
        full_ = true;
        return;
    }
    if (utf8.empty()) return;
    flush_breaks();
    out_ += utf8;
}

void TextWriter::line_break() {
    breaks_ = std::max(breaks_, 1);
    space_ = tab_ = false;
}

void TextWriter::paragraph_break() {
    breaks_ = 2;
    space_ = tab_ = false;
}

void TextWriter::bullet() {
    line_break();
    bullet_ = true;
}

void TextWriter::cell() {
    if (at_line_start()) return;
    tab_ = true;
    space_ = false;
}

}  // namespace headway::document
