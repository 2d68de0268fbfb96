// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/event_parser.hpp"

#include <algorithm>

namespace headway::llm {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

Result<bool> EventParser::feed(std::string_view bytes) {
    while (wanted_ && !bytes.empty()) {
        if (after_cr_) {
            after_cr_ = false;
            if (bytes.front() == '\n') bytes.remove_prefix(1);
        }
        const std::size_t end = bytes.find_first_of("\r\n");
        const std::string_view piece = bytes.substr(0, end);
        if (line_.size() + data_.size() + piece.size() > largest_)
            return fail(ErrorCode::too_large, "an event of the model's server is larger than what is read");
        line_ += piece;
        if (end == std::string_view::npos) break;
        after_cr_ = bytes[end] == '\r';
        bytes.remove_prefix(end + 1);
        wanted_ = take_line();
    }
    return wanted_;
}

Result<bool> EventParser::finish() {
    if (wanted_ && !line_.empty()) wanted_ = take_line();
    if (wanted_ && has_data_) wanted_ = take_line();  // the empty line
    return wanted_;
}

bool EventParser::take_line() {
    std::string_view line = line_;
    if (first_line_ && line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
    first_line_ = false;
    bool go_on = true;
    if (line.empty()) {
        if (has_data_) go_on = on_data_(data_);
        data_.clear();
        has_data_ = false;
    } else if (line == "data" || line.starts_with("data:")) {
        line.remove_prefix(std::min<std::size_t>(line.size(), 5));
        if (line.starts_with(' ')) line.remove_prefix(1);
        if (has_data_) data_ += '\n';
        data_ += line;
        has_data_ = true;
    }
    line_.clear();
    return go_on;
}

}  // namespace headway::llm
