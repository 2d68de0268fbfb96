// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/need_marks.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/hash.hpp"

namespace headway::career {
namespace {

constexpr std::size_t fewest_marks = 2;

/// "(E)" and the like at the end of a line, with the blanks before it.
std::size_t mark_size(std::string_view line) {
    if (line.size() < 4) return 0;
    const std::string_view end = line.substr(line.size() - 3);
    const bool brackets = (end[0] == '(' && end[2] == ')') || (end[0] == '[' && end[2] == ']');
    if (!brackets || (end[1] != 'E' && end[1] != 'D')) return 0;
    std::size_t from = line.size() - 3;
    while (from > 0 && line[from - 1] == ' ') --from;
    return line.size() - from;
}

std::string_view content(const Reading& r, std::uint32_t sentence) {
    std::string_view out = r.slice(r.sentences[sentence].begin, r.sentences[sentence].end);
    while (!out.empty() && (out.back() == ' ' || out.back() == '\n' || out.back() == '.' || out.back() == ';'))
        out.remove_suffix(1);
    return out;
}

std::optional<Need> need_mark(const Reading& r, std::uint32_t sentence) {
    const std::string_view line = content(r, sentence);
    if (mark_size(line) == 0) return std::nullopt;
    return line[line.size() - 2] == 'E' ? Need::must : Need::nice;
}

/// "Essential (E) / Desirable (D)", "E = essential, D = desirable", "Key: (E) essential".
bool explains_marks(const Reading& r, std::uint32_t sentence) {
    constexpr std::array words = {hash64("essential"), hash64("desirable"), hash64("e"),         hash64("d"),
                                  hash64("key"),       hash64("and"),       hash64("or"),        hash64("criteria"),
                                  hash64("criterion"), hash64("mark"),      hash64("marked"),    hash64("are")};
    const auto [first, end] = r.tokens_of(sentence);
    bool letter = false;
    for (std::uint32_t t = first; t < end; ++t) {
        if (std::find(words.begin(), words.end(), r.tokens[t].key) == words.end()) return false;
        letter |= r.word(t) == "E" || r.word(t) == "D";
    }
    return letter;
}

}  // namespace

void read_need_marks(const Reading& r, std::span<Asking> asking) {
    std::vector<std::uint32_t> marked;
    for (std::uint32_t i = 0; i < asking.size(); ++i) {
        if (explains_marks(r, i)) {
            asking[i].asks = false;
        } else if (need_mark(r, i)) {
            marked.push_back(i);
        }
    }
    if (marked.size() < fewest_marks) return;
    for (const std::uint32_t i : marked) {
        asking[i].asks = true;
        asking[i].need = *need_mark(r, i);
        asking[i].place = 1;
    }
}

std::string_view without_need_mark(std::string_view line) {
    return line.substr(0, line.size() - mark_size(line));
}

}  // namespace headway::career
