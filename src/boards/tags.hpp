// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace headway::boards {

/// A piece of HTML: text up to a tag, or the tag. Comments and declarations are no pieces.
struct Piece {
    enum class Kind { text, open, close };
    Kind kind = Kind::text;
    std::string_view text;        ///< Of text; of a tag, all between '<' and '>'.
    std::string name;             ///< Of a tag, in lower case.
    std::string_view attributes;  ///< Of an opening tag, unread.
};

/// Goes over HTML once, forward. A '<' that begins nothing is text; a tag that never ends hides no text.
class Tags {
  public:
    explicit Tags(std::string_view html) : html_(html) {}
    [[nodiscard]] std::optional<Piece> next();
    /// The raw content up to the closing tag of that name, which is consumed; all the rest when there is
    /// none.
    [[nodiscard]] std::string_view raw_until_close(std::string_view name);

  private:
    [[nodiscard]] std::optional<Piece> tag();
    [[nodiscard]] std::size_t end_of_tag(std::size_t from) const;

    std::string_view html_;
    std::size_t at_ = 0;
    bool no_more_tags_ = false;
};

/// The value of an attribute, character references unread; none when it is not there.
[[nodiscard]] std::optional<std::string_view> attribute_of(std::string_view attributes,
                                                           std::string_view name);

}  // namespace headway::boards
