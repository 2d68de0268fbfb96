// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>

namespace headway::http {

/// Bytes that were read and not used yet, in one piece.
class ReadBuffer {
  public:
    [[nodiscard]] std::string_view unread() const { return {data_.get() + begin_, end_ - begin_}; }
    void use(std::size_t bytes) { begin_ += bytes; }

    /// Room for `bytes` more behind what is unread.
    [[nodiscard]] std::span<char> room(std::size_t bytes) {
        const std::size_t held = end_ - begin_;
        if (capacity_ - end_ < bytes) {
            if (capacity_ >= held + bytes) {
                std::memmove(data_.get(), data_.get() + begin_, held);
            } else {
                auto larger = std::make_unique_for_overwrite<char[]>(held + bytes);
                if (held > 0) std::memcpy(larger.get(), data_.get() + begin_, held);
                data_ = std::move(larger);
                capacity_ = held + bytes;
            }
            begin_ = 0;
            end_ = held;
        }
        return {data_.get() + end_, bytes};
    }
    void filled(std::size_t bytes) { end_ += bytes; }

    /// Gives the memory back when more than `keep` bytes are held for nothing.
    void shrink(std::size_t keep) {
        if (begin_ != end_) return;
        begin_ = end_ = 0;
        if (capacity_ <= keep) return;
        data_.reset();
        capacity_ = 0;
    }

  private:
    std::unique_ptr<char[]> data_;
    std::size_t capacity_ = 0;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

}  // namespace headway::http
