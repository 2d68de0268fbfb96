// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/technology_names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "ontology/technology_lists.hpp"

namespace headway::ontology {
namespace {

using Words = std::vector<std::string_view>;

bool lower_letter(char c) {
    return c >= 'a' && c <= 'z';
}
bool upper_letter(char c) {
    return c >= 'A' && c <= 'Z';
}
bool digit(char c) {
    return c >= '0' && c <= '9';
}
char lower(char c) {
    return upper_letter(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowered(std::string_view s) {
    std::string out(s);
    std::ranges::transform(out, out.begin(), lower);
    return out;
}

Words split(std::string_view s) {
    Words words;
    for (std::size_t at = 0; at < s.size();) {
        const auto end = std::min(s.find(' ', at), s.size());
        if (end > at) words.push_back(s.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::string joined(const Words& words, std::size_t from, std::size_t to) {
    std::string out;
    for (std::size_t i = from; i < to; ++i) {
        if (i > from) out += ' ';
        out += words[i];
    }
    return out;
}

template <class List>
bool listed(const List& list, std::string_view word) {
    return std::ranges::binary_search(list, word);
}

/// "software", "system" at the end, as long as something is left.
void drop_tail(Words& words) {
    while (words.size() > 1 && listed(lists::generic_tails, words.back())) words.pop_back();
}

bool connector(std::string_view word) {
    constexpr std::array<std::string_view, 8> all = {"&", "and", "for", "in", "of", "on", "the", "to"};
    return listed(all, word);
}

/// Has a letter that tells it from an English word: "QuickBooks", "AWS", "jQuery", "DB2", "C++".
bool coined(std::string_view word) {
    const auto capitals = std::ranges::count_if(word.substr(word.empty() ? 0 : 1), upper_letter);
    const bool letters = std::ranges::any_of(word, [](char c) { return lower_letter(c) || upper_letter(c); });
    return capitals > 0 || (letters && std::ranges::any_of(word, digit)) ||
           word.find('+') != std::string_view::npos;
}

/// SQL, HTML, J2EE; also (XAML). Empty where the word is no acronym.
std::string_view acronym(std::string_view word) {
    if (word.size() > 2 && word.front() == '(' && word.back() == ')') word = word.substr(1, word.size() - 2);
    if (word.size() < 2 || word.size() > 8) return {};
    const auto fits = [](char c) { return upper_letter(c) || digit(c) || c == '/'; };
    if (!std::ranges::all_of(word, fits) || !upper_letter(word.front())) return {};
    return std::ranges::count_if(word, upper_letter) >= 2 ? word : std::string_view();
}

/// Which words of a name an acronym may pass over.
enum class Skip : std::uint8_t { small_words, any_word };

/// Whether `letters` can be read off `words` from `at`: each word gives its first letter ("ex…" may give X)
/// and perhaps more of its letters, in order.
bool spells(const Words& words, std::size_t at, std::string_view letters, Skip skip) {
    if (at == words.size()) return letters.empty();
    const bool may_skip = at > 0 && (skip == Skip::any_word || connector(words[at]));
    if (may_skip && spells(words, at + 1, letters, skip)) return true;
    if (letters.empty()) return false;
    const std::string word = lowered(words[at]);
    std::size_t from = 0;
    if (word.starts_with("ex") && letters.front() == 'x') {
        from = 1;
    } else if (word.front() != letters.front()) {
        return false;
    }
    for (std::size_t taken = 1;; ++taken) {
        if (spells(words, at + 1, letters.substr(taken), skip)) return true;
        if (taken == letters.size()) return false;
        from = word.find(letters[taken], from + 1);
        if (from == std::string::npos) return false;
    }
}

/// Lower-case; a 2 after a letter doubles it: EC2 is Elastic Compute Cloud.
std::string letters_of(std::string_view acronym) {
    std::string out;
    for (char c : acronym) {
        if (upper_letter(c)) out += lower(c);
        if (c == '2' && out.size() > 1) out += out.back();
    }
    return out;
}

/// Where in `words` the long form of an acronym begins.
std::optional<std::size_t> long_form(const Words& words, const std::string& letters, Skip skip) {
    for (std::size_t from = 0; from < words.size(); ++from) {
        if (!connector(words[from]) && spells(words, from, letters, skip)) return from;
    }
    return std::nullopt;
}

/// Appends the acronym at the end of `words` and the words it stands for. Returns whether there was one.
bool add_acronym(const Words& words, const Product& product, const EverydayWords& everyday,
                 std::vector<std::string>& out) {
    const std::string_view shortened = acronym(words.back());
    if (shortened.empty() || words.size() < 2) return false;
    const Words before(words.begin(), words.end() - 1);
    const std::string letters = letters_of(shortened);
    auto from = long_form(before, letters, Skip::small_words);
    if (!from && product.hot) from = long_form(before, letters, Skip::any_word);
    if (!from) return false;
    // Two letters, or an acronym that is a word (FIELDS, CLEAR), say too little unless everybody uses it.
    if (product.hot || (shortened.size() > 2 && !everyday.has_form_of(shortened)))
        out.emplace_back(shortened);
    const bool generic = product.name.ends_with(" software") || product.name.ends_with(" system");
    const bool proper = upper_letter(before.back().front());
    // "Computer aided design CAD software" is a class of software; its long form names a field of work.
    if (before.size() - *from > 1 && (proper || !generic))
        out.push_back(joined(before, *from, before.size()));
    return true;
}

bool plain_word_is_everyday(std::string_view word, const EverydayWords& everyday) {
    return !coined(word) && (everyday.has_form_of(word) || word.ends_with("ing"));
}

/// Whether what is left of a product's name after its ending or its maker was cut off still tells which
/// product.
bool telling(const Words& words, const Product& product, const EverydayWords& everyday) {
    const std::string all = lowered(joined(words, 0, words.size()));
    if (all.size() < 2 || listed(lists::never, all)) return false;
    if (words.size() == 1 && digit(words[0].front()) && !coined(words[0])) return false;
    for (std::string_view word : words) {
        if (!connector(word) && lower_letter(word.front()) && !coined(word)) return false;
    }
    if (product.hot) return true;
    return !std::ranges::all_of(words, [&](std::string_view w) {
        return connector(w) || plain_word_is_everyday(w, everyday) || digit(w.front());
    });
}

bool household(std::string_view vendor) {
    return listed(lists::household, vendor);
}

void add_without_vendor(const Words& words, const Product& product, const EverydayWords& everyday,
                        std::vector<std::string>& out) {
    const std::string whole = joined(words, 0, words.size());
    const std::string_view vendor = vendor_of(whole);
    if (vendor.empty()) return;
    const Words rest = split(std::string_view(whole).substr(vendor.size()));
    if (rest.empty()) return;
    Product asked = product;
    if (rest.size() == 1 && household(vendor)) asked.hot = true;
    if (telling(rest, asked, everyday)) out.push_back(joined(rest, 0, rest.size()));
}

}  // namespace

EverydayWords::EverydayWords() {
    for (std::string_view word : lists::everyday) words_.emplace(word);
}

void EverydayWords::learn(std::string_view sentence) {
    for (std::size_t at = 0; at < sentence.size();) {
        std::size_t end = at;
        while (end < sentence.size() && lower_letter(sentence[end])) ++end;
        const bool starts = at == 0 || sentence[at - 1] == ' ';
        const bool ends =
            end == sentence.size() || sentence[end] == ' ' || sentence[end] == ',' || sentence[end] == '.';
        if (end > at && starts && ends) words_.emplace(sentence.substr(at, end - at));
        at = std::max(end, at) + 1;
    }
}

bool EverydayWords::has(std::string_view word) const {
    return words_.contains(lowered(word));
}

bool EverydayWords::has_form_of(std::string_view word) const {
    const std::string w = lowered(word);
    if (words_.contains(w) || words_.contains(w + "s")) return true;
    return w.size() > 3 && w.ends_with('s') && words_.contains(w.substr(0, w.size() - 1));
}

std::string slug(std::string_view name) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (char raw : name) {
        const char c = lower(raw);
        if (lower_letter(c) || digit(c) || c == '.' || c == '-') {
            out += c;
        } else if (c == ' ') {
            out += '-';
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += '%';
            out += hex[byte >> 4U];
            out += hex[byte & 15U];
        }
    }
    return out;
}

std::string_view vendor_of(std::string_view name) {
    std::string_view best;
    for (std::string_view vendor : lists::vendors) {
        if (vendor.size() > best.size() && name.size() > vendor.size() && name.starts_with(vendor) &&
            name[vendor.size()] == ' ') {
            best = vendor;
        }
    }
    return best;
}

std::vector<std::string> derived_names(const Product& product, const EverydayWords& everyday) {
    std::vector<std::string> out;
    Words words = split(product.name);
    if (words.empty()) return out;
    const std::size_t full = words.size();
    drop_tail(words);
    const bool has_acronym = add_acronym(words, product, everyday, out);
    if (has_acronym) words.pop_back();  // what follows looks at the words before it
    const bool class_of_software =
        has_acronym && words.size() < full - 1 && !upper_letter(words.back().front());
    if (words.size() < full && !has_acronym && telling(words, product, everyday)) {
        out.push_back(joined(words, 0, words.size()));
    }
    if (!class_of_software) add_without_vendor(words, product, everyday, out);
    std::erase(out, product.name);
    std::ranges::sort(out);
    out.erase(std::ranges::unique(out).begin(), out.end());
    return out;
}

bool is_language_name(std::string_view name) {
    Words words = split(name);
    if (words.empty()) return false;
    if (listed(lists::languages, lowered(name))) return true;
    drop_tail(words);
    std::string whole = joined(words, 0, words.size());
    if (listed(lists::languages, lowered(whole))) return true;
    whole.erase(0, vendor_of(whole).size());
    whole.erase(0, whole.find_first_not_of(' '));
    return listed(lists::languages, lowered(whole));
}

bool is_programming_language(std::string_view name, std::uint32_t commodity) {
    // Development, data management and query, operating environment, analytical software of UNSPSC.
    constexpr std::array<std::uint32_t, 5> classes = {432323, 432324, 432326, 432330, 432321};
    return std::ranges::find(classes, commodity / 100) != classes.end() && is_language_name(name);
}

}  // namespace headway::ontology
