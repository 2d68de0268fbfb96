// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/streams.hpp"
#include "ontology/card.hpp"

namespace headway::app {

/// Prints a card for reading in a terminal: what matters most of each list, and how much more there is.
void print_card(const ontology::SkillCard& card, Streams& streams);
void print_card(const ontology::OccupationCard& card, Streams& streams);

}  // namespace headway::app
