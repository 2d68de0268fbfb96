// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/wire.hpp"

#include <concepts>
#include <cstring>
#include <utility>

#include "text/utf8.hpp"

namespace headway::document {
namespace {

constexpr std::string_view request_magic = "HWQ1";
constexpr std::string_view answer_magic = "HWA1";
constexpr std::string_view end_mark = "END.";

/// Both ends are the same program on the same machine, so numbers travel as they lie in memory.
class FrameWriter {
  public:
    explicit FrameWriter(std::string_view magic) : out_(magic) {}

    void number(std::uint64_t n) {
        char raw[sizeof n];
        std::memcpy(raw, &n, sizeof n);
        out_.append(raw, sizeof n);
    }
    void string(std::string_view s) {
        number(s.size());
        out_ += s;
    }
    [[nodiscard]] std::string finish() {
        out_ += end_mark;
        return std::move(out_);
    }

  private:
    std::string out_;
};

class FrameReader {
  public:
    FrameReader(std::string_view frame, std::string_view magic) : rest_(frame) {
        ok_ = rest_.starts_with(magic);
        if (ok_) rest_.remove_prefix(magic.size());
    }

    std::uint64_t number() {
        std::uint64_t n = 0;
        const std::string_view raw = take(sizeof n);
        if (ok_) std::memcpy(&n, raw.data(), sizeof n);
        return n;
    }
    std::uint32_t small() { return static_cast<std::uint32_t>(number()); }
    std::string_view bytes() { return take(number()); }
    std::string text() {
        const std::string_view s = bytes();
        ok_ = ok_ && text::first_invalid(s) == std::string_view::npos;
        return std::string(s);
    }
    /// A count of elements of at least eight bytes each.
    std::uint64_t count() {
        const std::uint64_t n = number();
        ok_ = ok_ && n <= rest_.size() / 8;
        return ok_ ? n : 0;
    }
    [[nodiscard]] bool finish() const { return ok_ && rest_ == end_mark; }
    void check(bool condition) { ok_ = ok_ && condition; }

  private:
    std::string_view take(std::uint64_t n) {
        if (!ok_ || n > rest_.size()) {
            ok_ = false;
            return {};
        }
        const std::string_view s = rest_.substr(0, n);
        rest_.remove_prefix(n);
        return s;
    }

    std::string_view rest_;
    bool ok_ = false;
};

void write_limits(FrameWriter& out, const Limits& limits) {
    out.number(limits.file_bytes);
    out.number(limits.text_bytes);
    out.number(limits.unpacked_bytes);
    out.number(limits.pages);
    out.number(limits.seconds);
    out.number(limits.memory_bytes);
    out.number(limits.allow_unconfined ? 1 : 0);
}

Limits read_limits(FrameReader& in) {
    Limits limits;
    limits.file_bytes = in.number();
    limits.text_bytes = in.number();
    limits.unpacked_bytes = in.number();
    limits.pages = in.small();
    limits.seconds = in.small();
    limits.memory_bytes = in.number();
    limits.allow_unconfined = in.number() == 1;
    return limits;
}

void write_strings(FrameWriter& out, const std::vector<std::string>& strings) {
    out.number(strings.size());
    for (const std::string& s : strings) out.string(s);
}

std::vector<std::string> read_strings(FrameReader& in) {
    std::vector<std::string> strings(in.count());
    for (std::string& s : strings) s = in.text();
    return strings;
}

Parsed read_parsed(FrameReader& in) {
    Parsed parsed;
    const std::uint64_t format = in.number();
    in.check(format <= static_cast<std::uint64_t>(Format::text));
    if (format <= static_cast<std::uint64_t>(Format::text)) parsed.format = static_cast<Format>(format);
    parsed.pages = read_strings(in);
    parsed.pictures.resize(in.count());
    for (std::uint32_t& index : parsed.pictures) {
        index = in.small();
        in.check(index < parsed.pages.size());
    }
    parsed.warnings = read_strings(in);
    return parsed;
}

GrayImage read_image(FrameReader& in) {
    GrayImage image;
    image.width = in.small();
    image.height = in.small();
    image.dots_per_inch = in.small();
    image.pixels = std::string(in.bytes());
    in.check(image.pixels.size() == std::uint64_t{image.width} * image.height);
    return image;
}

}  // namespace

std::string encode_request(const Request& request) {
    FrameWriter out(request_magic);
    out.number(static_cast<std::uint64_t>(request.task));
    out.number(request.page);
    out.number(request.dots_per_inch);
    out.number(request.max_pixels);
    out.string(request.name);
    write_limits(out, request.limits);
    out.string(request.bytes);
    return out.finish();
}

Result<Request> decode_request(std::string_view frame) {
    FrameReader in(frame, request_magic);
    Request request;
    request.task = in.number() == 0 ? Task::parse : Task::render;
    request.page = in.small();
    request.dots_per_inch = in.small();
    request.max_pixels = in.number();
    request.name = std::string(in.bytes());
    request.limits = read_limits(in);
    request.bytes = in.bytes();
    if (!in.finish()) return fail(ErrorCode::internal, "the reader was started without a request");
    return request;
}

std::string encode_answer(const Result<Answer>& answer) {
    FrameWriter out(answer_magic);
    out.number(answer ? 1 : 0);
    if (!answer) {
        const Error& error = answer.error();
        out.number(static_cast<std::uint64_t>(error.code));
        for (const std::string* s : {&error.what, &error.where, &error.fix}) out.string(text::make_valid(*s));
        return out.finish();
    }
    out.number(static_cast<std::uint64_t>(answer->parsed.format));
    write_strings(out, answer->parsed.pages);
    out.number(answer->parsed.pictures.size());
    for (const std::uint32_t index : answer->parsed.pictures) out.number(index);
    write_strings(out, answer->parsed.warnings);
    out.number(answer->image.width);
    out.number(answer->image.height);
    out.number(answer->image.dots_per_inch);
    out.string(answer->image.pixels);
    return out.finish();
}

Result<Answer> decode_answer(std::string_view frame) {
    FrameReader in(frame, answer_magic);
    if (in.number() == 0) {
        const std::uint64_t code = in.number();
        in.check(code <= static_cast<std::uint64_t>(ErrorCode::internal));
        Error error{ErrorCode::internal, in.text(), in.text(), in.text()};
        if (code <= static_cast<std::uint64_t>(ErrorCode::internal))
            error.code = static_cast<ErrorCode>(code);
        if (in.finish()) return std::unexpected(std::move(error));
    } else {
        Answer answer{read_parsed(in), read_image(in)};
        if (in.finish()) return answer;
    }
    return fail(ErrorCode::internal, "the reader gave no whole answer");
}

}  // namespace headway::document
