// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace headway::llm {

/// Server-sent events out of bytes that arrive in any pieces. Lines end with LF, CR or CRLF; comments and
/// fields other than "data" are passed over; several data lines of one event are joined by LF.
class EventParser {
  public:
    /// False: no more is wanted.
    using OnData = std::function<bool(std::string_view)>;

    explicit EventParser(OnData on_data, std::size_t largest = std::size_t{1} << 20U)
        : on_data_(std::move(on_data)), largest_(largest) {}

    /// False once on_data said so. too_large for a line or an event above `largest` bytes.
    [[nodiscard]] Result<bool> feed(std::string_view bytes);
    /// The bytes are over: an event that lacks its empty line counts, as servers forget it behind "[DONE]".
    [[nodiscard]] Result<bool> finish();

  private:
    [[nodiscard]] bool take_line();

    OnData on_data_;
    std::size_t largest_;
    std::string line_;
    std::string data_;
    bool has_data_ = false;
    bool after_cr_ = false;   ///< An LF that follows belongs to the CR.
    bool first_line_ = true;  ///< May begin with a byte order mark.
    bool wanted_ = true;
};

}  // namespace headway::llm
