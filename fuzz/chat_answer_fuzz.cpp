// SPDX-License-Identifier: GPL-3.0-or-later
// A model's answer on its way to a person. The first byte is the size of the pieces: what is shown, cited and
// proposed must be the same as when all comes at once, and nothing may be cited that was not given.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "flows/answer_reader.hpp"

namespace {

using headway::flows::AnswerReader;

struct Read {
    std::string text;
    std::vector<std::string> cited;
    std::size_t dropped = 0;
    std::size_t proposals = 0;
    bool operator==(const Read&) const = default;
};

bool may_cite(std::string_view id) {
    return id == "R1" || id == "S12";
}

Read read(std::string_view answer, std::size_t size) {
    AnswerReader reader(may_cite);
    Read out;
    for (std::size_t at = 0; at < answer.size(); at += size) out.text += reader.feed(answer.substr(at, size));
    out.text += reader.finish();
    out.cited = reader.cited();
    out.dropped = reader.dropped();
    out.proposals = reader.proposals().size();
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view answer(reinterpret_cast<const char*>(data) + 1, size - 1);
    const Read whole = read(answer, std::max<std::size_t>(answer.size(), 1));
    if (!(whole == read(answer, data[0] % 16U + 1U))) std::abort();
    if (whole.proposals > 5 || whole.text.size() > 3 * answer.size() + 3) std::abort();
    for (const std::string& id : whole.cited) {
        if (!may_cite(id)) std::abort();
    }
    return 0;
}
