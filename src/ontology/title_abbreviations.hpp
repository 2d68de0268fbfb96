// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace headway::ontology {

/// A short form in job titles and the words it stands for, in normal form.
struct TitleAbbreviation {
    std::string_view shortened;
    std::string_view words;
};

inline constexpr auto title_abbreviations = std::to_array<TitleAbbreviation>({
    {"acct", "accountant"},
    {"accts", "account"},
    {"adj", "adjunct"},
    {"admin", "administrator"},
    {"apn", "advanced practice nurse"},
    {"aprn", "advanced practice registered nurse"},
    {"asc", "associate"},
    {"assoc", "associate"},
    {"asst", "assistant"},
    {"atty", "attorney"},
    {"ceo", "chief executive officer"},
    {"cfo", "chief financial officer"},
    {"cio", "chief information officer"},
    {"cmo", "chief marketing officer"},
    {"cna", "certified nursing assistant"},
    {"coo", "chief operating officer"},
    {"coord", "coordinator"},
    {"cpa", "certified public accountant"},
    {"crna", "certified registered nurse anesthetist"},
    {"csr", "customer service representative"},
    {"cto", "chief technology officer"},
    {"cust", "customer"},
    {"dba", "database administrator"},
    {"dept", "department"},
    {"dev", "developer"},
    {"dir", "director"},
    {"dr", "doctor"},
    {"emt", "emergency medical technician"},
    {"eng", "engineer"},
    {"engr", "engineer"},
    {"exec", "executive"},
    {"gm", "general manager"},
    {"gov", "government"},
    {"hr", "human resource"},
    {"jnr", "junior"},
    {"jr", "junior"},
    {"lcsw", "licensed clinical social worker"},
    {"lpn", "licensed practical nurse"},
    {"lvn", "licensed vocational nurse"},
    {"maint", "maintenance"},
    {"mech", "mechanical"},
    {"med", "medical"},
    {"mfg", "manufacturing"},
    {"mgmt", "management"},
    {"mgr", "manager"},
    {"mktg", "marketing"},
    {"ml", "machine learning"},
    {"mngr", "manager"},
    {"op", "operation"},
    {"ops", "operation"},
    {"prod", "production"},
    {"prof", "professor"},
    {"qa", "quality assurance"},
    {"qc", "quality control"},
    {"rd", "registered dietitian"},
    {"rep", "representative"},
    {"rn", "registered nurse"},
    {"sec", "secretary"},
    {"slp", "speech language pathologist"},
    {"snr", "senior"},
    {"spec", "specialist"},
    {"sr", "senior"},
    {"sre", "site reliability engineer"},
    {"supv", "supervisor"},
    {"svc", "service"},
    {"svp", "senior vice president"},
    {"swe", "software engineer"},
    {"tech", "technician"},
    {"vp", "vice president"},
});

}  // namespace headway::ontology
