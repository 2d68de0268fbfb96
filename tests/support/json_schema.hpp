// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json.hpp>
#include <string>
#include <vector>

namespace headway::test {

/// Holds a value against a schema written in the part of JSON Schema (2020-12) that docs/formats uses: type,
/// properties, required, additionalProperties, items, enum, const, minimum, maximum, exclusiveMinimum,
/// exclusiveMaximum, minLength, maxLength, pattern, minItems, maxItems, uniqueItems, minProperties, anyOf,
/// oneOf, allOf, $ref to #/$defs. Titles, descriptions, examples, default, format, $schema and $id are passed
/// over. Throws std::runtime_error at any other keyword, so that a schema never says more than is checked.
/// Problems read "path: what".
[[nodiscard]] std::vector<std::string> schema_problems(const boost::json::value& schema,
                                                       const boost::json::value& value);

/// The same with the $defs of another document.
[[nodiscard]] std::vector<std::string> schema_problems(const boost::json::value& root,
                                                       const boost::json::value& schema,
                                                       const boost::json::value& value);

/// Parses a file; throws when it cannot be read or is no JSON.
[[nodiscard]] boost::json::value read_json(const std::string& path);

}  // namespace headway::test
