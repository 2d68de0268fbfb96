// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "app/batch.hpp"
#include "json/json.hpp"

/// Answers bytes as a batch. Whatever comes in, every line that is not blank has one line of answer.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace headway;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    std::istringstream in(bytes);
    std::ostringstream out;
    std::ostringstream err;
    app::Streams streams{in, out, err};
    const int code = app::run_batch(streams, [](const app::BatchQuestion& question) {
        return json::to_json(question.id + question.text);
    });
    if (code != app::done && code != app::unreadable_input) std::abort();
    std::size_t asked = 0;
    std::istringstream lines(bytes);
    for (std::string line; std::getline(lines, line);) {
        if (line.find_first_not_of(" \t\r") != std::string::npos) ++asked;
    }
    const std::string answers = out.str();
    const auto answered = static_cast<std::size_t>(std::count(answers.begin(), answers.end(), '\n'));
    if (answered != asked) std::abort();
    return 0;
}
