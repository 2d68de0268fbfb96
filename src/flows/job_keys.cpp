// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/job_keys.hpp"

#include "base/id.hpp"

namespace headway::flows {
namespace {

constexpr std::string_view digits = "0123456789abcdef";

template <class Uuid>
Uuid to_bytes(std::string_view id) {
    Uuid out{};
    std::size_t digit = 0;
    for (const char c : id) {
        if (c == '-') continue;
        const auto value = static_cast<std::uint8_t>(digits.find(c));
        out[digit / 2] = static_cast<std::uint8_t>(out[digit / 2] << 4U | value);
        ++digit;
    }
    return out;
}

/// The first eight bytes of ids of one process ascend with time.
template <class Uuid>
ranking::JobKey key_of(const Uuid& id) {
    ranking::JobKey out = 0;
    for (std::size_t i = 0; i < 8; ++i) out = out << 8U | id[i];
    return ~out;
}

}  // namespace

std::optional<ranking::JobKey> JobKeys::place_of(std::string_view id) {
    if (!is_uuid(id)) return std::nullopt;
    return key_of(to_bytes<Uuid>(id));
}

std::optional<ranking::JobKey> JobKeys::add(std::string_view id) {
    if (const auto there = find(id)) return there;
    if (!is_uuid(id)) return std::nullopt;
    const auto bytes = to_bytes<Uuid>(id);
    ranking::JobKey key = key_of(bytes);
    for (int step = 0; step < most_steps; ++step, ++key) {
        if (ids_.try_emplace(key, bytes).second) return key;
    }
    return std::nullopt;
}

std::optional<ranking::JobKey> JobKeys::find(std::string_view id) const {
    if (!is_uuid(id)) return std::nullopt;
    const auto bytes = to_bytes<Uuid>(id);
    ranking::JobKey key = key_of(bytes);
    for (int step = 0; step < most_steps; ++step, ++key) {
        const auto found = ids_.find(key);
        if (found != ids_.end() && found->second == bytes) return key;
    }
    return std::nullopt;
}

std::optional<std::string> JobKeys::id(ranking::JobKey key) const {
    const auto found = ids_.find(key);
    if (found == ids_.end()) return std::nullopt;
    std::string out;
    for (std::size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
        out += digits[found->second[i] >> 4U];
        out += digits[found->second[i] & 15U];
    }
    return out;
}

std::vector<ranking::JobKey> JobKeys::all() const {
    std::vector<ranking::JobKey> out;
    out.reserve(ids_.size());
    for (const auto& [key, id] : ids_) out.push_back(key);
    return out;
}

}  // namespace headway::flows
