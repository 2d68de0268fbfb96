// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a cursor: none that was not sealed for this very list is taken. Any content is sealed and
// opened again, and a cursor with one bit changed is refused.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "http/page.hpp"
#include "http/target.hpp"

namespace fuzzed {

struct Place {
    std::string title;
    std::int64_t at = 0;
    std::string id;
};
BOOST_DESCRIBE_STRUCT(Place, (), (title, at, id))

}  // namespace fuzzed

namespace {

using namespace headway;

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const http::CursorKey key("a secret of this fuzzer, 32 bytes");
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::string list = "jobs of somebody";
    if (const auto opened = key.open(list, bytes)) require(key.seal(list, *opened) == bytes);

    const std::string_view content = bytes.substr(0, 1024);
    std::string sealed = key.seal(list, content);
    const auto opened = key.open(list, sealed);
    require(opened && *opened == content);
    require(!key.open("jobs of somebody else", sealed));
    const std::size_t at = size % sealed.size();
    sealed[at] = static_cast<char>(sealed[at] ^ 1);
    if (const auto altered = key.open(list, sealed)) std::abort();

    if (auto query = http::parse_query(bytes.substr(0, 4096))) {
        const http::Call call({}, {}, {}, std::move(*query));
        const auto page = http::page_of(call);
        if (page) {
            require(page->limit >= 1 && page->limit <= 100);
            // Content of any kind behind a true seal, as an older version might have made it.
            http::Page sent = *page;
            sent.cursor = key.seal(list, content);
            (void)http::read_cursor<fuzzed::Place>(key, list, sent);
        }
    }
    return 0;
}
