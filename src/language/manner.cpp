// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/manner.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <vector>

#include "language/fill.hpp"

namespace headway::language {
namespace {

constexpr std::string_view comma = ", ";
constexpr std::string_view conjunction = " and ";

/// The names that a list is made of; empty when it is not made of these. `hopeless`: by their lengths, ends
/// of the list that were tried in vain, so that each is tried once.
std::vector<std::string> parted(std::string_view list, std::span<const std::string> names,
                                std::set<std::size_t>& hopeless) {
    if (hopeless.contains(list.size())) return {};
    for (const std::string& name : names) {
        if (list == name) return {name};
        if (name.empty() || !list.starts_with(name)) continue;
        const std::string_view after = list.substr(name.size());
        const std::string_view joint = after.starts_with(comma)         ? comma
                                       : after.starts_with(conjunction) ? conjunction
                                                                        : std::string_view();
        if (joint.empty()) continue;
        auto rest = parted(after.substr(joint.size()), names, hopeless);
        if (rest.empty()) continue;
        rest.insert(rest.begin(), name);
        return rest;
    }
    hopeless.insert(list.size());
    return {};
}

}  // namespace

std::string figure_in(const Manner& manner, std::string_view written) {
    std::string out;
    if (written.starts_with('-') || written.starts_with('+')) {
        out += written.front();
        written.remove_prefix(1);
    }
    const std::size_t point = std::min(written.find('.'), written.size());
    for (std::size_t i = 0; i < point; ++i) {
        if (i > 0 && (point - i) % 3 == 0) out += manner.group;
        out += written[i];
    }
    if (point < written.size()) out.append(manner.decimal).append(written.substr(point + 1));
    return out;
}

std::string day_in(const Manner& manner, std::string_view written) {
    return fill(manner.day, {{"year", std::string(written.substr(0, 4))},
                             {"month", std::string(written.substr(5, 2))},
                             {"day", std::string(written.substr(8, 2))}});
}

std::string moment_in(const Manner& manner, std::string_view written) {
    return fill(manner.moment, {{"date", day_in(manner, written.substr(0, 10))},
                                {"time", std::string(written.substr(11, 5)) + " UTC"}});
}

std::string level_in(const Manner& manner, std::string_view label) {
    const LevelLabels& l = manner.levels;
    const std::array<std::pair<std::string_view, const std::string*>, 5> all = {
        {{"none", &l.none},
         {"basic", &l.basic},
         {"working", &l.working},
         {"proficient", &l.proficient},
         {"advanced", &l.advanced}}};
    for (const auto& [english, other] : all) {
        if (english == label) return *other;
    }
    return std::string(label);
}

std::string quoted_in(const Manner& manner, std::string_view list) {
    constexpr std::string_view open = "“";
    constexpr std::string_view close = "”";
    std::string out = manner.quotes[0];
    list = list.substr(open.size(), list.size() - open.size() - close.size());
    for (std::size_t at = 0; at < list.size();) {
        const std::string_view rest = list.substr(at);
        std::string_view joint;
        for (const std::string_view one : {comma, conjunction}) {
            if (rest.starts_with(close) && rest.substr(close.size()).starts_with(one) &&
                rest.substr(close.size() + one.size()).starts_with(open))
                joint = one;
        }
        if (joint.empty()) {
            out += list[at++];
            continue;
        }
        out += manner.quotes[1] + (joint == comma ? std::string(comma) : manner.and_) + manner.quotes[0];
        at += close.size() + joint.size() + open.size();
    }
    return out + manner.quotes[1];
}

std::string list_in(const Manner& manner, std::string_view list, std::span<const std::string> names) {
    std::set<std::size_t> hopeless;
    if (const auto parts = parted(list, names, hopeless); !parts.empty()) {
        std::string out = parts.front();
        for (std::size_t i = 1; i < parts.size(); ++i)
            out += (i + 1 == parts.size() ? manner.and_ : std::string(comma)) + parts[i];
        return out;
    }
    const std::size_t at = list.find(conjunction);
    std::string out(list);
    if (at != std::string_view::npos &&
        list.find(conjunction, at + conjunction.size()) == std::string_view::npos)
        out.replace(at, conjunction.size(), manner.and_);
    return out;
}

std::string leveled_in(const Manner& manner, std::string_view list) {
    std::string out;
    for (std::size_t at = 0; at < list.size();) {
        std::size_t end = at;
        if (list.substr(at).starts_with(" (")) {
            end = at + 2;
            while (end < list.size() && list[end] >= 'a' && list[end] <= 'z') ++end;
        }
        const std::string_view rest = list.substr(std::min(end + 1, list.size()));
        const bool is_level = end > at + 2 && end < list.size() && list[end] == ')' &&
                              (rest.empty() || rest.starts_with(comma) || rest.starts_with(conjunction));
        if (!is_level) {
            out += list[at++];
            continue;
        }
        out += " (" + level_in(manner, list.substr(at + 2, end - at - 2)) + ")";
        at = end + 1;
        if (!rest.starts_with(conjunction)) continue;
        out += manner.and_;
        at += conjunction.size();
    }
    return out;
}

}  // namespace headway::language
