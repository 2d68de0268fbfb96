// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/batch.hpp"

#include "json/json.hpp"

namespace headway::app {

BOOST_DESCRIBE_STRUCT(BatchQuestion, (), (id, text))

namespace {

struct WireFailure {
    std::optional<std::string> id;
    std::string error;
};
BOOST_DESCRIBE_STRUCT(WireFailure, (), (id, error))

}  // namespace

BatchReader::Read BatchReader::read_line() {
    line_.clear();
    bool too_long = false;
    std::streambuf& buffer = *in_.rdbuf();
    constexpr int end = std::char_traits<char>::eof();
    for (bool any = false;; any = true) {
        const int c = buffer.sbumpc();
        if (c == end && !any) return Read::end;
        if (c == end || c == '\n') return too_long ? Read::too_long : Read::line;
        if (line_.size() < longest_line) {
            line_ += static_cast<char>(c);
        } else {
            too_long = true;
        }
    }
}

std::optional<Result<BatchQuestion>> BatchReader::next() {
    for (;;) {
        const Read read = read_line();
        if (read == Read::end) return std::nullopt;
        ++number_;
        const std::string line_name = "line " + std::to_string(number_);
        if (read == Read::too_long) {
            return fail(ErrorCode::too_large, "longer than " + std::to_string(longest_line) + " bytes",
                        line_name);
        }
        if (line_.find_first_not_of(" \t\r") == std::string::npos) continue;
        auto question = json::from_json<BatchQuestion>(line_);
        if (question) return question;
        const Error& e = question.error();
        const std::string field = e.where == "the document" ? "" : e.where + ": ";
        return fail(e.code, field + e.what, line_name);
    }
}

int run_batch(Streams& streams, const BatchAnswer& answer) {
    BatchReader reader(streams.in);
    std::size_t good = 0;
    std::size_t bad = 0;
    while (const auto question = reader.next()) {
        if (*question) {
            ++good;
            streams.out << answer(**question) << '\n';
        } else {
            ++bad;
            streams.out << json::to_json(WireFailure{{}, question->error().message()}) << '\n';
        }
        // Whoever writes one line and waits for its answer must not wait for a full buffer.
        if (streams.in.rdbuf()->in_avail() <= 0) streams.out.flush();
    }
    return good == 0 && bad != 0 ? unreadable_input : done;
}

}  // namespace headway::app
