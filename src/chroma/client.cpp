// SPDX-License-Identifier: GPL-3.0-or-later
#include "chroma/client.hpp"

#include <algorithm>
#include <cmath>

#include "json/tree.hpp"
#include "json/writer.hpp"
#include "net/url.hpp"

namespace headway::chroma {
namespace {

constexpr std::size_t largest_answer = std::size_t{16} << 20U;

net::Settings net_settings(const Settings& s) {
    net::Settings out;
    out.allow_private_addresses = true;  // whoever runs the server named it, and it is their own
    out.user_agent = s.user_agent;
    out.body_bytes = largest_answer;
    out.connect = s.connect;
    out.total = s.answer;
    out.redirects = 0;
    return out;
}

void write(json::Writer& w, const Metadata& metadata) {
    w.open('{');
    for (const auto& [key, value] : metadata) {
        w.key(key);
        w.string(value);
    }
    w.close('}');
}

void write(json::Writer& w, std::span<const float> vector) {
    w.open('[');
    for (const float f : vector) w.number(static_cast<double>(f));
    w.close(']');
}

/// One of a record's fields, of all records.
template <class Write>
void write_all(json::Writer& w, std::string_view key, std::span<const Record> records, Write one) {
    w.key(key);
    w.open('[');
    for (const Record& r : records) one(r);
    w.close(']');
}

/// {"a": "b"}, or $and of several.
void write_filter(json::Writer& w, const Metadata& where) {
    w.open('{');
    if (where.size() == 1) {
        w.key(where[0].first);
        w.string(where[0].second);
    } else {
        w.key("$and");
        w.open('[');
        for (const auto& pair : where) write(w, Metadata{pair});
        w.close(']');
    }
    w.close('}');
}

/// The names of our metadata; what else it holds is a stranger's.
constexpr std::string_view known_keys[] = {"source", "complete"};

Result<Collection> read_collection(const std::string& body) {
    const auto tree = json::Tree::parse(body);
    const auto id = tree ? tree->root()["id"].text() : std::nullopt;
    const auto name = tree ? tree->root()["name"].text() : std::nullopt;
    if (!id || !name || id->find_first_of("/?# ") != std::string::npos)
        return fail(ErrorCode::unavailable, "Chroma's answer describes no collection");
    Collection out{*id, *name, {}, tree->root()["dimension"].whole()};
    for (const std::string_view key : known_keys) {
        if (auto value = tree->root()["metadata"][key].text())
            out.metadata.emplace_back(std::string(key), std::move(*value));
    }
    return out;
}

}  // namespace

std::string Collection::value(std::string_view key) const {
    const auto found =
        std::ranges::find(metadata, key, [](const auto& pair) { return std::string_view(pair.first); });
    return found == metadata.end() ? std::string() : found->second;
}

Client::Client(Settings settings) : settings_(std::move(settings)), client_(net_settings(settings_)) {
    while (settings_.url.ends_with('/')) settings_.url.pop_back();
}

std::string Client::host() const {
    const auto url = net::parse_url(settings_.url);
    return url ? url->host + ":" + std::to_string(url->port) : settings_.url;
}

std::string Client::collections() const {
    return "/api/v2/tenants/" + settings_.tenant + "/databases/" + settings_.database + "/collections";
}

Result<std::string> Client::ask(const std::string& method, const std::string& path, std::string body,
                                const net::GoOn& go_on) const {
    net::Request request;
    request.method = method;
    request.url = settings_.url + path;
    request.body = std::move(body);
    request.headers.emplace_back("Expect", "");
    if (!settings_.token.empty()) request.headers.emplace_back("x-chroma-token", settings_.token);
    auto answer = client_.send(request, go_on);
    if (!answer)
        return fail(ErrorCode::unavailable, "Chroma cannot be asked: " + answer.error().what, host(),
                    "Check chroma-url, and that it runs");
    if (answer->status < 300) return std::move(answer->body);
    if (answer->status == 404) return fail(ErrorCode::not_found, "Chroma has no such collection", host());
    if (answer->status == 401 || answer->status == 403)
        return fail(ErrorCode::unavailable, "Chroma does not take the token", host(), "Check chroma-token");
    const auto tree = json::Tree::parse(answer->body);
    std::string said = tree ? tree->root()["message"].text().value_or("") : std::string();
    said.resize(std::min<std::size_t>(said.size(), 200));
    if (answer->status < 500)
        return fail(ErrorCode::invalid, "Chroma refuses: " + said, host(), "Run headway vectors sync --all");
    return fail(ErrorCode::unavailable, "Chroma fails with " + std::to_string(answer->status), host(),
                "Look into its log");
}

Result<void> Client::check(const net::GoOn& go_on) const {
    auto beat = ask("GET", "/api/v2/heartbeat", {}, go_on);
    if (!beat && beat.error().code == ErrorCode::not_found)
        return fail(ErrorCode::unavailable, "what answers there is no Chroma of version 1", host(),
                    "Check chroma-url");
    if (!beat) return pass_on(beat);
    return {};
}

Result<std::optional<Collection>> Client::find(const std::string& name, const net::GoOn& go_on) const {
    const auto body = ask("GET", collections() + "/" + name, {}, go_on);
    if (!body && body.error().code == ErrorCode::not_found) return std::nullopt;
    if (!body) return std::unexpected(body.error());
    auto read = read_collection(*body);
    if (!read) return pass_on(read);
    return std::move(*read);
}

Result<Collection> Client::find_or_make(const std::string& name, const Metadata& metadata) const {
    json::Writer w(false);
    w.open('{');
    w.key("name");
    w.string(name);
    w.key("get_or_create");
    w.boolean(true);
    w.key("metadata");
    write(w, metadata);
    w.key("configuration");
    w.open('{');
    w.key("hnsw");
    w.open('{');
    w.key("space");
    w.string("cosine");
    // Wide enough that the nearest hundred are the true ones (a test compares).
    for (const auto& [key, value] :
         {std::pair{"ef_construction", 200}, std::pair{"ef_search", 400}, std::pair{"max_neighbors", 32}}) {
        w.key(key);
        w.integer(value);
    }
    w.close('}');
    w.close('}');
    w.close('}');
    const auto body = ask("POST", collections(), w.take());
    if (!body) return std::unexpected(body.error());
    return read_collection(*body);
}

Result<void> Client::describe(const Collection& collection, const Metadata& metadata) const {
    json::Writer w(false);
    w.open('{');
    w.key("new_metadata");
    write(w, metadata);
    w.close('}');
    auto done = ask("PUT", collections() + "/" + collection.id, w.take());
    if (!done) return pass_on(done);
    return {};
}

Result<void> Client::rename(const Collection& collection, const std::string& name) const {
    json::Writer w(false);
    w.open('{');
    w.key("new_name");
    w.string(name);
    w.close('}');
    auto done = ask("PUT", collections() + "/" + collection.id, w.take());
    if (!done) return pass_on(done);
    return {};
}

Result<void> Client::remove(const std::string& name) const {
    auto done = ask("DELETE", collections() + "/" + name, {});
    if (!done && done.error().code != ErrorCode::not_found) return pass_on(done);
    return {};
}

Result<void> Client::upsert(const Collection& collection, std::span<const Record> records,
                            const net::GoOn& go_on) const {
    if (records.empty()) return {};
    json::Writer w(false);
    w.reserve(records.size() * records.front().vector.size() * 12);
    w.open('{');
    write_all(w, "ids", records, [&](const Record& r) { w.string(r.id); });
    write_all(w, "embeddings", records, [&](const Record& r) { write(w, r.vector); });
    write_all(w, "documents", records, [&](const Record& r) { w.string(r.document); });
    write_all(w, "metadatas", records, [&](const Record& r) { write(w, r.metadata); });
    w.close('}');
    auto done = ask("POST", collections() + "/" + collection.id + "/upsert", w.take(), go_on);
    if (!done) return pass_on(done);
    return {};
}

Result<std::vector<std::string>> Client::held_of(const Collection& collection,
                                                 std::span<const std::string> ids,
                                                 const net::GoOn& go_on) const {
    json::Writer w(false);
    w.open('{');
    w.key("ids");
    w.open('[');
    for (const std::string& id : ids) w.string(id);
    w.close(']');
    w.key("limit");
    w.integer(static_cast<std::int64_t>(ids.size()));
    w.key("include");
    w.open('[');
    w.close(']');
    w.close('}');
    const auto body = ask("POST", collections() + "/" + collection.id + "/get", w.take(), go_on);
    if (!body) return std::unexpected(body.error());
    const auto tree = json::Tree::parse(*body);
    if (!tree || !tree->root()["ids"].is_list())
        return fail(ErrorCode::unavailable, "Chroma's answer cannot be read", host());
    const json::Node found = tree->root()["ids"];
    std::vector<std::string> out;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (auto id = found.item(i).text()) out.push_back(std::move(*id));
    }
    return out;
}

Result<std::int64_t> Client::count(const Collection& collection, const net::GoOn& go_on) const {
    const auto body = ask("GET", collections() + "/" + collection.id + "/count", {}, go_on);
    if (!body) return std::unexpected(body.error());
    const auto tree = json::Tree::parse(*body);
    const auto number = tree ? tree->root().whole() : std::nullopt;
    if (!number) return fail(ErrorCode::unavailable, "Chroma's answer is no number", host());
    return *number;
}

Result<std::vector<Near>> Client::nearest(const Collection& collection, std::span<const float> vector,
                                          const Metadata& where, std::size_t most,
                                          const net::GoOn& go_on) const {
    json::Writer w(false);
    w.open('{');
    w.key("query_embeddings");
    w.open('[');
    write(w, vector);
    w.close(']');
    w.key("n_results");
    w.integer(static_cast<std::int64_t>(most));
    w.key("include");
    w.open('[');
    w.string("distances");
    w.close(']');
    if (!where.empty()) {
        w.key("where");
        write_filter(w, where);
    }
    w.close('}');
    const auto body = ask("POST", collections() + "/" + collection.id + "/query", w.take(), go_on);
    if (!body) return std::unexpected(body.error());
    const auto tree = json::Tree::parse(*body);
    if (!tree) return fail(ErrorCode::unavailable, "Chroma's answer cannot be read", host());
    const json::Node ids = tree->root()["ids"].item(0);
    const json::Node distances = tree->root()["distances"].item(0);
    std::vector<Near> out;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        auto id = ids.item(i).text();
        const auto distance = distances.item(i).number();
        if (!id || !distance || !std::isfinite(*distance))
            return fail(ErrorCode::unavailable, "Chroma's answer cannot be read", host());
        out.push_back({std::move(*id), *distance});
    }
    return out;
}

}  // namespace headway::chroma
