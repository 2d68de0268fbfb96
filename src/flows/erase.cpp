// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/erase.hpp"

#include <algorithm>
#include <chrono>

#include "flows/export_account.hpp"
#include "flows/gap_report.hpp"
#include "store/accounts.hpp"
#include "store/resumes.hpp"

namespace headway::flows {
namespace {

using Keys = std::vector<std::string>;

/// Whoever makes an export looks once more, when it is written, whether there is still an account; who is
/// stopped in between leaves it to the housekeeping.
constexpr std::chrono::hours late_exports{1};

bool is_export(const std::string& user_id, const std::string& key) {
    return key.starts_with(export_key(user_id, ""));
}

Result<void> remove_all(files::FileStore& files, const Keys& keys) {
    for (const std::string& key : keys) {
        if (auto gone = files.remove(key); !gone) return gone;
    }
    return {};
}

/// Rows of the account, and the notes on files that are gone already. What was uploaded since they were
/// listed is noted for removal and given back.
Result<Keys> erase_rows(sql::Database& database, const std::string& user_id, const Keys& removed,
                        Timestamp now) {
    return database.write([&](sql::Connection& c) -> Result<Keys> {
        auto keys = store::file_keys_of(c, user_id);
        if (!keys) return keys;
        for (const std::string& key : removed) {
            if (is_export(user_id, key)) continue;
            std::erase(*keys, key);
            if (auto done = store::forget_file(c, key); !done) return pass_on(done);
        }
        for (const std::string& key : *keys) {
            // An export that is being made may be written yet, by whoever has not heard that the account is
            // gone.
            const Timestamp at = is_export(user_id, key) ? now + late_exports : now;
            if (auto done = store::note_file_removal(c, key, at); !done) return pass_on(done);
        }
        if (auto done = store::erase_account(c, user_id); !done) return pass_on(done);
        return keys;
    });
}

}  // namespace

Result<Provenance> erase(sql::Database& database, files::FileStore& files, const Knowledge& knowledge,
                         const Clock& clock, const EraseInput& input) {
    const auto began = std::chrono::steady_clock::now();
    auto keys = database.read([&](sql::Connection& c) { return store::file_keys_of(c, input.user_id); });
    if (!keys) return pass_on(keys);
    if (auto gone = remove_all(files, *keys); !gone) return pass_on(gone);
    auto late = erase_rows(database, input.user_id, *keys, clock());
    if (!late) return pass_on(late);
    for (const std::string& key : *late) {
        // The account is gone and with it perhaps this run: what fails now is left to the housekeeping.
        if (!files.remove(key) || is_export(input.user_id, key)) continue;
        static_cast<void>(database.write([&](sql::Connection& c) { return store::forget_file(c, key); }));
    }
    Provenance out = base_provenance(knowledge);
    for (const std::string& key : *late) {
        if (std::ranges::find(*keys, key) == keys->end()) keys->push_back(key);
    }
    out.parameters = {{"files", std::to_string(keys->size())}};
    out.timings = {
        {"erase",
         std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count()}};
    return out;
}

Result<std::int64_t> remove_due_files(sql::Database& database, files::FileStore& files, const Clock& clock,
                                      std::size_t most) {
    const auto keys =
        database.read([&](sql::Connection& c) { return store::files_to_remove(c, clock(), most); });
    if (!keys) return std::unexpected(keys.error());
    std::int64_t removed = 0;
    Result<void> first;
    for (const std::string& key : *keys) {
        if (auto gone = files.remove(key); !gone) {
            if (first) first = std::move(gone);  // what cannot go keeps nothing else here
            continue;
        }
        auto done = database.write([&](sql::Connection& c) { return store::forget_file(c, key); });
        if (!done) return pass_on(done);
        ++removed;
    }
    if (!first) return pass_on(first);
    return removed;
}

}  // namespace headway::flows
