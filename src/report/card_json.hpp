// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>

#include "ontology/card.hpp"

// The JSON of cards, documented in docs/formats/ontology-json.md: include this where one is written.
namespace headway::ontology {
BOOST_DESCRIBE_STRUCT(CardRow, (), (id, name, framework, release, external_id, kind, link))
BOOST_DESCRIBE_STRUCT(CardAlias, (), (text, kind, framework))
BOOST_DESCRIBE_STRUCT(CardCommodity, (), (code, title, class_title, family_title))
BOOST_DESCRIBE_STRUCT(CardSkillLink, (), (relation, id, name, framework, heading))
BOOST_DESCRIBE_STRUCT(CardRating, (),
                      (value, standard_error, low, high, sample_size, date, source, release, suppress,
                       not_relevant))
BOOST_DESCRIBE_STRUCT(CardUser, (), (code, name, use, hot, in_demand, importance, level))
BOOST_DESCRIBE_STRUCT(SkillCard, (),
                      (id, name, kind, framework, hot, ambiguous, rows, aliases, commodity, links, signals,
                       words, context, avoid, occupations))
BOOST_DESCRIBE_STRUCT(CardTitle, (), (text, short_text, sources))
BOOST_DESCRIBE_STRUCT(CardElement, (), (id, name, kind, importance, level))
BOOST_DESCRIBE_STRUCT(CardNeed, (), (id, name, kind, use, hot, in_demand, commodity))
BOOST_DESCRIBE_STRUCT(CardRelated, (), (code, name, tier, index))
BOOST_DESCRIBE_STRUCT(OccupationCard, (),
                      (id, name, code, framework, release, link, job_zone, titles, elements, skills, related))
}  // namespace headway::ontology
