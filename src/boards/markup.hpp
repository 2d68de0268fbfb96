// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// HTML of strangers, read by linear scans of our own: no library, no recursion, nothing is fetched or run.
namespace headway::boards {

/// Character references read once: "&lt;b&gt; caf&eacute; &#8364;" → "<b> café €". Unknown ones stay.
[[nodiscard]] std::string decode_entities(std::string_view text);

/// The text a reader sees, in the shape of document::Document::text (blocks as lines, items as bullets; no
/// final newline). Scripts, styles and hidden elements are left out. Markup that is itself written in
/// character references ("&lt;p&gt;") is read as markup; text without any markup keeps its lines. `text` may
/// hold any bytes; what is behind its first 2 MiB is not looked at.
[[nodiscard]] std::string text_of_markup(std::string_view text);

/// The content of every <script type="application/ld+json"> of a page, 2 MiB in all.
[[nodiscard]] std::vector<std::string> linked_data_of(std::string_view page);

}  // namespace headway::boards
