// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "boards/fields.hpp"
#include "boards/source.hpp"
#include "json/tree.hpp"

/// What reading the JSON of a board has in common.
namespace headway::boards {

/// JSON with its invalid bytes replaced; `unavailable` for what is none.
[[nodiscard]] Result<json::Tree> parse_answer(std::string_view bytes);
/// `unavailable`: the answer has another shape than this source gives.
[[nodiscard]] std::unexpected<Error> other_shape();

/// Entries of one answer that are looked at; the rest is counted as refused.
inline constexpr std::size_t most_entries = 5000;

/// Reads the entries from `first` on with `read(node) -> Result<FetchedJob>`; those that fail are counted.
template <class Read>
void read_entries(json::Node list, Batch& out, Read read, std::size_t first = 0) {
    for (std::size_t i = first; i < list.size(); ++i) {
        if (i >= most_entries) {
            out.refused.add("beyond the first 5000");
            continue;
        }
        if (!list.item(i).is_object()) {
            out.refused.add("of another shape");
            continue;
        }
        auto job = read(list.item(i));
        if (job) job = settle(std::move(*job));
        if (job) {
            out.jobs.push_back(std::move(*job));
        } else {
            out.refused.add(job.error().what);
        }
    }
}

/// The strings of a list, or of one member of its objects, each one line; at most 50.
[[nodiscard]] std::vector<std::string> lines_of(json::Node list, std::string_view member = {});
/// "A, B, C" of what is not empty.
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view between = ", ");

/// For a part of a URL: everything but letters, digits and "-._~" as %XX.
[[nodiscard]] std::string escaped(std::string_view text);

/// A name of an employer on a board: 1–100 letters, digits, '.', '_', '-'; not of dots alone.
[[nodiscard]] bool is_board_name(std::string_view name);
/// `invalid`, with an example.
[[nodiscard]] std::unexpected<Error> bad_board(std::string_view example);

/// For sources that search themselves: every pair of keyword and location, at most `most`; one empty pair
/// when there is neither.
struct Query {
    std::string keyword;
    std::string location;
};
[[nodiscard]] std::vector<Query> queries_of(const Search& search, std::size_t most);

/// The whole number that stands in a URL behind "name="; 0 when there is none.
[[nodiscard]] int number_in(std::string_view url, std::string_view name);
/// The URL with another number there.
[[nodiscard]] std::string with_number(std::string url, std::string_view name, int number);

}  // namespace headway::boards
