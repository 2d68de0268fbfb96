// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles_noise.hpp"

#include <array>
#include <span>
#include <utility>

namespace headway::bench {
namespace {

class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 1) {}
    std::size_t roll(std::size_t sides) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return (state_ >> 33U) % sides;
    }
    std::string pick(std::span<const std::string_view> from) { return std::string(from[roll(from.size())]); }

  private:
    std::uint64_t state_;
};

constexpr auto before =
    std::to_array<std::string_view>({"Senior ", "Sr. ", "Junior ", "Jr ", "Lead ", "Experienced ",
                                     "Part-time ", "Remote ", "URGENT: ", "Entry Level ", "Mid-level "});
constexpr auto after = std::to_array<std::string_view>({" (m/f/d)",
                                                        " (f/m/x)",
                                                        " m/w/d",
                                                        " II",
                                                        " III",
                                                        " - Remote",
                                                        " - Night Shift",
                                                        ", Denver CO",
                                                        " at Quibblewick Ltd",
                                                        " | Brackenford Group",
                                                        " (Full Time)",
                                                        " - Part Time",
                                                        " - Leeds",
                                                        " (Hybrid)",
                                                        " - $22/hr",
                                                        " #48213",
                                                        " - 12 month contract",
                                                        " (Temporary)",
                                                        " @ Nimbolt",
                                                        " - Weekend Days"});
constexpr auto shortened =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"Manager", "Mgr"},
                                                                  {"Assistant", "Asst"},
                                                                  {"Registered Nurse", "RN"},
                                                                  {"Representative", "Rep"},
                                                                  {"Engineer", "Engr"},
                                                                  {"Technician", "Tech"},
                                                                  {"Administrator", "Admin"},
                                                                  {"Director", "Dir"},
                                                                  {"Human Resources", "HR"},
                                                                  {"Quality Assurance", "QA"},
                                                                  {"Coordinator", "Coord"},
                                                                  {"Vice President", "VP"},
                                                                  {"Supervisor", "Supv"},
                                                                  {"Associate", "Assoc."},
                                                                  {"Operations", "Ops"}});

void slip(std::string& s, Dice& dice) {
    if (s.size() < 6) return;
    const std::size_t at = 1 + dice.roll(s.size() - 3);
    if (s[at] == ' ' || s[at + 1] == ' ') return;
    switch (dice.roll(3)) {
        case 0:
            std::swap(s[at], s[at + 1]);
            break;
        case 1:
            s.erase(at, 1);
            break;
        default:
            s.insert(at, 1, s[at]);
            break;
    }
}

void turn(std::string& s) {
    const std::size_t space = s.rfind(' ');
    if (space == std::string::npos || s.find(',') != std::string::npos) return;
    s = s.substr(space + 1) + ", " + s.substr(0, space);
}

}  // namespace

std::string make_messy(std::string_view title, std::uint64_t seed) {
    Dice dice(seed);
    std::string s(title);
    for (const auto& [words, brief] : shortened) {
        const std::size_t at = s.find(words);
        if (at != std::string::npos && dice.roll(2) == 0) s.replace(at, words.size(), brief);
    }
    if (dice.roll(4) == 0) slip(s, dice);
    if (dice.roll(6) == 0) turn(s);
    const std::size_t kind = dice.roll(4);
    if (kind == 0 || kind == 3) s = dice.pick(before) + s;
    if (kind >= 1) s += dice.pick(after);
    if (dice.roll(8) == 0) {
        for (char& c : s)
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    }
    return s;
}

}  // namespace headway::bench
