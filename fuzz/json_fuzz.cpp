// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as JSON into a struct with every kind of field; what was understood must come back the same.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "json/json.hpp"

namespace fuzzed {

struct Inner {
    std::string text;
    double number = 0;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (text, number))

struct Outer {
    std::vector<Inner> list;
    std::optional<Inner> maybe;
    std::vector<std::vector<std::int64_t>> deep;
    std::uint32_t count = 0;
    bool flag = false;
    std::string class_;
};
BOOST_DESCRIBE_STRUCT(Outer, (), (list, maybe, deep, count, flag, class_))

}  // namespace fuzzed

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace json = headway::json;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto value = json::from_json<fuzzed::Outer>(text);
    if (!value) {
        if (value.error().what.empty()) std::abort();
        return 0;
    }
    const std::string written = json::to_json(*value);
    const auto again = json::from_json<fuzzed::Outer>(written);
    if (!again || json::to_json(*again) != written) std::abort();
    return 0;
}
