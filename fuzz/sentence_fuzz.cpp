// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a sentence of the program: said in German in bounded time, or left alone; and what is in the
// list always known.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "language/translator.hpp"

namespace {

using namespace headway;

const language::Translator& german() {
    static const language::Translator translator(
        language::read_sentences(language::german_sentences()).value());
    return translator;
}

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const std::string names[] = {text.substr(0, size / 2), "Food and drink"};
    static_cast<void>(german().translate(text, names));
    require(german().translate("The title asks for a senior.").has_value());
    // Words of a document inside of a sentence, whatever they are.
    if (size > 0) require(german().translate("The ad says “" + text + "”.").has_value());
    return 0;
}
