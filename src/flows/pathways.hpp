// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "flows/reading.hpp"
#include "flows/recently_used.hpp"
#include "ranking/closeness.hpp"

namespace headway::flows {

/// How near every occupation is to one reading of a résumé.
struct Standing {
    ranking::HeldCareer held;
    std::vector<std::string> titles;        ///< Of held.work, as the résumé writes them.
    std::vector<ranking::Closeness> order;  ///< The closest first.
};

/// A résumé with its standing. `version` changes whenever the answer could be another: with the résumé, what
/// was corrected in it, the month, the packs and the program.
struct ResumeStanding {
    std::string resume_id;
    std::string version;
    std::shared_ptr<const Standing> standing;
};

/// Answers how near occupations are to people; what was answered once is kept. Thread-safe.
class Pathways {
  public:
    /// All must outlive it.
    Pathways(sql::Database& database, const Knowledge& knowledge, Clock clock);

    /// With this résumé of theirs, or with the default one. not_found when there is none, conflict when it
    /// has not been read (yet). Not to be called within a transaction.
    [[nodiscard]] Result<ResumeStanding> find(const std::string& owner,
                                              const std::optional<std::string>& resume_id);

  private:
    [[nodiscard]] Result<Standing> make(const std::string& owner, const std::string& resume_id,
                                        const std::vector<store::Correction>& corrections, Date today);

    sql::Database& database_;
    const Knowledge& knowledge_;
    Clock clock_;
    RecentlyUsed<Standing> kept_{256};  // some 50 KB each
};

}  // namespace headway::flows
