// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/move_files.hpp"

#include "base/digest.hpp"
#include "store/archive.hpp"

namespace headway::flows {
namespace {

Result<void> move_one(sql::Database& database, files::FileStore& from, files::FileStore& to,
                      const store::KnownFile& file, const std::string& bytes) {
    if (auto put = to.put(file.key, bytes, file.media_type); !put) return put;
    const auto back = to.get(file.key);
    if (!back) return std::unexpected(back.error());
    if (sha256(*back) != sha256(bytes))
        return fail(ErrorCode::unavailable, "a file came back altered; the source is kept", file.key,
                    "Run the command again");
    if (auto gone = from.remove(file.key); !gone) return gone;
    const auto known = database.read([&](sql::Connection& c) { return store::is_file_known(c, file.key); });
    if (!known) return std::unexpected(known.error());
    if (!*known) return to.remove(file.key);
    return {};
}

}  // namespace

Result<MovedFiles> move_files(sql::Database& database, files::FileStore& from, files::FileStore& to,
                              const ContentHash& content_hash) {
    const auto known = database.read([](sql::Connection& c) { return store::list_known_files(c); });
    if (!known) return std::unexpected(known.error());
    MovedFiles out;
    for (const store::KnownFile& file : *known) {
        const auto bytes = from.get(file.key);
        if (bytes && file.named && content_hash(*bytes) != file.content_hash) {
            out.altered.push_back(file.key);
            continue;
        }
        if (bytes) {
            if (auto moved = move_one(database, from, to, file, *bytes); !moved) return pass_on(moved);
            ++out.moved;
            continue;
        }
        if (bytes.error().code != ErrorCode::not_found) return std::unexpected(bytes.error());
        const auto there = to.find(file.key);
        if (!there) return std::unexpected(there.error());
        if (*there) {
            ++out.there_already;
        } else if (file.named) {
            out.missing.push_back(file.key);
        }
    }
    return out;
}

}  // namespace headway::flows
