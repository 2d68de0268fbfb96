// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/static_site.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "base/bytes.hpp"
#include "http/base64.hpp"
#include "http/digest.hpp"
#include "http/media_type.hpp"
#include "http/page_policy.hpp"

namespace headway::http {
namespace {

namespace fs = std::filesystem;

/// Whether a name holds the hash of its content, so that its bytes can never change: eight or more
/// hexadecimal digits between dots or dashes, or Next.js's folder of such files.
bool has_hashed_name(std::string_view name) {
    if (name.starts_with("_next/static/")) return true;
    name.remove_prefix(name.rfind('/') == name.npos ? 0 : name.rfind('/') + 1);
    const std::size_t dot = name.rfind('.');
    if (dot == name.npos) return false;
    const std::string_view stem = name.substr(0, dot);
    const std::size_t cut = stem.find_last_of(".-");
    if (cut == stem.npos) return false;
    const std::string_view hash = stem.substr(cut + 1);
    const auto is = [](int (*kind)(int)) {
        return [kind](char c) { return kind(static_cast<unsigned char>(c)) != 0; };
    };
    return hash.size() >= 8 && std::ranges::all_of(hash, is(std::isxdigit)) &&
           std::ranges::any_of(hash, is(std::isdigit));
}

/// Whether an Accept-Encoding list takes `coding`: named, or by "*", and not with a weight of zero.
bool accepts(std::string_view list, std::string_view coding) {
    bool by_star = false;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(','), list.size());
        const std::string_view item = list.substr(0, end);
        list.remove_prefix(std::min(end + 1, list.size()));
        const std::size_t semicolon = std::min(item.find(';'), item.size());
        const std::string_view name = trimmed(item.substr(0, semicolon));
        const std::string_view weight = trimmed(item.substr(std::min(semicolon + 1, item.size())));
        const bool refused = weight.starts_with("q=0") && weight.find_first_not_of("0.", 2) == weight.npos;
        if (same_name(name, coding)) return !refused;
        if (name == "*") by_star = !refused;
    }
    return by_star;
}

bool is_hidden(const fs::path& path) {
    const std::string name = path.filename().string();
    return name.starts_with('.') && name != ".well-known";
}

std::string strong_etag(std::string_view bytes) {
    return "\"" + base64url(sha256(bytes)).substr(0, 22) + "\"";
}

}  // namespace

Result<StaticSite> StaticSite::load(const std::string& folder, const Limits& limits) {
    StaticSite site;
    std::error_code e;
    if (!fs::is_directory(folder, e)) return fail(ErrorCode::not_found, "there is no such folder", folder);
    std::map<std::string, std::string> contents;
    std::size_t total = 0;
    fs::recursive_directory_iterator entry(folder, e);
    for (; !e && entry != fs::recursive_directory_iterator(); entry.increment(e)) {
        const fs::file_status status = entry->symlink_status(e);
        if (is_hidden(entry->path())) {
            entry.disable_recursion_pending();
            continue;
        }
        if (!fs::is_regular_file(status)) continue;
        auto bytes = read_file(entry->path().string(), limits.file_bytes);
        if (!bytes) return pass_on(bytes);
        total += bytes->size();
        if (total > limits.total_bytes) {
            return fail(ErrorCode::too_large, "the folder holds more than fits in memory", folder);
        }
        contents.emplace(entry->path().lexically_relative(folder).generic_string(), std::move(*bytes));
    }
    if (e) return fail(ErrorCode::unavailable, "the folder cannot be read: " + e.message(), folder);
    for (auto& [name, bytes] : contents) site.add(name, std::move(bytes));
    return site;
}

/// Names arrive sorted: a file comes before its encoded neighbours.
void StaticSite::add(const std::string& name, std::string bytes) {
    Encoded encoded{nullptr, strong_etag(bytes)};
    std::string policy = name.ends_with(".html") ? page_policy(bytes) : std::string();
    encoded.bytes = std::make_shared<const std::string>(std::move(bytes));
    const bool is_gzip = name.ends_with(".gz");
    if (is_gzip || name.ends_with(".br")) {
        const auto original = assets_.find(name.substr(0, name.size() - 3));
        if (original != assets_.end()) {
            (is_gzip ? original->second.gzip : original->second.brotli) = std::move(encoded);
            return;
        }
    }
    Asset asset;
    asset.content_type = media_type_of(name);
    asset.policy = std::move(policy);
    asset.cache_control = has_hashed_name(name)     ? "public, max-age=31536000, immutable"
                          : name.ends_with(".html") ? "no-cache"
                                                    : "public, max-age=3600";
    asset.plain = std::move(encoded);
    assets_.emplace(name, std::move(asset));
}

const StaticSite::Asset* StaticSite::find(std::string_view path) const {
    const bool as_folder = path.empty() || path.ends_with('/');
    if (path.ends_with('/')) path.remove_suffix(1);
    const std::string base(path);
    const std::string index = base.empty() ? "index.html" : base + "/index.html";
    const auto in = [&](const std::string& name) {
        const auto found = assets_.find(name);
        return found == assets_.end() ? nullptr : &found->second;
    };
    if (as_folder) {
        const Asset* found = in(index);
        return found != nullptr || base.empty() ? found : in(base + ".html");
    }
    for (const std::string& name : {base, base + ".html", index}) {
        if (const Asset* found = in(name)) return found;
    }
    return nullptr;
}

Response StaticSite::reply(int status, const Asset& asset, const Request& request) {
    const std::string_view accepted = request.header("Accept-Encoding").value_or("");
    const Encoded* chosen = &asset.plain;
    Response response;
    response.status = status;
    response.set_header("Content-Type", asset.content_type);
    if (asset.brotli.bytes && accepts(accepted, "br")) {
        chosen = &asset.brotli;
        response.set_header("Content-Encoding", "br");
    } else if (asset.gzip.bytes && accepts(accepted, "gzip")) {
        chosen = &asset.gzip;
        response.set_header("Content-Encoding", "gzip");
    }
    if (asset.gzip.bytes || asset.brotli.bytes) response.set_header("Vary", "Accept-Encoding");
    if (!asset.policy.empty()) response.set_header("Content-Security-Policy", asset.policy);
    response.set_header("Cache-Control", status == 200 ? asset.cache_control : "no-cache");
    if (status == 200) response.set_header("ETag", chosen->etag);
    response.body = chosen->bytes;
    return response;
}

Answer<Response> StaticSite::serve(std::string_view path, const Request& request) const {
    if (const Asset* asset = find(path)) return reply(200, *asset, request);
    const auto page = assets_.find("404.html");
    if (page != assets_.end() && request.header("Accept").value_or("").contains("text/html")) {
        return reply(404, page->second, request);
    }
    return fail(ErrorCode::not_found, "there is no such page");
}

Route StaticSite::route() const {
    Route out;
    out.pattern = "/{path...}";
    out.access = Access::public_;
    out.on_pool = false;
    out.handler = [this](const Call& call) { return serve(call.path_value("path"), call.request); };
    return out;
}

}  // namespace headway::http
