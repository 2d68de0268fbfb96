// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace headway::json {

/// Streams one JSON value into a string; the caller keeps opens, keys and closes in order.
class Writer {
  public:
    explicit Writer(bool pretty) : pretty_(pretty) {}
    /// Room for so many bytes at once, when the caller can tell.
    void reserve(std::size_t bytes) { out_.reserve(bytes); }

    void open(char bracket);
    void close(char bracket);
    void key(std::string_view name);
    /// A key that needs no escapes, as names of members.
    void plain_key(std::string_view name);
    void string(std::string_view value);
    void number(double value);
    void integer(std::int64_t value);
    void boolean(bool value);
    void null();
    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    void before_value();
    void new_line();

    std::string out_;
    bool pretty_ = false;
    bool first_ = true;  ///< Nothing stands in the open bracket yet.
    bool after_key_ = false;
    int depth_ = 0;
};

}  // namespace headway::json
