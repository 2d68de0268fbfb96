// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

#include "llm/endpoint.hpp"
#include "net/client.hpp"

namespace headway::llm {

/// How a server can be told to answer in JSON.
enum class Json : std::uint8_t {
    schema,  ///< response_format with a schema
    object,  ///< response_format "json_object", the schema in words
    words,   ///< In words alone.
};

/// What of the interface a server understands.
struct Dialect {
    Json json = Json::schema;
    bool counts_streams = true;  ///< stream_options with include_usage
};

/// What servers turned out not to understand, for as long as the program runs. Thread-safe.
class Dialects {
  public:
    [[nodiscard]] Dialect of(const Endpoint& endpoint) const;
    /// Learns from a refusal of a request that was made in `used`: whether there is another way to ask, which
    /// then is that of this server and model.
    bool learn(const Endpoint& endpoint, const Dialect& used, bool with_schema, const net::Response& refusal);

  private:
    mutable std::mutex mutex_;
    std::map<std::string, Dialect> known_;
};

}  // namespace headway::llm
