// SPDX-License-Identifier: GPL-3.0-or-later
// What a language model's server sends. The first byte is the size of the pieces: the events must be the same
// as when all comes at once, and whatever they hold must be read or refused.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "llm/event_parser.hpp"
#include "llm/reply.hpp"

namespace {

using namespace headway;

/// Events, then how it ended.
std::vector<std::string> events_of(std::string_view bytes, std::size_t size) {
    std::vector<std::string> out;
    llm::EventParser parser(
        [&](std::string_view data) {
            out.emplace_back(data);
            return data != "[DONE]";
        },
        100'000);
    for (std::size_t at = 0; at < bytes.size(); at += size) {
        const auto fed = parser.feed(bytes.substr(at, size));
        if (!fed) return {"too large"};
        if (!*fed) return out;
    }
    (void)parser.finish();
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto whole = events_of(bytes, std::max<std::size_t>(bytes.size(), 1));
    if (whole != events_of(bytes, data[0] % 32U + 1U)) std::abort();
    for (const std::string& event : whole) {
        if (const auto piece = llm::read_piece(event); piece && piece->text.size() > event.size())
            std::abort();
    }
    (void)llm::read_answer(bytes);
    (void)llm::read_embeddings(bytes, 2);
    (void)llm::lists_model(bytes, "m");
    if (llm::read_complaint(bytes).size() > 200) std::abort();
    if (llm::json_in(bytes).size() > bytes.size()) std::abort();
    return 0;
}
