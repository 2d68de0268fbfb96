// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "ontology/catalog.hpp"
#include "ontology/name_match.hpp"
#include "ontology/search_table.hpp"

namespace headway::ontology {

/// What to search for. Texts above 256 bytes are cut.
struct SearchQuery {
    std::string text = {};
    std::string framework = {};  ///< Only what has a row in it: "onet", "esco", "headway"; empty for all.
    std::optional<Kind> kind =
        {};                   ///< Only skills of this kind. Headings (Kind::group) come only when asked for.
    bool occupations = true;  ///< Also occupations; no kind may be asked for then.
    bool skills = true;
    std::size_t top = 10;
};

/// A canonical skill or an occupation that was found: one of the two is `none`.
struct SearchHit {
    SkillId skill = none;  ///< canonical
    SkillId shown = none;  ///< Its row in the framework asked for, else the canonical row.
    OccupationId occupation = none;
    Agreement agreement = Agreement::name;
    double score = 0;          ///< In (0, 1]
    std::string_view matched;  ///< The name that agreed, as its framework writes it.
};

/// Typo-tolerant search over all names. Immutable and safe to share between threads; the catalog must outlive
/// it. Equal queries give equal answers.
class Search {
  public:
    [[nodiscard]] static Result<Search> open(const Catalog& catalog);

    /// Best first. Misspelt names come only when nothing has exactly the name asked for.
    [[nodiscard]] std::vector<SearchHit> find(const SearchQuery& query) const;

  private:
    Search(const Catalog& catalog, SearchTable table) : catalog_(&catalog), table_(table) {}

    const Catalog* catalog_;
    SearchTable table_;
};

}  // namespace headway::ontology
