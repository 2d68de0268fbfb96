// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/block_sums.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace headway::files {
namespace {

constexpr std::uint32_t polynomial = 0x82F63B78;  // of Castagnoli, its bits reversed
constexpr std::uint64_t smallest_block = std::uint64_t{1} << 20U;
constexpr std::uint64_t most_blocks = 24;

constexpr std::array<std::uint32_t, 256> make_table() {
    std::array<std::uint32_t, 256> out{};
    for (std::uint32_t i = 0; i < out.size(); ++i) {
        std::uint32_t rest = i;
        for (int bit = 0; bit < 8; ++bit) rest = rest >> 1U ^ ((rest & 1U) != 0 ? polynomial : 0U);
        out[i] = rest;
    }
    return out;
}

constexpr std::array<std::uint32_t, 256> table = make_table();

std::uint64_t blocks_of(std::uint64_t size, std::uint64_t block) {
    return (size + block - 1) / block;
}

/// Takes a number off the front, up to a space or the end.
template <class Number>
bool take(std::string_view& text, Number& number, int base) {
    const char* const end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, number, base);
    if (error != std::errc() || (at != end && *at != ' ')) return false;
    text.remove_prefix(std::min<std::size_t>(text.size(), static_cast<std::size_t>(at - text.data()) + 1));
    return true;
}

}  // namespace

std::uint32_t crc32c(std::string_view bytes) {
    std::uint32_t rest = 0xFFFFFFFF;
    for (const char c : bytes) rest = rest >> 8U ^ table[(rest ^ static_cast<unsigned char>(c)) & 0xFFU];
    return ~rest;
}

BlockSums BlockSums::of(std::string_view bytes) {
    BlockSums out;
    out.size_ = bytes.size();
    out.block_ = smallest_block;
    while (blocks_of(out.size_, out.block_) > most_blocks) out.block_ *= 2;
    for (std::size_t at = 0; at < bytes.size(); at += out.block_)
        out.sums_.push_back(crc32c(bytes.substr(at, out.block_)));
    return out;
}

std::optional<BlockSums> BlockSums::parse(std::string_view text, std::uint64_t size) {
    BlockSums out;
    out.size_ = size;
    if (!take(text, out.block_, 10) || out.block_ < smallest_block) return std::nullopt;
    while (!text.empty() && out.sums_.size() <= most_blocks) {
        if (!take(text, out.sums_.emplace_back(), 16)) return std::nullopt;
    }
    if (out.sums_.size() != blocks_of(size, out.block_)) return std::nullopt;
    return out;
}

std::string BlockSums::text() const {
    std::string out = std::to_string(block_);
    for (const std::uint32_t sum : sums_) {
        std::array<char, 10> hex{};
        std::snprintf(hex.data(), hex.size(), " %08x", static_cast<unsigned>(sum));
        out += hex.data();
    }
    return out;
}

BlockSums::Range BlockSums::widened(Range range) const {
    return {range.begin / block_ * block_, std::min(size_, blocks_of(range.end, block_) * block_)};
}

bool BlockSums::hold_for(std::string_view bytes, std::uint64_t begin) const {
    for (std::size_t at = 0; at < bytes.size(); at += block_) {
        const std::uint64_t number = (begin + at) / block_;
        if (number >= sums_.size() || sums_[number] != crc32c(bytes.substr(at, block_))) return false;
    }
    return true;
}

}  // namespace headway::files
