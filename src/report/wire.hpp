// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "career/engine.hpp"

/// The JSON shapes of skills and reports, documented in docs/formats/skills-json.md and gap-report-json.md.
namespace headway::report {

struct WireLevel {
    double value = 0;
    std::string label;
    double low = 0;
    double high = 0;
    std::vector<std::string> reasons;
};
BOOST_DESCRIBE_STRUCT(WireLevel, (), (value, label, low, high, reasons))

struct WireEvidence {
    std::string text;
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    std::uint32_t page = 1;
    std::string shows;
    double certainty = 1;
    std::optional<std::string> because;
};
BOOST_DESCRIBE_STRUCT(WireEvidence, (), (text, start, end, page, shows, certainty, because))

/// A skill of any framework with its identity in the others.
struct WireSkillRef {
    std::string id;
    std::string name;
    std::string framework;
    std::string external_id;
    std::string kind;
    std::vector<std::string> same_as;
    std::optional<std::string> link;
};
BOOST_DESCRIBE_STRUCT(WireSkillRef, (), (id, name, framework, external_id, kind, same_as, link))

struct WireSkill {
    std::string id;
    std::string name;
    std::string framework;
    std::string external_id;
    std::string kind;
    std::vector<std::string> same_as;
    std::optional<std::string> link;
    std::optional<std::string> need;
    std::vector<WireSkillRef> any_of;
    WireLevel level;
    double confidence = 1;
    std::vector<WireEvidence> evidence;
};
BOOST_DESCRIBE_STRUCT(WireSkill, (),
                      (id, name, framework, external_id, kind, same_as, link, need, any_of, level, confidence,
                       evidence))

struct WireUnclaimed {
    WireSkillRef skill;
    std::string stance;
    WireEvidence evidence;
};
BOOST_DESCRIBE_STRUCT(WireUnclaimed, (), (skill, stance, evidence))

struct WireOccupation {
    std::string code;
    std::string name;
    double confidence = 0;
    std::optional<std::string> link;
};
BOOST_DESCRIBE_STRUCT(WireOccupation, (), (code, name, confidence, link))

struct WireInterval {
    double low = 0;
    double high = 0;
    double confidence = 0.8;
};
BOOST_DESCRIBE_STRUCT(WireInterval, (), (low, high, confidence))

struct WireRequirement {
    std::string id;
    std::string name;
    std::string framework;
    std::string external_id;
    std::string kind;
    std::vector<std::string> same_as;
    std::optional<std::string> link;
    std::string status;
    std::string need;
    std::vector<WireSkillRef> any_of;
    bool or_similar = false;
    WireLevel needed;
    std::optional<WireLevel> held;
    std::string support;
    std::optional<WireSkillRef> met_by;
    double certainty = 0;
    std::optional<double> importance;
    bool hot = false;
    bool in_demand = false;
    double weight = 0;
    double coverage = 0;
    double points = 0;
    double gain = 0;
    bool within_noise = false;
    std::vector<WireEvidence> job_evidence;
    std::vector<WireEvidence> resume_evidence;
};
BOOST_DESCRIBE_STRUCT(WireRequirement, (),
                      (id, name, framework, external_id, kind, same_as, link, status, need, any_of,
                       or_similar, needed, held, support, met_by, certainty, importance, hot, in_demand,
                       weight, coverage, points, gain, within_noise, job_evidence, resume_evidence))

struct WirePack {
    std::string framework;
    std::string release;
    std::optional<std::string> ratings_release;
    std::string checksum;
};
BOOST_DESCRIBE_STRUCT(WirePack, (), (framework, release, ratings_release, checksum))

struct WireModelFile {
    std::string name;
    std::string checksum;
};
BOOST_DESCRIBE_STRUCT(WireModelFile, (), (name, checksum))

struct WireParameter {
    std::string name;
    double value = 0;
};
BOOST_DESCRIBE_STRUCT(WireParameter, (), (name, value))

struct WireProvenance {
    std::string program;
    std::string version;
    std::vector<WirePack> packs;
    std::vector<WireModelFile> models;
    std::string occupation_from;
    std::string today;
    std::string resume_text_hash;
    std::string job_text_hash;
    std::string formula;
    std::vector<WireParameter> parameters;
};
BOOST_DESCRIBE_STRUCT(WireProvenance, (),
                      (program, version, packs, models, occupation_from, today, resume_text_hash,
                       job_text_hash, formula, parameters))

struct WireReport {
    double score = 0;
    WireInterval interval;
    double weight_sum = 0;
    std::string job_title;
    std::optional<WireOccupation> occupation;
    std::vector<WireOccupation> other_occupations;
    std::vector<WireRequirement> requirements;
    std::vector<WireSkill> beyond;
    std::vector<WireUnclaimed> unclaimed;
    std::vector<std::string> warnings;
    WireProvenance provenance;
};
BOOST_DESCRIBE_STRUCT(WireReport, (),
                      (score, interval, weight_sum, job_title, occupation, other_occupations, requirements,
                       beyond, unclaimed, warnings, provenance))

struct WireSkillList {
    std::string document;
    std::vector<WireSkill> skills;
    std::vector<WireUnclaimed> unclaimed;
    std::vector<std::string> warnings;
};
BOOST_DESCRIBE_STRUCT(WireSkillList, (), (document, skills, unclaimed, warnings))

}  // namespace headway::report
