// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.hpp"
#include "ontology/csv.hpp"
#include "ontology/framework.hpp"
#include "ontology/source.hpp"

namespace headway::ontology {

/// What is known while the files of an ESCO release are read one after the other.
struct EscoState {
    Framework framework;
    std::unordered_map<std::string, std::uint32_t> skills;       ///< URI → index, groups too
    std::unordered_map<std::string, std::uint32_t> occupations;  ///< URI → index
    std::unordered_set<std::string> isco_codes;
    std::unordered_map<std::string, std::string> isco_uris;      ///< URI → code
    std::unordered_map<std::uint32_t, std::string> group_codes;  ///< Skill group → "T3.1"
};

/// One file of a release being read: its text and its rows.
class EscoFile {
  public:
    [[nodiscard]] static Result<EscoFile> open(Source& source, const std::string& name,
                                               std::initializer_list<std::string_view> headings,
                                               ShortRows short_rows = ShortRows::refused);
    [[nodiscard]] CsvFile& rows() { return *file_; }

  private:
    std::unique_ptr<const std::string> text_;
    std::optional<CsvFile> file_;
};

/// "http://data.europa.eu/esco/skill/<uuid>" → "esco:<uuid>"; "…/isced-f/0613" → "esco:isced-f/0613". Empty
/// where the text is no ESCO URI.
[[nodiscard]] std::string esco_id(std::string_view uri);

/// The lines of a cell, without white space around them (no-break spaces too) and without empty ones.
[[nodiscard]] std::vector<std::string> esco_labels(std::string_view cell);

/// Adds the rows of one file. `name` is the file's name in the source.
[[nodiscard]] Result<void> add_skill_groups(Source& source, const std::string& name, EscoState& state);
[[nodiscard]] Result<void> add_skill_hierarchy(Source& source, const std::string& name, EscoState& state);
[[nodiscard]] Result<void> add_skills(Source& source, const std::string& name, EscoState& state);
[[nodiscard]] Result<void> add_isco_groups(Source& source, const std::string& name, EscoState& state);
[[nodiscard]] Result<void> add_occupations(Source& source, const std::string& name, EscoState& state);
[[nodiscard]] Result<void> add_skill_parents(Source& source, const std::string& name, EscoState& state);
[[nodiscard]] Result<void> add_occupation_parents(Source& source, const std::string& name, EscoState& state);
[[nodiscard]] Result<void> add_skill_relations(Source& source, const std::string& name, EscoState& state);
[[nodiscard]] Result<void> add_occupation_skills(Source& source, const std::string& name, EscoState& state);
/// Members of a collection that are programming languages, human languages or soft skills are told so. Needs
/// the parents.
[[nodiscard]] Result<void> mark_digital_skills(Source& source, const std::string& name, EscoState& state);
[[nodiscard]] Result<void> mark_languages(Source& source, const std::string& name, EscoState& state);
[[nodiscard]] Result<void> mark_transversal_skills(Source& source, const std::string& name, EscoState& state);
/// Any other file: its form is checked and its rows are counted.
[[nodiscard]] Result<void> count_rows(Source& source, const std::string& name, EscoState& state);

}  // namespace headway::ontology
