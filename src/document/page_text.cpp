// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page_text.hpp"

#include <iterator>
#include <utility>

#include "document/clean.hpp"
#include "document/columns.hpp"
#include "document/flow.hpp"
#include "document/hyphens.hpp"

namespace headway::document {
namespace {

using BlockLines = std::vector<Line>;

/// A shorter line is a heading or an entry of a list, not the middle of a sentence.
constexpr std::size_t least_line = 20;

void add_row_lines(std::vector<Word> words, std::vector<BlockLines>& out) {
    if (!words.empty()) out.push_back(make_lines({make_rows(std::move(words))}));
}

/// A sentence that runs on from the foot of one column to the head of the next.
bool runs_on(const BlockLines& block, const BlockLines& next) {
    if (block.empty() || next.empty() || next.front().bullet || next.front().cells) return false;
    const std::string& last = block.back().text;
    const char end = last.back();
    const char start = next.front().text.front();
    const bool open_end = (end >= 'a' && end <= 'z') || end == ',' || end == '-';
    return open_end && start >= 'a' && start <= 'z' && letter_count(last) >= least_line &&
           !block.back().cells;
}

std::string join_blocks(const std::vector<BlockLines>& blocks, const Hyphens& hyphens) {
    std::string text;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const std::string block = flow_text(blocks[i], hyphens);
        if (i > 0 && runs_on(blocks[i - 1], blocks[i])) {
            text.pop_back();
            append_continuation(text, block, hyphens);
        } else {
            if (!text.empty()) text += '\n';
            text += block;
        }
    }
    return text;
}

}  // namespace

std::vector<std::string> text_of_pages(std::vector<PageWords> pages) {
    std::vector<Margins> margins = take_running_lines(pages);
    std::vector<std::vector<BlockLines>> lines(pages.size());
    Hyphens hyphens;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        add_row_lines(std::move(margins[i].header), lines[i]);
        for (const Block& block : split_columns(std::move(pages[i].words)))
            lines[i].push_back(make_lines(block));
        add_row_lines(std::move(margins[i].footer), lines[i]);
        for (const BlockLines& block : lines[i]) {
            for (const Line& line : block) hyphens.learn(line.text);
        }
    }
    std::vector<std::string> out;
    out.reserve(lines.size());
    for (const auto& blocks : lines) out.push_back(tidy_lines(join_blocks(blocks, hyphens)));
    return out;
}

}  // namespace headway::document
