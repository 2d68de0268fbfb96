// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "ontology/onet_shapes.hpp"
#include "ontology/source.hpp"
#include "ontology/tsv.hpp"

namespace headway::ontology {

/// One file that was read and found sound.
struct OnetFile {
    const FileShape* shape =
        nullptr;  ///< Null: a file this program does not know, checked for its form only.
    std::string name;
    std::string release;
    Table table;
    std::vector<std::size_t> columns;  ///< Where each column of the shape lies in the table.

    [[nodiscard]] std::size_t rows() const { return table.rows(); }
    /// `column` counts in the shape, not in the file.
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const {
        return table.cell(row, columns[column]);
    }
    /// Same, with "n/a" as the empty text.
    [[nodiscard]] std::string_view optional_cell(std::size_t row, std::size_t column) const;
    /// Same as a number; NaN for "n/a".
    [[nodiscard]] float number(std::size_t row, std::size_t column) const;
};

/// Codes of a reference file → row in it.
using Codes = std::unordered_map<std::string_view, std::uint32_t>;

/// All files of a release, merged from several downloads, each checked against the reference files of the
/// first: codes known, figures within their scale, keys unique.
class OnetRelease {
  public:
    [[nodiscard]] static Result<OnetRelease> read(std::span<const std::string> paths);

    [[nodiscard]] const std::string& release() const { return release_; }
    [[nodiscard]] const std::map<std::string, OnetFile, std::less<>>& files() const { return files_; }
    /// Null when the release has no such file.
    [[nodiscard]] const OnetFile* find(std::string_view name) const;

    [[nodiscard]] const Codes& occupations() const { return occupations_; }
    [[nodiscard]] const Codes& elements() const { return elements_; }

  private:
    friend class OnetCheck;
    struct Bounds {
        double low = 0, high = 0;
    };

    [[nodiscard]] Result<void> read_base(Source& source);
    [[nodiscard]] Result<void> read_fill(Source& source);
    [[nodiscard]] Result<void> read_one(Source& source, const std::string& name, const std::string& release);
    void remember_codes(const OnetFile& file);

    std::string release_;
    std::map<std::string, OnetFile, std::less<>> files_;
    Codes occupations_, elements_, commodities_, tasks_, iwas_, dwas_;
    std::unordered_map<std::string_view, Bounds> scales_;
};

}  // namespace headway::ontology
