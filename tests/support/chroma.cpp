// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/chroma.hpp"

#include <filesystem>

#include "support/free_port.hpp"

namespace headway::test {
namespace {

constexpr const char* command =
    "source scripts/node.sh && exec node tests/support/chroma.mjs \"$0\" \"$1\" 3>&1 >/dev/null 2>&1";

}  // namespace

std::unique_ptr<Chroma> Chroma::start() {
    if (!std::filesystem::exists(HEADWAY_SOURCE_DIR
                                 "/build/test-servers/node_modules/chromadb-js-bindings-linux-x64-gnu"))
        return nullptr;
    std::unique_ptr<Chroma> out(new Chroma());
    out->url_ = "http://127.0.0.1:" + std::to_string(free_port());
    out->start_again();
    return out;
}

void Chroma::start_again() {
    server_.emplace(
        std::vector<std::string>{"bash", "-c", command, folder_.path(), url_.substr(url_.rfind(':') + 1)});
}

}  // namespace headway::test
