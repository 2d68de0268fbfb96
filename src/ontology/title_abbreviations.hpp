// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace headway::ontology {

/// A short form or British spelling in job titles and the words that O*NET has for it, in normal form.
/// Sorted.
struct TitleAbbreviation {
    std::string_view shortened;
    std::string_view words;
};

inline constexpr auto title_abbreviations = std::to_array<TitleAbbreviation>({
    {"acct", "accountant"},
    {"accts", "account"},
    {"adj", "adjunct"},
    {"anaesthetist", "anesthetist"},
    {"apn", "advanced practice nurse"},
    {"aprn", "advanced practice registered nurse"},
    {"asc", "associate"},
    {"assoc", "associate"},
    {"asst", "assistant"},
    {"atty", "attorney"},
    {"backend", "back end"},
    {"catalogue", "catalog"},
    {"centre", "center"},
    {"ceo", "chief executive officer"},
    {"cfo", "chief financial officer"},
    {"cio", "chief information officer"},
    {"cmo", "chief marketing officer"},
    {"cna", "certified nursing assistant"},
    {"conveyancing", "legal"},
    {"coo", "chief operating officer"},
    {"coord", "coordinator"},
    {"counsellor", "counselor"},
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
    {"enrolment", "enrollment"},
    {"exec", "executive"},
    {"frontend", "front end"},
    {"fulfilment", "fulfillment"},
    {"fullstack", "full stack"},
    {"gm", "general manager"},
    {"gov", "government"},
    {"gynaecologist", "gynecologist"},
    {"hgv", "heavy truck"},
    {"hr", "human resource"},
    {"jeweller", "jeweler"},
    {"jnr", "junior"},
    {"jr", "junior"},
    {"labour", "labor"},
    {"labourer", "laborer"},
    {"lcsw", "licensed clinical social worker"},
    {"lgv", "heavy truck"},
    {"lorry", "truck"},
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
    {"optimisation", "optimization"},
    {"organisation", "organization"},
    {"organisational", "organizational"},
    {"orthopaedic", "orthopedic"},
    {"paediatric", "pediatric"},
    {"paediatrician", "pediatrician"},
    {"prod", "production"},
    {"prof", "professor"},
    {"programme", "program"},
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
    {"theatre", "theater"},
    {"tyre", "tire"},
    {"vp", "vice president"},
});

/// Words of a title, in normal form, that O*NET's American titles know under others: alone the last would
/// lead astray ("practitioner" to nurses).
struct TitlePhrase {
    std::string_view phrase;
    std::string_view words;
};

inline constexpr auto title_phrases = std::to_array<TitlePhrase>({
    {"childcare practitioner", "childcare worker"},
    {"early year educator", "early childhood educator"},
    {"early year practitioner", "early childcare worker"},
    {"early year teacher", "early childhood teacher"},
    {"nursery practitioner", "nursery school attendant"},
});

}  // namespace headway::ontology
