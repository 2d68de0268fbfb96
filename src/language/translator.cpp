// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/translator.hpp"

#include <algorithm>
#include <array>

#include "language/fill.hpp"
#include "language/manner.hpp"

namespace headway::language {
namespace {

constexpr int deepest = 4;  ///< Sentences in a row.

struct Joint {
    std::string_view english;
    std::string_view other;
};
/// How sentences are put together: "field: what; what to do", "what. What to do", "what: more".
constexpr std::array<Joint, 5> joints = {
    {{"; ", "; "}, {". ", ". "}, {": ", ": "}, {" in ", " "}, {" ", " "}}};

/// A technical name before a sentence.
bool is_field(std::string_view s) {
    return !s.empty() && std::ranges::all_of(s, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    });
}

}  // namespace

Translator::Translator(const Sentences& sentences) : manner_(sentences.manner) {
    for (const Topic& topic : sentences.lists) {
        for (const auto& pair : topic.sentences) {
            Template english(pair[0]);
            if (english.is_open()) {
                open_.push_back({std::move(english), pair[1]});
            } else {
                fixed_.emplace(english.plain(), pair[1]);
            }
        }
    }
}

std::optional<std::string> Translator::put(const Found& found, Names names) const {
    switch (found.kind) {
        case Kind::figure:
            return figure_in(manner_, found.text);
        case Kind::day:
            return day_in(manner_, found.text);
        case Kind::moment:
            return moment_in(manner_, found.text);
        case Kind::pages: {
            constexpr std::string_view others = " and others";
            if (!found.text.ends_with(others)) return std::string(found.text);
            return std::string(found.text.substr(0, found.text.size() - others.size())) + manner_.others;
        }
        case Kind::quoted:
            return quoted_in(manner_, found.text);
        case Kind::listed:
            return list_in(manner_, found.text, names);
        case Kind::leveled:
            return leveled_in(manner_, found.text);
        case Kind::known:
            return parts(found.text, 1, names);
        case Kind::why:
            return parts(found.text, 1, names).value_or(std::string(found.text));
        case Kind::any:
        case Kind::name:
        case Kind::one:
        case Kind::packs:
        case Kind::url:
            break;
    }
    return std::string(found.text);
}

/// One sentence of the list.
std::optional<std::string> Translator::one(std::string_view text, Names names) const {
    if (const auto same = fixed_.find(std::string(text)); same != fixed_.end()) return same->second;
    for (const Open& o : open_) {
        const auto found = o.english.match(text);
        if (!found) continue;
        Values values;
        for (const Found& f : *found) {
            auto value = put(f, names);
            if (!value) break;
            values.emplace_back(f.place, std::move(*value));
        }
        if (values.size() == found->size()) return fill(o.other, values);
    }
    return std::nullopt;
}

std::optional<std::string> Translator::parts(std::string_view text, int depth, Names names) const {
    if (auto whole = one(text, names); whole || depth == 0) return whole;
    for (const Joint& joint : joints) {
        for (std::size_t at = text.find(joint.english); at != std::string_view::npos;
             at = text.find(joint.english, at + 1)) {
            auto first = one(text.substr(0, at), names);
            if (!first && joint.english == ". ") first = one(text.substr(0, at + 1), names);
            // Where a technical name stands before the sentence, only the sentence is for people.
            const bool field = joint.english == ": " && is_field(text.substr(0, at));
            if (!first && !field) continue;
            const std::size_t next = joint.english == " in " ? at + 1 : at + joint.english.size();
            const auto rest = parts(text.substr(next), depth - 1, names);
            if (!rest) continue;
            if (!first) return rest;
            return *first + (first->ends_with('.') ? " " : std::string(joint.other)) + *rest;
        }
    }
    return std::nullopt;
}

std::optional<std::string> Translator::translate(std::string_view text, Names names) const {
    return parts(text, deepest, names);
}

}  // namespace headway::language
