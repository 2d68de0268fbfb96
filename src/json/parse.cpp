// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/parse.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>
#include <charconv>
#include <cmath>
#include <string>

namespace headway::json {
namespace {

using Code = boost::json::error_code;
using View = boost::json::string_view;

/// Builds values from what the parser reports. The names of the members are the parser's.
struct Handler {
    static constexpr std::size_t max_object_size = boost::json::object::max_size();
    static constexpr std::size_t max_array_size = boost::json::array::max_size();
    static constexpr std::size_t max_key_size = boost::json::string::max_size();
    static constexpr std::size_t max_string_size = boost::json::string::max_size();

    bool on_document_begin(Code&) { return true; }
    bool on_document_end(Code&) { return true; }
    bool on_object_begin(Code&) { return true; }
    bool on_object_end(std::size_t n, Code&) { return stack.push_object(n), true; }
    bool on_array_begin(Code&) { return true; }
    bool on_array_end(std::size_t n, Code&) { return stack.push_array(n), true; }
    bool on_key_part(View s, std::size_t, Code&) { return stack.push_chars(s), true; }
    bool on_key(View s, std::size_t, Code&) { return stack.push_key(s), true; }
    bool on_string_part(View s, std::size_t, Code&) { return stack.push_chars(s), true; }
    bool on_string(View s, std::size_t, Code&) { return stack.push_string(s), true; }
    bool on_number_part(View s, Code&) { return digits.append(s.data(), s.size()), true; }
    bool on_int64(std::int64_t i, View, Code&) { return digits.clear(), stack.push_int64(i), true; }
    bool on_uint64(std::uint64_t u, View, Code&) { return digits.clear(), stack.push_uint64(u), true; }
    bool on_double(double nearly, View s, Code& e) {
        digits.append(s.data(), s.size());
        // Out of range leaves `nearly` as it is: 0 or an infinity.
        std::from_chars(digits.data(), digits.data() + digits.size(), nearly);
        digits.clear();
        if (!std::isfinite(nearly)) {
            e = boost::json::error::exponent_overflow;
            return false;
        }
        stack.push_double(nearly);
        return true;
    }
    bool on_bool(bool b, Code&) { return stack.push_bool(b), true; }
    bool on_null(Code&) { return stack.push_null(), true; }
    bool on_comment_part(View, Code&) { return true; }
    bool on_comment(View, Code&) { return true; }

    boost::json::value_stack stack;
    std::string digits;  ///< Of the number being read, when it comes in parts.
};

}  // namespace

Result<boost::json::value> parse(std::string_view text) {
    boost::json::parse_options options;
    options.max_depth = 64;
    boost::json::basic_parser<Handler> parser(options);
    parser.handler().stack.reset();
    Code e;
    const std::size_t used = parser.write_some(false, text.data(), text.size(), e);
    if (!e && used < text.size()) e = boost::json::error::extra_data;
    if (e) return fail(ErrorCode::invalid, "not valid JSON: " + e.message(), "the document");
    return parser.handler().stack.release();
}

}  // namespace headway::json
