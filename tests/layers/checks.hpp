// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "layers/source_tree.hpp"

/// The rules of the house as functions from sources to problems. A problem is one line that begins with the
/// path; no problem means that the rule holds.
namespace headway::layers {

using Problems = std::vector<std::string>;

/// Which folder may include which others: src/layers.txt. base and the folder itself are always allowed.
struct Layers {
    std::map<std::string, std::set<std::string>> allowed;
    std::set<std::string> unlimited;  ///< folders marked with *
};
/// Throws std::runtime_error that names the line which is not "folder: folder …".
[[nodiscard]] Layers parse_layers(std::string_view text);

/// Includes that layers.txt does not allow, folders it does not know, and rings among the allowed arrows.
[[nodiscard]] Problems check_includes(const std::vector<Source>& sources, const Layers& layers);
[[nodiscard]] Problems check_rings(const Layers& layers);

/// Boost.JSON outside src/json, and JSON of any kind where the engine lives.
[[nodiscard]] Problems check_json(const std::vector<Source>& sources);

/// String literals that are SQL, outside src/sql and src/store.
[[nodiscard]] Problems check_sql(const std::vector<Source>& sources);

/// A word that says nothing about what a thing is, and may be in a name all the same.
struct AllowedName {
    std::string path;  ///< a file, or a folder ending in '/'
    std::string word;  ///< in lower case
};
/// Lines of "path word why"; '#' begins a comment. Throws when the reason is missing.
[[nodiscard]] std::vector<AllowedName> parse_allowed_names(std::string_view text);
/// Identifiers and file names with a banned word in them; UpperCamel and snake_case are split into words. Of
/// tests only the file names count.
[[nodiscard]] Problems check_names(const std::vector<Source>& sources,
                                   const std::vector<AllowedName>& allowed);
/// Entries of the allow-list that nothing needs any more.
[[nodiscard]] Problems check_allowed_names_are_used(const std::vector<Source>& sources,
                                                    const std::vector<AllowedName>& allowed);

/// Files without the licence in the first line; headers without #pragma once.
[[nodiscard]] Problems check_first_lines(const std::vector<Source>& sources);

}  // namespace headway::layers
