// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/onet_shapes.hpp"

#include <algorithm>
#include <iterator>

namespace headway::ontology {
namespace {

ColumnShape key(std::string_view heading, Cell cell, std::string_view other = {}) {
    return {heading, cell, true, other};
}
ColumnShape col(std::string_view heading, Cell cell, std::string_view other = {}) {
    return {heading, cell, false, other};
}

ColumnShape occupation_key() {
    return key("O*NET-SOC Code", Cell::occupation);
}
ColumnShape element_key() {
    return key("Element ID", Cell::element);
}
ColumnShape element_name() {
    return col("Element Name", Cell::text);
}
ColumnShape date() {
    return col("Date", Cell::month);
}
ColumnShape source() {
    return col("Domain Source", Cell::text);
}

/// Skills, Knowledge, Abilities, Work Activities: importance and level per occupation.
FileShape rating(std::string_view name) {
    return {name,
            {occupation_key(), element_key(), element_name(), key("Scale ID", Cell::scale),
             col("Data Value", Cell::value), col("N", Cell::optional_whole),
             col("Standard Error", Cell::optional_number), col("Lower CI Bound", Cell::optional_value),
             col("Upper CI Bound", Cell::optional_value), col("Recommend Suppress", Cell::optional_flag),
             col("Not Relevant", Cell::optional_flag), date(), source()}};
}

/// Interests, Work Styles, Work Values: one figure per occupation and element.
FileShape simple_rating(std::string_view name) {
    return {name,
            {occupation_key(), element_key(), element_name(), key("Scale ID", Cell::scale),
             col("Data Value", Cell::value), date(), source()}};
}

/// Percentages of answers per category.
FileShape category_rating(std::string_view name, std::vector<ColumnShape> more) {
    FileShape shape{name,
                    {occupation_key(), key("Scale ID", Cell::scale), key("Category", Cell::optional_whole),
                     col("Data Value", Cell::value), col("N", Cell::optional_whole),
                     col("Standard Error", Cell::optional_number),
                     col("Lower CI Bound", Cell::optional_value), col("Upper CI Bound", Cell::optional_value),
                     col("Recommend Suppress", Cell::optional_flag), date(), source()}};
    shape.columns.insert(shape.columns.end(), more.begin(), more.end());
    return shape;
}

FileShape categories(std::string_view name) {
    return {name,
            {element_key(), element_name(), key("Scale ID", Cell::scale), key("Category", Cell::whole),
             col("Category Description", Cell::text)}};
}

/// Which element of one domain goes with which of another.
FileShape cross(std::string_view name, std::string_view from, std::string_view from_name, std::string_view to,
                std::string_view to_name) {
    return {name,
            {key(from, Cell::element), col(from_name, Cell::text), key(to, Cell::element),
             col(to_name, Cell::text)}};
}

FileShape technologies(std::string_view name) {
    return {name,
            {occupation_key(), key("Example", Cell::text, "Workplace Example"),
             col("Commodity Code", Cell::commodity), col("Commodity Title", Cell::text),
             col("Hot Technology", Cell::flag), col("In Demand", Cell::flag)}};
}

FileShape titles(std::string_view name) {
    return {name,
            {occupation_key(), key("Alternate Title", Cell::text, "Job Title"),
             col("Short Title", Cell::optional_text), col("Source(s)", Cell::text)}};
}

std::vector<FileShape> make_references() {
    return {
        {"Scales Reference.txt",
         {key("Scale ID", Cell::text), col("Scale Name", Cell::text), col("Minimum", Cell::number),
          col("Maximum", Cell::number)}},
        {"Content Model Reference.txt",
         {key("Element ID", Cell::element_code), element_name(), col("Description", Cell::optional_text)}},
        {"Occupation Data.txt",
         {key("O*NET-SOC Code", Cell::occupation_code), col("Title", Cell::text),
          col("Description", Cell::text)}},
        {"UNSPSC Reference.txt",
         {key("Commodity Code", Cell::commodity_code), col("Commodity Title", Cell::text),
          col("Class Code", Cell::whole), col("Class Title", Cell::text), col("Family Code", Cell::whole),
          col("Family Title", Cell::text), col("Segment Code", Cell::whole),
          col("Segment Title", Cell::text)}},
        {"IWA Reference.txt",
         {col("Element ID", Cell::element), key("IWA ID", Cell::text), col("IWA Title", Cell::text)}},
        {"DWA Reference.txt",
         {col("Element ID", Cell::element), col("IWA ID", Cell::iwa), key("DWA ID", Cell::text),
          col("DWA Title", Cell::text)}},
        {"Task Statements.txt",
         {col("O*NET-SOC Code", Cell::occupation), key("Task ID", Cell::whole), col("Task", Cell::text),
          col("Task Type", Cell::optional_text), col("Incumbents Responding", Cell::optional_whole), date(),
          source()}},
    };
}

/// What occupations need, do and are called.
std::vector<FileShape> occupation_files() {
    return {
        rating("Skills.txt"),
        rating("Essential Skills.txt"),
        rating("Transferable Skills.txt"),
        rating("Knowledge.txt"),
        rating("Abilities.txt"),
        rating("Work Activities.txt"),
        simple_rating("Interests.txt"),
        simple_rating("Work Styles.txt"),
        simple_rating("Work Values.txt"),
        category_rating("Work Context.txt",
                        {element_key(), element_name(), col("Not Relevant", Cell::optional_flag)}),
        category_rating("Education, Training, and Experience.txt", {element_key(), element_name()}),
        category_rating("Task Ratings.txt", {key("Task ID", Cell::task)}),
        categories("Education, Training, and Experience Categories.txt"),
        categories("Work Context Categories.txt"),
        {"Task Categories.txt",
         {key("Scale ID", Cell::scale), key("Category", Cell::whole),
          col("Category Description", Cell::text)}},
        technologies("Technology Skills.txt"),
        technologies("Software Skills.txt"),
        titles("Alternate Titles.txt"),
        titles("Job Titles.txt"),
        {"Tools Used.txt",
         {occupation_key(), key("Example", Cell::text), col("Commodity Code", Cell::commodity),
          col("Commodity Title", Cell::text)}},
        {"Sample of Reported Titles.txt",
         {occupation_key(), key("Reported Job Title", Cell::text), col("Shown in My Next Move", Cell::flag)}},
        {"Job Zones.txt", {occupation_key(), col("Job Zone", Cell::zone), date(), source()}},
        {"Job Zone Reference.txt",
         {key("Job Zone", Cell::zone), col("Name", Cell::text), col("Experience", Cell::text),
          col("Education", Cell::text), col("Job Training", Cell::text), col("Examples", Cell::text),
          col("SVP Range", Cell::text)}},
        {"Related Occupations.txt",
         {occupation_key(), key("Related O*NET-SOC Code", Cell::occupation),
          col("Relatedness Tier", Cell::text), col("Index", Cell::tier)}},
        {"Tasks to DWAs.txt",
         {col("O*NET-SOC Code", Cell::occupation), key("Task ID", Cell::task), key("DWA ID", Cell::dwa),
          date(), source()}},
        {"Emerging Tasks.txt",
         {occupation_key(), key("Task", Cell::text), col("Category", Cell::text),
          col("Original Task ID", Cell::optional_task), col("Original Task", Cell::optional_text), date(),
          source()}},
    };
}

/// Texts about scales, interests and elements, and which element goes with which.
std::vector<FileShape> element_files() {
    return {
        {"Level Scale Anchors.txt",
         {element_key(), element_name(), key("Scale ID", Cell::scale), key("Anchor Value", Cell::number),
          col("Anchor Description", Cell::text)}},
        {"Occupation Level Metadata.txt",
         {occupation_key(), key("Item", Cell::text), key("Response", Cell::optional_text),
          col("N", Cell::optional_whole), col("Percent", Cell::optional_number), date()}},
        {"Survey Booklet Locations.txt",
         {element_key(), element_name(), key("Survey Item Number", Cell::text),
          key("Scale ID", Cell::scale)}},
        {"Interests Illustrative Activities.txt",
         {element_key(), element_name(), col("Interest Type", Cell::text), key("Activity", Cell::text)}},
        {"Interests Illustrative Occupations.txt",
         {element_key(), element_name(), col("Interest Type", Cell::text), occupation_key()}},
        {"RIASEC Keywords.txt",
         {element_key(), element_name(), key("Keyword", Cell::text), key("Keyword Type", Cell::text)}},
        cross("Abilities to Work Activities.txt", "Abilities Element ID", "Abilities Element Name",
              "Work Activities Element ID", "Work Activities Element Name"),
        cross("Abilities to Work Context.txt", "Abilities Element ID", "Abilities Element Name",
              "Work Context Element ID", "Work Context Element Name"),
        cross("Skills to Work Activities.txt", "Skills Element ID", "Skills Element Name",
              "Work Activities Element ID", "Work Activities Element Name"),
        cross("Skills to Work Context.txt", "Skills Element ID", "Skills Element Name",
              "Work Context Element ID", "Work Context Element Name"),
        cross("Basic Interests to RIASEC.txt", "Basic Interests Element ID", "Basic Interests Element Name",
              "RIASEC Element ID", "RIASEC Element Name"),
    };
}

std::vector<FileShape> make_data() {
    std::vector<FileShape> shapes = occupation_files();
    std::ranges::copy(element_files(), std::back_inserter(shapes));
    return shapes;
}

const FileShape* find_in(std::span<const FileShape> shapes, std::string_view name) {
    const auto at = std::ranges::find(shapes, name, &FileShape::name);
    return at == shapes.end() ? nullptr : &*at;
}

}  // namespace

std::span<const FileShape> reference_shapes() {
    static const std::vector<FileShape> shapes = make_references();
    return shapes;
}

std::span<const FileShape> data_shapes() {
    static const std::vector<FileShape> shapes = make_data();
    return shapes;
}

const FileShape* find_shape(std::string_view name) {
    const auto* shape = find_in(reference_shapes(), name);
    return shape != nullptr ? shape : find_in(data_shapes(), name);
}

}  // namespace headway::ontology
