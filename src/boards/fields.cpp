// SPDX-License-Identifier: GPL-3.0-or-later
#include "boards/fields.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "boards/markup.hpp"
#include "document/charset.hpp"
#include "document/clean.hpp"
#include "text/tokens.hpp"
#include "text/utf8.hpp"

namespace headway::boards {
namespace {

constexpr std::size_t longest_field = 4000;  // of a line, before it is cut for good
constexpr double highest_amount = 1e9;

std::string folded(std::string_view text) {
    return text::fold(text.substr(0, 200));
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
    return text;
}

std::optional<double> number_of(std::string_view text) {
    text = trimmed(text);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

/// A number such as "120,000", "50k", "17.50" at the front of `text`; moves behind it.
std::optional<double> take_amount(std::string_view& text) {
    std::string digits;
    std::size_t at = 0;
    for (; at < text.size() && digits.size() < 15; ++at) {
        const char c = text[at];
        const auto digits_follow = [&](std::size_t n) {
            for (std::size_t i = 1; i <= n; ++i) {
                if (at + i >= text.size() || text[at + i] < '0' || text[at + i] > '9') return false;
            }
            return at + n + 1 >= text.size() || text[at + n + 1] < '0' || text[at + n + 1] > '9';
        };
        if (c >= '0' && c <= '9') {
            digits += c;
        } else if (c == ',' && digits_follow(3)) {
            continue;
        } else if (c == '.' && digits.find('.') == std::string::npos &&
                   (digits_follow(1) || digits_follow(2))) {
            digits += '.';
        } else {
            break;
        }
    }
    text.remove_prefix(at);
    auto value = number_of(digits);
    if (value && (text.starts_with('k') || text.starts_with('K'))) {
        *value *= 1000;
        text.remove_prefix(1);
    }
    return value;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string upper(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return out;
}

/// Whether a code such as EUR stands there, in small letters only as a word of its own.
bool names_currency(std::string_view text, const std::string& raised, std::string_view code) {
    if (contains(text, code)) return true;
    for (std::size_t at = raised.find(code); at != std::string::npos; at = raised.find(code, at + 1)) {
        const bool begins = at == 0 || !is_letter(raised[at - 1]);
        const std::size_t end = at + code.size();
        if (begins && (end == raised.size() || !is_letter(raised[end]))) return true;
    }
    return false;
}

std::string currency_in(std::string_view text) {
    static constexpr std::array<std::string_view, 12> codes = {"EUR", "USD", "GBP", "CHF", "CAD", "AUD",
                                                               "SEK", "NOK", "DKK", "PLN", "INR", "JPY"};
    std::string found;
    const std::string raised = upper(text);
    for (const std::string_view code : codes) {
        if (!names_currency(text, raised, code)) continue;
        if (!found.empty()) return {};  // two are none
        found = code;
    }
    if (!found.empty()) return found;
    if (contains(text, "\u20AC")) return "EUR";
    if (contains(text, "\u00A3")) return "GBP";
    return {};
}

/// The byte from 0x80 to 0x9F that Windows-1252 shows as this character.
std::optional<char> windows1252_byte(std::string_view character) {
    static const std::vector<std::string> shown = [] {
        std::vector<std::string> out;
        for (int b = 0x80; b < 0xA0; ++b) {
            const char byte = static_cast<char>(b);
            out.push_back(document::windows1252_to_utf8(std::string_view(&byte, 1)));
        }
        return out;
    }();
    const auto found = std::ranges::find(shown, character);
    if (found == shown.end()) return std::nullopt;
    return static_cast<char>(0x80 + (found - shown.begin()));
}

}  // namespace

std::string cut(std::string_view text, std::size_t most) {
    std::size_t at = 0;
    for (std::size_t n = 0; at < text.size() && n < most; ++n) at += text::decode(text, at).length;
    std::string out(text.substr(0, at));
    if (at < text.size()) {
        while (!out.empty() && (out.back() == ' ' || out.back() == '\n')) out.pop_back();
    }
    return out;
}

std::string line_of(std::string_view text) {
    const std::string read = decode_entities(text.substr(0, longest_field));
    const std::string clean = document::clean_characters(read, document::SoftHyphen::invisible);
    std::string out;
    for (const char c : clean) {
        if (static_cast<unsigned char>(c) > ' ') {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

std::string line_of(json::Node node) {
    const auto text = node.text();
    return text ? line_of(*text) : std::string();
}

std::string id_of(json::Node node) {
    if (const auto text = node.text()) return line_of(*text);
    const auto number = node.whole();
    return number ? std::to_string(*number) : std::string();
}

std::optional<std::string> url_of(std::string_view text) {
    text = trimmed(text);
    const bool http = text.starts_with("https://") || text.starts_with("http://");
    if (!http || text.size() > 2000 || text.size() < 12) return std::nullopt;
    for (const char c : text) {
        if (c <= ' ' || c > '~' || contains("\"<>\\^`{|}", std::string_view(&c, 1))) return std::nullopt;
    }
    return std::string(text);
}

std::optional<std::string> url_of(json::Node node) {
    const auto text = node.text();
    return text ? url_of(*text) : std::nullopt;
}

std::optional<double> amount_of(json::Node node) {
    if (const auto number = node.number()) return number;
    const auto text = node.text();
    return text ? number_of(*text) : std::nullopt;
}

std::optional<bool> truth_of(json::Node node) {
    if (const auto truth = node.truth()) return truth;
    const auto text = node.text();
    if (!text) return std::nullopt;
    const std::string word = folded(*text);
    if (word == "true" || word == "yes") return true;
    if (word == "false" || word == "no") return false;
    return std::nullopt;
}

std::optional<std::string> job_type_of(std::string_view text) {
    std::string word = folded(text);
    std::erase_if(word, [](char c) { return c == ' ' || c == '-' || c == '_'; });
    if (contains(word, "fulltime") || word == "vollzeit") return "full_time";
    if (contains(word, "parttime") || word == "teilzeit") return "part_time";
    if (word.starts_with("intern") && !word.starts_with("internat") && !word.starts_with("internal"))
        return "internship";
    if (contains(word, "trainee") || contains(word, "praktik")) return "internship";
    if (contains(word, "temp") || contains(word, "seasonal")) return "temporary";
    if (contains(word, "contract") || contains(word, "freelance")) return "contract";
    return std::nullopt;
}

std::optional<std::string> period_of(std::string_view text) {
    const std::string word = folded(text);
    if (contains(word, "year") || contains(word, "annual") || contains(word, "annum") || word == "pa")
        return "year";
    if (contains(word, "hour") || word == "ph") return "hour";
    if (contains(word, "month")) return "month";
    if (contains(word, "week")) return "week";
    if (word == "day" || contains(word, "daily") || contains(word, "per day") || contains(word, "per-day") ||
        contains(word, "1 day"))
        return "day";
    return std::nullopt;
}

std::optional<Salary> salary_of(std::optional<double> min, std::optional<double> max,
                                std::string_view currency, std::string_view period) {
    for (auto* amount : {&min, &max}) {
        if (*amount && !(**amount > 0 && **amount <= highest_amount)) amount->reset();
    }
    if ((!min && !max) || (min && max && *min > *max)) return std::nullopt;
    Salary out{min, max, {}, period_of(period)};
    if (currency.size() == 3 && std::ranges::all_of(currency, is_letter)) out.currency = upper(currency);
    return out;
}

std::optional<Salary> salary_of_text(std::string_view text) {
    text = text.substr(0, 200);
    if (contains(text, "401k") || contains(text, "401(k)")) return std::nullopt;  // a pension, no pay
    std::vector<double> amounts;
    for (std::string_view rest = text; !rest.empty();) {
        if (rest.front() < '0' || rest.front() > '9') {
            rest.remove_prefix(1);
            continue;
        }
        const auto amount = take_amount(rest);
        if (!amount || amounts.size() == 2) return std::nullopt;
        amounts.push_back(*amount);
    }
    if (amounts.empty()) return std::nullopt;
    // "$40 - 60k"
    if (amounts.size() == 2 && amounts[0] < 1000 && amounts[1] >= 1000 * amounts[0]) amounts[0] *= 1000;
    const std::optional<double> max = amounts.size() == 2 ? std::optional(amounts[1]) : std::nullopt;
    return salary_of(amounts[0], max, currency_in(text), text);
}

bool says_remote(std::string_view location) {
    const std::string text = " " + text::normal_name(location.substr(0, 400)) + " ";
    if (contains(text, " no remote") || contains(text, " not remote") || contains(text, " non remote"))
        return false;
    return contains(text, " remote ") || contains(text, " anywhere ") || contains(text, " worldwide ") ||
           contains(text, " work from home ") || contains(text, " telecommute ");
}

std::string mend_mojibake(std::string_view text) {
    std::string bytes;  // of the mended text
    for (std::size_t at = 0; at < text.size();) {
        // The bytes that the next characters stand for, as long as each stands for one.
        std::string meant;
        std::size_t end = at;
        std::size_t wanted = 1;
        while (end < text.size() && meant.size() < wanted) {
            const text::CodePoint c = text::decode(text, end);
            char byte = 0;
            if (c.value < 0x100) {
                byte = static_cast<char>(c.value);
            } else if (const auto found = windows1252_byte(text.substr(end, c.length))) {
                byte = *found;
            } else {
                break;
            }
            meant += byte;
            end += c.length;
            const auto lead = static_cast<unsigned char>(meant[0]);
            if (meant.size() == 1) wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
        }
        const text::CodePoint first = text::decode(text, at);
        if (meant.size() == wanted && wanted > 1 && text::first_invalid(meant) == std::string_view::npos) {
            bytes += meant;
            at = end;
        } else {
            bytes += text.substr(at, first.length);
            at += first.length;
        }
    }
    return bytes;
}

}  // namespace headway::boards
