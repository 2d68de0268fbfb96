// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/sentences.hpp"

#include "json/json.hpp"

// contract/sentences.de.json as read-only data of the program; HEADWAY_SENTENCES_DE is its path.
asm(R"(
    .section .rodata.headway_sentences, "a"
    .globl headway_sentences_de_begin, headway_sentences_de_end
    .hidden headway_sentences_de_begin, headway_sentences_de_end
headway_sentences_de_begin:
    .incbin ")" HEADWAY_SENTENCES_DE R"("
headway_sentences_de_end:
    .byte 0
    .text
)");

extern "C" {
extern const char headway_sentences_de_begin[];
extern const char headway_sentences_de_end[];
}

namespace headway::language {

Result<Sentences> read_sentences(std::string_view text) {
    auto out = json::from_json<Sentences>(text);
    if (!out) return out;
    if (out->manner.quotes.size() != 2)
        return fail(ErrorCode::invalid, "expected two quotation marks", "manner.quotes");
    for (const Topic& topic : out->lists) {
        for (const auto& pair : topic.sentences) {
            if (pair.size() != 2 || pair.front().empty())
                return fail(ErrorCode::invalid, "expected a sentence in English and in the other language",
                            topic.of);
        }
    }
    return out;
}

std::string_view german_sentences() {
    return {static_cast<const char*>(headway_sentences_de_begin),
            static_cast<std::size_t>(headway_sentences_de_end - headway_sentences_de_begin)};
}

}  // namespace headway::language
