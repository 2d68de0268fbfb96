// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

/// contract/sentences.<language>.json as structs. contract/README.md says how sentences are written in it.
namespace headway::language {

/// Labels of levels.
struct LevelLabels {
    std::string none;
    std::string basic;
    std::string working;
    std::string proficient;
    std::string advanced;
};
BOOST_DESCRIBE_STRUCT(LevelLabels, (), (none, basic, working, proficient, advanced))

/// What a language writes in its own way inside of sentences.
struct Manner {
    std::string and_;
    std::vector<std::string> quotes;  ///< Opening, closing.
    std::string others;               ///< Ends a list that goes on.
    std::string decimal;
    std::string group;   ///< Between thousands.
    std::string day;     ///< "{day}.{month}.{year}"
    std::string moment;  ///< "{date}, {time}"
    LevelLabels levels;
};
BOOST_DESCRIBE_STRUCT(Manner, (), (and_, quotes, others, decimal, group, day, moment, levels))

struct Topic {
    std::string of;
    std::vector<std::vector<std::string>> sentences;  ///< Pairs: English, the other language.
};
BOOST_DESCRIBE_STRUCT(Topic, (), (of, sentences))

struct Sentences {
    std::string language;
    Manner manner;
    std::vector<Topic> lists;
};
BOOST_DESCRIBE_STRUCT(Sentences, (), (language, manner, lists))

/// Checks that every pair is one and that there are two quotes.
[[nodiscard]] Result<Sentences> read_sentences(std::string_view json);

/// The list of German that is part of the program, as text.
[[nodiscard]] std::string_view german_sentences();

}  // namespace headway::language
