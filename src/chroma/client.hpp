// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "net/client.hpp"

namespace headway::chroma {

struct Settings {
    std::string url;    ///< "http://127.0.0.1:8000"
    std::string token;  ///< Sent as x-chroma-token; empty: none.
    std::string tenant = "default_tenant";
    std::string database = "default_database";
    std::string user_agent = "Headway";
    std::chrono::milliseconds connect{2'000};
    std::chrono::milliseconds answer{30'000};
};

using Metadata = std::vector<std::pair<std::string, std::string>>;

struct Collection {
    std::string id;
    std::string name;
    Metadata metadata;                      ///< Its texts.
    std::optional<std::int64_t> dimension;  ///< None as long as it is empty.

    [[nodiscard]] std::string value(std::string_view key) const;
};

struct Record {
    std::string id;
    std::vector<float> vector;
    std::string document;
    Metadata metadata;
};

/// What is near a vector, and its distance: one less the cosine.
struct Near {
    std::string id;
    double distance = 0;
};

/// Thread-safe; each request has its own connection, and ends when go_on says so. Errors: unavailable (not
/// reached, too slow, unreadable, fails, stopped by go_on), not_found (no such collection), invalid (refused:
/// another dimension, for one). None holds the token.
class Client {
  public:
    explicit Client(Settings settings);

    /// Whether it answers.
    [[nodiscard]] Result<void> check(const net::GoOn& go_on = {}) const;
    [[nodiscard]] Result<std::optional<Collection>> find(const std::string& name,
                                                         const net::GoOn& go_on = {}) const;
    /// Made with cosines when it is not there; then with that metadata.
    [[nodiscard]] Result<Collection> find_or_make(const std::string& name, const Metadata& metadata) const;
    [[nodiscard]] Result<void> describe(const Collection& collection, const Metadata& metadata) const;
    /// By its id, so that another that got its name meanwhile is not meant. invalid or conflict where another
    /// has the new name.
    [[nodiscard]] Result<void> rename(const Collection& collection, const std::string& name) const;
    /// Succeeds also when there was none.
    [[nodiscard]] Result<void> remove(const std::string& name) const;

    [[nodiscard]] Result<void> upsert(const Collection& collection, std::span<const Record> records,
                                      const net::GoOn& go_on = {}) const;
    /// Which of these ids it holds, in any order.
    [[nodiscard]] Result<std::vector<std::string>> held_of(const Collection& collection,
                                                           std::span<const std::string> ids,
                                                           const net::GoOn& go_on = {}) const;
    [[nodiscard]] Result<std::int64_t> count(const Collection& collection, const net::GoOn& go_on = {}) const;
    /// The `most` nearest of those whose metadata has every pair of `where`, nearest first.
    [[nodiscard]] Result<std::vector<Near>> nearest(const Collection& collection,
                                                    std::span<const float> vector, const Metadata& where,
                                                    std::size_t most, const net::GoOn& go_on = {}) const;

    /// For people: host and port.
    [[nodiscard]] std::string host() const;

  private:
    [[nodiscard]] Result<std::string> ask(const std::string& method, const std::string& path,
                                          std::string body, const net::GoOn& go_on = {}) const;
    [[nodiscard]] std::string collections() const;

    Settings settings_;
    net::Client client_;
};

}  // namespace headway::chroma
