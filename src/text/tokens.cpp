// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/tokens.hpp"

#include <algorithm>
#include <array>

#include "base/hash.hpp"
#include "text/utf8.hpp"

namespace headway::text {
namespace {

constexpr std::size_t longest_key = 256;
constexpr std::size_t shortest_plural = 4;

/// `link` are the signs that no link lacks, `ending` those that may belong to the word before them.
enum Class : unsigned char { other = 0, lower = 1, upper = 2, digit = 4, high = 8, link = 16, ending = 32 };

constexpr std::array<unsigned char, 256> make_classes() {
    std::array<unsigned char, 256> t{};
    for (int c = 'a'; c <= 'z'; ++c) t[static_cast<std::size_t>(c)] = lower;
    for (int c = 'A'; c <= 'Z'; ++c) t[static_cast<std::size_t>(c)] = upper;
    for (int c = '0'; c <= '9'; ++c) t[static_cast<std::size_t>(c)] = digit;
    for (const char c : {'.', ':', '@'}) t[static_cast<std::size_t>(c)] = link;
    for (const char c : {'\'', '+', '#'}) t[static_cast<std::size_t>(c)] = ending;
    for (std::size_t c = 128; c < 256; ++c) t[c] = high;
    return t;
}
constexpr auto classes = make_classes();

unsigned char class_of(char c) {
    return classes[static_cast<unsigned char>(c)];
}
char lowered(char c) {
    return class_of(c) == upper ? static_cast<char>(c + ('a' - 'A')) : c;
}
bool is_word(char c) {
    return (class_of(c) & (lower | upper | digit)) != 0;
}

/// Whether a non-ASCII code point separates words: spaces, punctuation, bullets, dashes, symbols, private
/// use.
bool separates(char32_t c) {
    if (c < 0xC0) return c != 0xAA && c != 0xB5 && c != 0xBA;
    if (c == 0xD7 || c == 0xF7) return true;
    return (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x3003) || (c >= 0xE000 && c <= 0xF8FF) ||
           c == 0xFEFF || c == 0xFFFD || (c >= 0xFE30 && c <= 0xFE4F) || c >= 0x1F000;
}

/// Length of the word character at `i`, or 0.
std::uint32_t word_length(std::string_view s, std::size_t i) {
    const unsigned char c = class_of(s[i]);
    if (c != high) return (c & (lower | upper | digit)) != 0 ? 1 : 0;
    const CodePoint p = decode(s, i);
    return separates(p.value) ? 0 : p.length;
}

/// Marks the tokens of [from, …) that lie in the whitespace-free chunk [begin, end) as parts of a link.
bool looks_like_link(std::string_view chunk) {
    if (chunk.find("://") != std::string_view::npos || chunk.starts_with("www.")) return true;
    const std::size_t at = chunk.find('@');
    if (at != std::string_view::npos && at > 0 && chunk.find('.', at) != std::string_view::npos) return true;
    for (std::string_view host :
         {"github.com/", "gitlab.com/", "linkedin.com/", "bitbucket.org/", "github.io"}) {
        if (chunk.find(host) != std::string_view::npos) return true;
    }
    return false;
}

/// A possessive ending is not part of the word's identity.
std::string_view without_possessive(std::string_view folded) {
    for (std::string_view ending : {"'s", "’s", "'", "’"}) {
        if (folded.size() > ending.size() && folded.ends_with(ending)) {
            folded.remove_suffix(ending.size());
            break;
        }
    }
    return folded;
}

/// What a word is made of, and its hash64 while that can be made letter by letter.
struct Letters {
    bool ascii = true;
    bool capitals = false;
    bool apostrophe = false;
    std::uint64_t hash = hash64_seed;  ///< Of the lower-case word, where it is ASCII without apostrophe.
};

/// The hashes of a word that has to be folded first, or that may be a plural.
void fill_hashes_of_folded(std::string_view word, Token& t, const Letters& letters) {
    if (word.size() > longest_key) word = word.substr(0, longest_key);
    std::array<char, longest_key> stack;
    std::string_view folded = word;
    std::string heap;
    if (!letters.ascii) {
        heap = fold(make_valid(word));
        folded = heap;
    } else if (letters.capitals) {
        for (std::size_t i = 0; i < word.size(); ++i) stack[i] = lowered(word[i]);
        folded = {stack.data(), word.size()};
    }
    if (letters.apostrophe || !letters.ascii) folded = without_possessive(folded);
    t.exact = hash64(folded);
    std::string buffer;
    const std::string_view single = without_plural(folded, buffer);
    t.key = single.size() == folded.size() ? t.exact : hash64(single);
}

void fill_hashes(std::string_view word, Token& t, const Letters& letters) {
    const bool plain = letters.ascii && !letters.apostrophe && word.size() <= longest_key;
    if (!plain || (lowered(word.back()) == 's' && word.size() >= shortest_plural)) {
        fill_hashes_of_folded(word, t, letters);
    } else {
        t.key = t.exact = hash64_end(letters.hash);
    }
}

/// Reads a word of one letter of either case and then small ones, as nearly all are; its end, or `i` where
/// what stands there may be more than that.
std::size_t plain_word_end(std::string_view s, std::size_t i, Token& t) {
    const char* const begin = s.data() + i;
    const char* const end = s.data() + s.size();
    const unsigned char first = class_of(*begin);
    if ((first & (lower | upper)) == 0) return i;
    std::uint64_t hash = hash64_add(hash64_seed, lowered(*begin));
    const char* at = begin + 1;
    for (; at != end && class_of(*at) == lower; ++at) hash = hash64_add(hash, *at);
    const auto length = static_cast<std::size_t>(at - begin);
    const bool goes_on = at != end && (class_of(*at) & (upper | digit | high | ending)) != 0;
    const bool plural = length >= shortest_plural && at[-1] == 's';
    if (goes_on || plural || length > longest_key) return i;
    t.upper_first = first == upper;
    t.upper_all = first == upper && length == 1;
    t.key = t.exact = hash64_end(hash);
    return i + length;
}

/// Reads one word starting at `i` (a word character, '.' before a letter, or '&'); returns its end.
std::size_t word_end(std::string_view s, std::size_t i, Token& t, Letters& letters) {
    const std::size_t begin = i;
    bool has_lower = false;
    bool has_upper = false;
    bool only_digits = true;
    std::uint64_t hash = letters.hash;
    if (s[i] == '.') hash = hash64_add(hash, s[i++]);
    t.upper_first = class_of(s[i]) == upper;
    t.digit_first = class_of(s[i]) == digit;
    while (i < s.size()) {
        const char* const run = s.data() + i;
        const char* const end = s.data() + s.size();
        const char* at = run;
        for (; at != end && class_of(*at) == lower; ++at) hash = hash64_add(hash, *at);
        if (at != run) {
            has_lower = true;
            only_digits = false;
            i += static_cast<std::size_t>(at - run);
            if (at == end) break;
        }
        const char c = *at;
        const unsigned char kind = class_of(c);
        if (kind == upper || kind == digit) {
            has_upper |= kind == upper;
            only_digits &= kind == digit;
            hash = hash64_add(hash, lowered(c));
            ++i;
            continue;
        }
        if (kind == high) {
            const std::uint32_t n = word_length(s, i);
            if (n != 0) {
                letters.ascii = false;
                has_lower = true;
                only_digits = false;
                i += n;
                continue;
            }
            // A typographic apostrophe inside a word.
            if (i + 3 < s.size() && s.compare(i, 3, "’") == 0 && is_word(s[i + 3])) {
                letters.ascii = false;
                i += 3;
                continue;
            }
            break;
        }
        if (c == '\'' && i + 1 < s.size() && is_word(s[i + 1]) && !only_digits) {
            letters.apostrophe = true;
            ++i;
            continue;
        }
        if (c == '.' && only_digits && i + 1 < s.size() && class_of(s[i + 1]) == digit) {
            hash = hash64_add(hash, c);
            ++i;
            continue;
        }
        break;
    }
    // "C++", "A+", "C#", "F#": signs that end a word of letters and are not followed by another letter.
    if (!only_digits && i < s.size() && (s[i] == '+' || s[i] == '#')) {
        std::size_t j = i + 1;
        if (s[i] == '+' && j < s.size() && s[j] == '+') ++j;
        const bool sharp_ok = s[i] == '+' || i - begin <= 2;
        const bool ends = j >= s.size() || (class_of(s[j]) & (lower | upper)) == 0;
        if (sharp_ok && ends && (j >= s.size() || s[j] != s[i])) {
            for (; i < j; ++i) hash = hash64_add(hash, s[i]);
        }
    }
    t.upper_all = has_upper && !has_lower;
    letters.capitals = has_upper;
    letters.hash = hash;
    return i;
}

}  // namespace

std::string_view without_plural(std::string_view word, std::string& buffer) {
    const std::size_t n = word.size();
    if (n < shortest_plural || word[n - 1] != 's') return word;
    const char before = word[n - 2];
    if (before == 's' || before == 'u' || before == 'i' || before == '\'') return word;
    if (word.ends_with("ies") && n > 4) {
        buffer.assign(word.substr(0, n - 3));
        buffer += 'y';
        return buffer;
    }
    if (word.ends_with("sses") || word.ends_with("xes") || word.ends_with("ches") || word.ends_with("shes")) {
        return word.substr(0, n - 2);
    }
    return word.substr(0, n - 1);
}

void tokenize(std::string_view s, std::vector<Token>& out) {
    out.clear();
    out.reserve(s.size() / 6);
    bool line_start = true;
    bool after_stop = true;
    constexpr std::size_t outside = std::string_view::npos;
    std::size_t chunk_begin = outside;  // of the bytes between two spaces
    std::size_t chunk_first_token = 0;
    bool chunk_has_signs = false;  // '.', ':' or '@' in it; no link lacks them all
    const auto mark_link = [&](std::size_t end) {
        if (out.size() <= chunk_first_token + 1 || !looks_like_link(s.substr(chunk_begin, end - chunk_begin)))
            return;
        for (std::size_t k = chunk_first_token; k < out.size(); ++k) out[k].in_link = true;
    };
    for (std::size_t i = 0; i < s.size();) {
        const char c = s[i];
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
            if (chunk_has_signs) mark_link(i);
            chunk_begin = outside;
            chunk_has_signs = false;
            if (c == '\n') line_start = after_stop = true;
            ++i;
            continue;
        }
        if (chunk_begin == outside) {
            chunk_begin = i;
            chunk_first_token = out.size();
        }
        bool word = is_word(c);
        if (!word) {
            chunk_has_signs |= class_of(c) == link;
            const bool dotted = c == '.' && i + 1 < s.size() && (class_of(s[i + 1]) & (lower | upper)) != 0 &&
                                (i == 0 || (!is_word(s[i - 1]) && s[i - 1] != '.' && s[i - 1] != ')'));
            word = dotted || (class_of(c) == high && word_length(s, i) != 0);
        }
        if (!word && c != '&') {
            const bool stop = (c == '.' || c == '!' || c == '?') && i + 1 < s.size() && s[i + 1] == ' ';
            after_stop |= stop;
            i += class_of(c) == high ? decode(s, i).length : 1;
            continue;
        }
        Token& t = out.emplace_back();
        t.begin = static_cast<std::uint32_t>(i);
        t.line_start = line_start;
        t.after_stop = after_stop;
        line_start = after_stop = false;
        if (c == '&') {
            t.end = static_cast<std::uint32_t>(i + 1);
            t.key = t.exact = hash64("and");
        } else {
            std::size_t end = plain_word_end(s, i, t);
            if (end == i) {
                Letters letters;
                end = word_end(s, i, t, letters);
                fill_hashes(s.substr(i, end - i), t, letters);
            }
            t.end = static_cast<std::uint32_t>(end);
        }
        i = t.end;
    }
    if (chunk_has_signs) mark_link(s.size());
}

std::vector<Token> tokenize(std::string_view s) {
    std::vector<Token> out;
    tokenize(s, out);
    return out;
}

std::string normal_form(std::string_view word) {
    if (word == "&") return "and";
    std::string folded = fold(word.substr(0, longest_key));
    std::string buffer;
    return std::string(without_plural(without_possessive(folded), buffer));
}

std::string normal_name(std::string_view name) {
    std::string out;
    for (const Token& t : tokenize(name)) {
        if (!out.empty()) out += ' ';
        out += normal_form(name.substr(t.begin, t.end - t.begin));
    }
    return out;
}

}  // namespace headway::text
