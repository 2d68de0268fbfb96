// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "app/command_line.hpp"
#include "app/terminal.hpp"
#include "document/helper.hpp"

int main(int argc, char** argv) {
    // Must be the first thing: in the helper process nothing else may run.
    if (const auto code = headway::document::run_document_helper(argc, argv)) return *code;
    std::ios::sync_with_stdio(false);
    headway::app::Streams streams{std::cin, std::cout, std::cerr, headway::app::wants_colour(),
                                  headway::app::terminal_width()};
    return headway::app::run_command_line(argc, argv, streams);
}
