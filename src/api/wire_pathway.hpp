// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "flows/pathways.hpp"
#include "ranking/pathway.hpp"
#include "report/wire.hpp"

namespace headway::api {

struct OccupationRefWire {
    std::string code;
    std::string name;
    std::string framework;
    std::optional<std::uint32_t> job_zone;
    std::optional<std::string> link;
};
BOOST_DESCRIBE_STRUCT(OccupationRefWire, (), (code, name, framework, job_zone, link))

struct PathwayPartWire {
    std::string part;
    double weight = 0;
    std::optional<double> share;
    double points = 0;
    std::string because;
};
BOOST_DESCRIBE_STRUCT(PathwayPartWire, (), (part, weight, share, points, because))

struct PathwayWorkWire {
    std::string title;
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    std::optional<std::string> from;
    std::optional<std::string> until;
    bool present = false;
    double weight = 0;
    OccupationRefWire occupation;
    double certainty = 0;
    double carried = 1;
    double points = 0;
};
BOOST_DESCRIBE_STRUCT(PathwayWorkWire, (),
                      (title, start, end, from, until, present, weight, occupation, certainty, carried,
                       points))

struct PathwaySkillWire {
    report::WireSkillRef skill;
    double importance = 1;
    double needed = 0;
    std::optional<double> held;
    double covered = 0;
    double gain = 0;
};
BOOST_DESCRIBE_STRUCT(PathwaySkillWire, (), (skill, importance, needed, held, covered, gain))

struct PathwayTechnologyWire {
    report::WireSkillRef skill;
    double rarity = 0;
    bool hot = false;
    bool in_demand = false;
    double gain = 0;
};
BOOST_DESCRIBE_STRUCT(PathwayTechnologyWire, (), (skill, rarity, hot, in_demand, gain))

struct PathwayWire {
    OccupationRefWire occupation;
    double closeness = 0;
    std::vector<PathwayPartWire> parts;
    std::vector<PathwayWorkWire> work;
    std::string ratings;  ///< own, relatives, unknown
    std::vector<OccupationRefWire> rated_by;
    std::vector<PathwaySkillWire> held;
    std::vector<PathwaySkillWire> lacking;
    std::size_t technologies_listed = 0;
    std::vector<PathwayTechnologyWire> technologies_held;
    std::vector<PathwayTechnologyWire> technologies_lacking;
    std::vector<OccupationRefWire> related;
};
BOOST_DESCRIBE_STRUCT(PathwayWire, (),
                      (occupation, closeness, parts, work, ratings, rated_by, held, lacking,
                       technologies_listed, technologies_held, technologies_lacking, related))

/// How much of the lists is wanted.
enum class Extent : std::uint8_t {
    brief,  ///< The first five of each.
    whole,
};

[[nodiscard]] PathwayWire to_wire(const flows::Standing& standing, const ranking::Closeness& closeness,
                                  const ranking::OccupationMap& map, Extent extent);

}  // namespace headway::api
