// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/speech.hpp"

#include <stdexcept>

#include "language/manner.hpp"
#include "language/translator.hpp"

namespace headway::language {
namespace {

Translator shipped_german() {
    const auto list = read_sentences(german_sentences());
    if (!list) throw std::logic_error("contract/sentences.de.json: " + list.error().message());
    return Translator(*list);
}

}  // namespace

const Speech& Speech::of(std::string_view tag) {
    const bool german = tag.starts_with("de") && (tag.size() == 2 || tag[2] == '-');
    if (!german) return english();
    static const Translator translator = shipped_german();
    static const Speech speech("de", &translator);
    return speech;
}

const Speech& Speech::english() {
    static const Speech speech("en", nullptr);
    return speech;
}

std::string Speech::say(std::string_view sentence, std::span<const std::string> names) const {
    if (is_english()) return std::string(sentence);
    return translator_->translate(sentence, names).value_or(std::string(sentence));
}

std::string Speech::figure(std::string_view written) const {
    return is_english() ? std::string(written) : figure_in(translator_->manner(), written);
}

std::string Speech::day(std::string_view written) const {
    return is_english() ? std::string(written) : day_in(translator_->manner(), written);
}

std::string Speech::level(std::string_view label) const {
    return is_english() ? std::string(label) : level_in(translator_->manner(), label);
}

}  // namespace headway::language
