// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace boost::json {
class value;
}

namespace headway::json {

/// A place in JSON of strangers, looked into without complaint: what is absent, null or of another kind than
/// asked for is nothing. Valid while its Tree is.
class Node {
  public:
    Node() = default;
    explicit Node(const boost::json::value* value) : value_(value) {}

    /// A member of an object; of anything else, nothing.
    [[nodiscard]] Node operator[](std::string_view key) const;
    /// Entries of a list; of anything else, none.
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] Node item(std::size_t index) const;
    /// Names of the members of an object, in their order; of anything else, none.
    [[nodiscard]] std::vector<std::string> names() const;
    /// The value as JSON text; null for nothing.
    [[nodiscard]] std::string json() const;

    [[nodiscard]] std::optional<std::string> text() const;
    [[nodiscard]] std::optional<double> number() const;
    [[nodiscard]] std::optional<std::int64_t> whole() const;
    [[nodiscard]] std::optional<bool> truth() const;

    [[nodiscard]] bool is_object() const;
    [[nodiscard]] bool is_list() const;
    /// Absent or null.
    [[nodiscard]] bool is_nothing() const;

  private:
    const boost::json::value* value_ = nullptr;
};

/// JSON whose shape is not ours to decide.
class Tree {
  public:
    /// As json::parse.
    [[nodiscard]] static Result<Tree> parse(std::string_view text);
    [[nodiscard]] Node root() const { return Node(value_.get()); }

  private:
    std::shared_ptr<const boost::json::value> value_;
};

}  // namespace headway::json
