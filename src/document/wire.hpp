// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "document/parsed.hpp"

namespace headway::document {

/// What the confined reader is asked to do.
enum class Task : std::uint8_t { parse, render };

struct Request {
    Task task = Task::parse;
    std::uint32_t page = 0;           ///< for render: index of the page
    std::uint32_t dots_per_inch = 0;  ///< for render
    std::uint64_t max_pixels = 0;     ///< for render
    std::string name;
    Limits limits;
    std::string_view bytes;  ///< the file; borrowed
};

/// One of the two, by task.
struct Answer {
    Parsed parsed;
    GrayImage image;
};

[[nodiscard]] std::string encode_request(const Request& request);
/// `frame` must outlive the result. Nothing when the frame is damaged.
[[nodiscard]] Result<Request> decode_request(std::string_view frame);

[[nodiscard]] std::string encode_answer(const Result<Answer>& answer);
/// The sender may have been taken over by a hostile file, so nothing is believed: lengths, ranges, UTF-8 and
/// the end mark are checked. `internal` when the frame is not a whole and valid answer; otherwise the answer
/// or the error inside.
[[nodiscard]] Result<Answer> decode_answer(std::string_view frame);

}  // namespace headway::document
