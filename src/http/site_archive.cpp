// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <vector>

#include "http/static_site.hpp"

namespace headway::http {
namespace {

constexpr std::string_view first_line = "headway site 1\n";

struct Entry {
    std::size_t bytes = 0;
    std::string_view name;
};

/// "123 folder/file.js".
Result<Entry> parse_entry(std::string_view line) {
    Entry out;
    const char* const end = line.data() + line.size();
    const auto [rest, error] = std::from_chars(line.data(), end, out.bytes);
    if (error != std::errc() || rest == end || *rest != ' ' || rest + 1 == end) {
        return fail(ErrorCode::invalid, "expected a length and a name", "line \"" + std::string(line) + "\"");
    }
    out.name = line.substr(static_cast<std::size_t>(rest + 1 - line.data()));
    return out;
}

}  // namespace

Result<StaticSite> StaticSite::from_archive(std::string_view archive) {
    const std::string_view whole = archive;
    if (!archive.starts_with(first_line)) return fail(ErrorCode::invalid, "this is no archive of a web site");
    archive.remove_prefix(first_line.size());
    std::vector<Entry> entries;
    while (!archive.starts_with('\n')) {
        const std::size_t end = archive.find('\n');
        if (end == std::string_view::npos) return fail(ErrorCode::invalid, "the list of files has no end");
        auto entry = parse_entry(archive.substr(0, end));
        if (!entry) return pass_on(entry);
        if (!entries.empty() && entries.back().name >= entry->name) {
            return fail(ErrorCode::invalid, "the files are not in the order of their names",
                        std::string(entry->name));
        }
        entries.push_back(*entry);
        archive.remove_prefix(end + 1);
    }
    archive.remove_prefix(1);
    StaticSite site;
    for (const Entry& entry : entries) {
        if (entry.bytes > archive.size()) {
            return fail(ErrorCode::invalid, "the archive ends before its files do",
                        std::to_string(whole.size()));
        }
        site.add(std::string(entry.name), std::string(archive.substr(0, entry.bytes)));
        archive.remove_prefix(entry.bytes);
    }
    if (!archive.empty()) return fail(ErrorCode::invalid, "there are bytes behind the last file");
    return site;
}

}  // namespace headway::http
