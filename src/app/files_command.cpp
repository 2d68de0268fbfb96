// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files_command.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "app/database_commands.hpp"
#include "app/failure.hpp"
#include "flows/move_files.hpp"
#include "http/base64.hpp"
#include "http/digest.hpp"

namespace headway::app {
namespace {

constexpr std::size_t most_shown = 20;

/// Which files did not come along, and what to do.
void tell_of(const std::vector<std::string>& keys, const char* what, Streams& streams) {
    if (keys.empty()) return;
    streams.err << fmt::format("{} files {}:\n", keys.size(), what);
    for (std::size_t i = 0; i < std::min(keys.size(), most_shown); ++i)
        streams.err << "  " << keys[i] << "\n";
    if (keys.size() > most_shown) streams.err << "  and others\n";
    streams.err << "Bring them back from a backup, or delete their résumés.\n";
}

std::string hash_of(std::string_view bytes) {
    return http::base64url(http::sha256(bytes));
}

}  // namespace

int run_files_move(const SettingValues& settings, FilePlace to, Streams& streams) {
    const auto configuration = load_configuration(settings);
    if (!configuration) return report_failure(streams, configuration.error());
    const auto database = open_database(settings);
    if (!database) return report_failure(streams, database.error());
    const FilePlace other = to == FilePlace::s3 ? FilePlace::folder : FilePlace::s3;
    const auto from = open_files(*configuration, other);
    if (!from) return report_failure(streams, from.error());
    const auto target = open_files(*configuration, to);
    if (!target) return report_failure(streams, target.error());
    if (const auto works = (*target)->check(); !works) return report_failure(streams, works.error());
    const auto moved = flows::move_files(**database, **from, **target, hash_of);
    if (!moved) return report_failure(streams, moved.error());
    streams.out << fmt::format("Moved {} files; {} were there already. They lie {}.\n", moved->moved,
                               moved->there_already, (*target)->place());
    if (to == FilePlace::folder)
        streams.out << "Take the settings that begin with s3- away before a server starts.\n";
    tell_of(moved->missing, "are in neither place", streams);
    tell_of(moved->altered, "are not what was uploaded, and were left where they are", streams);
    return moved->missing.empty() && moved->altered.empty() ? done : our_fault;
}

}  // namespace headway::app
