// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/template.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "language/places.hpp"

namespace headway::language {

/// What a search knows: where the places were put, and from where there is no way on.
struct Template::Search {
    std::string_view text;
    std::vector<std::string_view> taken;                 ///< One a piece.
    std::set<std::pair<std::size_t, std::size_t>> dead;  ///< Piece and where it began.
};

Template::Template(std::string_view english) {
    std::string words;
    const auto flush = [&] {
        if (!words.empty()) pieces_.push_back({std::exchange(words, {}), {}});
    };
    for (std::size_t at = 0; at < english.size(); ++at) {
        const std::size_t close = english[at] == '{' ? english.find('}', at) : std::string_view::npos;
        if (close != std::string_view::npos) {
            flush();
            const std::string_view place = english.substr(at + 1, close - at - 1);
            pieces_.push_back({std::string(place), kind_of(place)});
            at = close;
        } else if (english[at] != '|') {
            words += english[at];
        }
    }
    flush();
}

bool Template::is_open() const {
    return std::ranges::any_of(pieces_, [](const Piece& p) { return p.place.has_value(); });
}

std::string Template::plain() const {
    std::string out;
    for (const Piece& p : pieces_) out += p.place ? "{" + p.text + "}" : p.text;
    return out;
}

bool Template::search(Search& s, std::size_t piece, std::size_t at) const {
    if (piece == pieces_.size()) return at == s.text.size();
    const Piece& p = pieces_[piece];
    if (!p.place) return s.text.substr(at).starts_with(p.text) && search(s, piece + 1, at + p.text.size());
    if (s.dead.contains({piece, at})) return false;
    const bool last = piece + 1 == pieces_.size();
    const bool words_follow = !last && !pieces_[piece + 1].place;
    std::vector<std::size_t> ends;
    for (std::size_t end = last ? s.text.size() : at + 1; end <= s.text.size(); ++end) {
        if (words_follow) end = s.text.find(pieces_[piece + 1].text, end);
        if (end > s.text.size()) break;
        if (end > at) ends.push_back(end);
    }
    if (is_greedy(*p.place)) std::ranges::reverse(ends);
    for (const std::size_t end : ends) {
        if (!takes(*p.place, s.text, at, end) || !search(s, piece + 1, end)) continue;
        s.taken[piece] = s.text.substr(at, end - at);
        return true;
    }
    s.dead.insert({piece, at});
    return false;
}

std::optional<std::vector<Found>> Template::match(std::string_view text) const {
    if (!pieces_.empty() && !pieces_.back().place && !text.ends_with(pieces_.back().text))
        return std::nullopt;
    Search s{text, std::vector<std::string_view>(pieces_.size()), {}};
    if (!search(s, 0, 0)) return std::nullopt;
    std::vector<Found> out;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
        if (pieces_[i].place) out.push_back({pieces_[i].text, *pieces_[i].place, s.taken[i]});
    }
    return out;
}

}  // namespace headway::language
