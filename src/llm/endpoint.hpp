// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace headway::llm {

/// Who says that a server may be asked.
enum class Trust : std::uint8_t {
    administrator,  ///< It may stand in a private network or on this machine.
    person,         ///< It has to be a host of the public internet, as for everything that people name.
};

/// A model behind an address.
struct Endpoint {
    std::string base_url;  ///< Up to before "/chat/completions", such as https://api.openai.com/v1
    std::string model;
    std::string key;  ///< Empty: none is sent.
    Trust trust = Trust::person;
};

/// What may be told of a key: its last four characters, nothing of one shorter than twelve.
[[nodiscard]] std::string key_hint(const std::string& key);

/// The host of the address, for people to read; empty when it is none.
[[nodiscard]] std::string host_of(const Endpoint& endpoint);

}  // namespace headway::llm
