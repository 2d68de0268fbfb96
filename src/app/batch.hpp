// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstddef>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "app/streams.hpp"
#include "base/result.hpp"

namespace headway::app {

/// One question of a batch: {"id": "…", "text": "…"} on a line of its own.
struct BatchQuestion {
    std::string id;
    std::string text;
};

/// Reads questions from a stream, one JSON object a line; lines of white space only are passed over. Memory
/// is bounded by the longest line allowed, whatever comes in.
class BatchReader {
  public:
    static constexpr std::size_t longest_line = std::size_t{1} << 20U;

    explicit BatchReader(std::istream& in) : in_(in) {}

    /// The next question, or why its line is none: the error says "line N: what". Absent at the end.
    [[nodiscard]] std::optional<Result<BatchQuestion>> next();

  private:
    enum class Read { line, too_long, end };
    [[nodiscard]] Read read_line();

    std::istream& in_;
    std::string line_;
    std::size_t number_ = 0;
};

/// One that was found: docs/formats/ranked-answer.schema.json.
struct RankedItem {
    std::string id;
    std::string name;
    double score = 0;  ///< 0 to 1, the higher the better
};
BOOST_DESCRIBE_STRUCT(RankedItem, (), (id, name, score))

/// The answer to a BatchQuestion.
struct RankedAnswer {
    std::string id;
    std::vector<RankedItem> ranked;  ///< Best first.
};
BOOST_DESCRIBE_STRUCT(RankedAnswer, (), (id, ranked))

/// Answers a question with one line of JSON, without its end.
using BatchAnswer = std::function<std::string(const BatchQuestion&)>;

/// Answers every question on standard input, in order; a bad line is answered by
/// {"id":null,"error":"line N: …"} and the next one is read. The exit code is unreadable_input when there
/// were lines and all were bad, else done.
[[nodiscard]] int run_batch(Streams& streams, const BatchAnswer& answer);

}  // namespace headway::app
