// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/export_account.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>

#include "base/hash.hpp"
#include "flows/gap_report.hpp"
#include "flows/zip_archive.hpp"
#include "json/writer.hpp"
#include "language/speech.hpp"
#include "store/account_rows.hpp"
#include "store/accounts.hpp"
#include "store/gap_reports.hpp"
#include "store/resumes.hpp"
#include "store/users.hpp"

namespace headway::flows {
namespace {

constexpr std::string_view read_me =
    "Everything that Headway keeps of your account.\r\n\r\n"
    "tables/     one JSON file for each kind of row. Times are UTC. Passwords and other secrets are kept "
    "as\r\n"
    "            hashes only and are left out.\r\n"
    "documents/  what you uploaded, byte for byte, named by the id of its row in tables/resumes.json.\r\n"
    "reports/    each gap report, as the command `headway gap --json` prints it.\r\n";

constexpr std::string_view read_me_in_german =
    "Alles, was Headway zu deinem Konto aufbewahrt.\r\n\r\n"
    "tables/     eine JSON-Datei für jede Art von Zeile. Zeiten sind in UTC. Von Passwörtern und anderen\r\n"
    "            Geheimnissen gibt es nur Prüfsummen; sie fehlen hier.\r\n"
    "documents/  was du hochgeladen hast, Byte für Byte, benannt nach der id seiner Zeile in\r\n"
    "            tables/resumes.json.\r\n"
    "reports/    jeder Abgleich, wie ihn der Befehl `headway gap --json` ausgibt.\r\n";

/// Columns with points in time hold microseconds.
bool is_time(std::string_view column) {
    return column == "at" || column.ends_with("_at") || column == "leased_until" || column == "not_before";
}

void write_cell(json::Writer& w, std::string_view column, const sql::Value& cell) {
    if (const auto* b = std::get_if<bool>(&cell)) return w.boolean(*b);
    if (const auto* i = std::get_if<std::int64_t>(&cell))
        return is_time(column) ? w.string(to_string(Timestamp{*i})) : w.integer(*i);
    if (const auto* d = std::get_if<double>(&cell)) return w.number(*d);
    if (const auto* s = std::get_if<std::string>(&cell)) return w.string(*s);
    w.null();
}

std::string to_json(const sql::Table& table) {
    json::Writer w(true);
    w.open('[');
    const auto& columns = table.columns;
    for (std::size_t r = 0; r < table.rows(); ++r) {
        w.open('{');
        for (std::size_t i = 0; i < columns.size(); ++i) {
            w.key(columns[i]);
            write_cell(w, columns[i], table.cells[r * columns.size() + i]);
        }
        w.close('}');
    }
    w.close(']');
    return w.take();
}

/// "019ab….pdf": the kind by the stored media type, never a name from outside.
std::string document_path(const store::Resume& r) {
    const std::string_view type = r.media_type;
    const char* ending = type == "application/pdf" ? ".pdf"
                         : type == "text/html"     ? ".html"
                         : type == "text/plain"    ? ".txt"
                                                   : ".docx";
    return "documents/" + r.id + ending;
}

struct Rows {
    std::vector<ZipEntry> tables;
    std::vector<store::Resume> resumes;
    std::vector<std::string> report_ids;
    bool german = false;  ///< The person reads that.
};

Result<Rows> read_rows(sql::Connection& c, const std::string& user_id) {
    Rows out;
    for (const store::AccountTable& t : store::account_tables()) {
        const auto rows = store::account_rows(c, user_id, t);
        if (!rows) return std::unexpected(rows.error());
        out.tables.push_back({"tables/" + std::string(t.name) + ".json", to_json(*rows)});
    }
    constexpr std::size_t most = 100'000;
    auto resumes = store::list_resumes(c, user_id, {}, most);
    if (!resumes) return pass_on(resumes);
    out.resumes = std::move(*resumes);
    const auto reports = store::list_gap_reports(c, user_id, "", "", {}, most);
    if (!reports) return std::unexpected(reports.error());
    for (const auto& r : *reports) out.report_ids.push_back(r.id);
    const auto owner = store::find_user(c, user_id);
    if (!owner) return std::unexpected(owner.error());
    out.german = *owner && language::Speech::of((*owner)->language).code() == "de";
    return out;
}

Result<void> add_reports(sql::Database& database, const std::string& user_id,
                         const std::vector<std::string>& ids, std::vector<ZipEntry>& entries) {
    for (const std::string& id : ids) {
        auto content =
            database.read([&](sql::Connection& c) { return store::find_gap_content(c, user_id, id); });
        if (!content) return pass_on(content);
        if (*content) entries.push_back({"reports/" + id + ".json", std::move(**content)});
    }
    return {};
}

}  // namespace

std::string export_key(const std::string& user_id, const std::string& run_id) {
    return user_id + "/export-" + run_id;
}

Result<Provenance> export_account(sql::Database& database, files::FileStore& files,
                                  const Knowledge& knowledge, const Clock& clock, const std::string& user_id,
                                  const std::string& run_id, const std::function<bool(double)>& go_on) {
    const auto began = std::chrono::steady_clock::now();
    auto rows = database.read([&](sql::Connection& c) { return read_rows(c, user_id); });
    if (!rows) return pass_on(rows);
    std::vector<ZipEntry> entries = {{"README.txt", std::string(rows->german ? read_me_in_german : read_me)}};
    std::ranges::move(rows->tables, std::back_inserter(entries));
    double done = 0;
    for (const store::Resume& r : rows->resumes) {
        if (!go_on(0.2 + 0.6 * done++ / static_cast<double>(rows->resumes.size())))
            return fail(ErrorCode::conflict, "stopped");
        if (!r.file_key) continue;
        auto bytes = files.get(*r.file_key);
        if (!bytes && bytes.error().code == ErrorCode::not_found) continue;  // deleted meanwhile
        if (!bytes) return pass_on(bytes);
        entries.push_back({document_path(r), std::move(*bytes)});
    }
    if (auto added = add_reports(database, user_id, rows->report_ids, entries); !added) return pass_on(added);
    if (!go_on(0.9)) return fail(ErrorCode::conflict, "stopped");
    auto zip = make_zip(entries);
    if (!zip) return pass_on(zip);
    const std::string key = export_key(user_id, run_id);
    // First on the list, so that nothing is ever kept for good.
    auto noted = database.write(
        [&](sql::Connection& c) { return store::note_file_removal(c, key, clock() + export_kept); });
    if (!noted) return pass_on(noted);
    if (auto put = files.put(key, *zip, "application/zip"); !put) return pass_on(put);
    // Of an account that was erased meanwhile nothing stays.
    const auto owner = database.read([&](sql::Connection& c) { return store::find_user(c, user_id); });
    if (!owner) return std::unexpected(owner.error());
    if (!*owner) {
        if (auto gone = files.remove(key); !gone) return pass_on(gone);
        return fail(ErrorCode::not_found, "the account was erased");
    }
    Provenance out = base_provenance(knowledge);
    out.parameters = {{"files", std::to_string(entries.size())}, {"bytes", std::to_string(zip->size())}};
    out.input_hashes = {{"archive", fmt::format("{:016x}", hash64(*zip))}};
    out.timings = {
        {"export",
         std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count()}};
    return out;
}

}  // namespace headway::flows
