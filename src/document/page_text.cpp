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

void add_row_lines(std::vector<Word> words, std::vector<BlockLines>& out) {
    if (!words.empty()) out.push_back(make_lines({make_rows(std::move(words))}));
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
    for (const auto& blocks : lines) {
        std::string text;
        for (const BlockLines& block : blocks) {
            if (!text.empty()) text += '\n';
            text += flow_text(block, hyphens);
        }
        out.push_back(tidy_lines(text));
    }
    return out;
}

}  // namespace headway::document
