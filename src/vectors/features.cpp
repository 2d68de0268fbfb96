// SPDX-License-Identifier: GPL-3.0-or-later
#include "vectors/features.hpp"

#include <algorithm>
#include <array>

#include "base/hash.hpp"
#include "text/utf8.hpp"
#include "vectors/latin.hpp"

namespace headway::vectors {
namespace {

bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_sign(char c) {
    return c == '+' || c == '#' || c == '.';
}
bool is_word(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || is_sign(c);
}

/// Collects folded characters into words.
class Splitter {
  public:
    void add(char c) {
        if (is_word(c)) {
            // Dots at the end are cut later, so the bound is checked then.
            if (word_.size() < 4 * longest_word) word_ += c;
        } else {
            finish();
        }
    }
    void finish() {
        if (word_.empty()) return;
        const std::size_t begin = std::min(word_.find_first_not_of('.'), word_.size());
        const std::size_t end = word_.find_last_not_of('.') + 1;
        if (begin < end) {
            std::string word = word_.substr(begin, std::min(end - begin, longest_word));
            if (!std::ranges::all_of(word, is_sign)) words_.push_back(std::move(word));
        }
        word_.clear();
    }
    [[nodiscard]] bool full() const { return words_.size() >= most_words; }
    [[nodiscard]] std::vector<std::string> take() { return std::move(words_); }

  private:
    std::string word_;
    std::vector<std::string> words_;
};

void add_folded(Splitter& splitter, char32_t c) {
    if (c < 0x80) {
        splitter.add(c >= U'A' && c <= U'Z' ? static_cast<char>(c + 32) : static_cast<char>(c));
        return;
    }
    char letter = ' ';
    if (c >= latin_begin && c - latin_begin < latin_letters.size()) letter = latin_letters[c - latin_begin];
    if (letter >= '1' && letter <= '9') {
        for (const char l : latin_pairs[static_cast<std::size_t>(letter - '1')]) splitter.add(l);
    } else {
        splitter.add(letter);
    }
}

bool has_vowel(std::string_view s) {
    return s.find_first_of("aeiouy") != std::string_view::npos;
}

void cut_plural(std::string& w) {
    if (w.ends_with("ies") && w.size() > 4) {
        w.replace(w.size() - 3, 3, "y");
    } else if (w.ends_with("sses")) {
        w.resize(w.size() - 2);
    } else if (w.ends_with('s') && !w.ends_with("ss") && !w.ends_with("us") && !w.ends_with("is")) {
        w.pop_back();
    }
}

void cut_ending(std::string& w) {
    for (const std::string_view ending : {std::string_view("ing"), std::string_view("ed")}) {
        if (!w.ends_with(ending)) continue;
        const std::string_view rest = std::string_view(w).substr(0, w.size() - ending.size());
        if (rest.size() < 3 || !has_vowel(rest)) continue;
        w.resize(rest.size());
        const char last = w.back();
        if (w.size() > 3 && last == w[w.size() - 2] && last != 'l' && last != 's' && last != 'z')
            w.pop_back();
        return;
    }
}

}  // namespace

std::vector<std::string> plain_words(std::string_view text) {
    Splitter splitter;
    for (std::size_t i = 0; i < text.size() && !splitter.full();) {
        const text::CodePoint c = text::decode(text, i);
        add_folded(splitter, c.value);
        i += c.length;
    }
    if (!splitter.full()) splitter.finish();
    return splitter.take();
}

std::string light_stem(std::string_view word) {
    std::string w(word);
    if (w.size() < 4 || !std::ranges::all_of(w, is_letter)) return w;
    cut_plural(w);
    cut_ending(w);
    if (w.size() > 3 && w.back() == 'e') {
        w.pop_back();
    } else if (w.size() > 3 && w.back() == 'y') {
        w.back() = 'i';
    }
    return w;
}

bool is_stop_word(std::string_view word) {
    static constexpr std::array<std::string_view, 41> stop = {
        "a",   "all",   "an",    "and",  "any",  "are",  "as",    "at",    "be",   "by",    "etc",
        "for", "from",  "has",   "have", "in",   "into", "is",    "it",    "its",  "of",    "on",
        "or",  "other", "our",   "such", "that", "the",  "their", "these", "this", "those", "to",
        "up",  "we",    "which", "who",  "will", "with", "you",   "your"};
    return std::ranges::binary_search(stop, word);
}

void add_features(std::string_view word, std::vector<std::uint64_t>& out) {
    std::string name = "w";
    name += word;
    out.push_back(hash64(name));
    if (const std::string stem = light_stem(word); stem != word) out.push_back(hash64("w" + stem));
    if (word.size() < 3) return;
    name = "<";
    name += word;
    name += '>';
    for (std::size_t i = 0; i + 4 <= name.size(); ++i) out.push_back(hash64("c" + name.substr(i, 4)));
}

}  // namespace headway::vectors
