// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secret_setting.hpp"

#include <algorithm>
#include <string_view>

#include "base/bytes.hpp"

namespace headway::app {
namespace {

constexpr std::string_view file_mark = "file:";
constexpr std::size_t largest_secret = 16'384;

bool is_secret(std::string_view name) {
    constexpr std::string_view ends[] = {"-key", "-secret", "-password", "-token"};
    return std::ranges::any_of(ends, [&](std::string_view end) { return name.ends_with(end); });
}

}  // namespace

Result<std::string> secret_or_as_given(const std::string& name, const std::string& value,
                                       const std::string& where) {
    if (!is_secret(name) || !value.starts_with(file_mark)) return value;
    const std::string path = value.substr(file_mark.size());
    auto content = read_file(path, largest_secret);
    if (!content)
        return fail(content.error().code, "the file of the secret cannot be read: " + content.error().what,
                    where + ", " + path, "Check that it is there and belongs to the user of the program");
    while (content->ends_with('\n') || content->ends_with('\r')) content->pop_back();
    if (content->empty() || content->find_first_of("\r\n") != std::string::npos)
        return fail(ErrorCode::invalid, "expected one line with the secret", where + ", " + path);
    return content;
}

}  // namespace headway::app
