// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/archive_file.hpp"

#include <array>
#include <bit>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>
#include <utility>

#include "base/hash.hpp"
#include "base/id.hpp"

namespace headway::flows {
namespace {

constexpr std::string_view magic = "HWBACKUP";
constexpr std::size_t record_head = 9;  // kind, length
constexpr std::uint64_t largest_record = std::uint64_t{300} << 20U;
constexpr std::size_t read_step = std::size_t{1} << 20U;

template <class T>
void put(std::string& out, T number) {
    for (std::size_t i = 0; i < sizeof(T); ++i)
        out += static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * i));
}

template <class T>
T number_at(std::string_view bytes) {
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i)
        out |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    return static_cast<T>(out);
}

std::uint64_t first_checksum() {
    return hash64(magic);
}

std::uint64_t chained(std::uint64_t before, RecordKind kind, std::string_view content) {
    return hash64(content, hash64(std::string(1, static_cast<char>(kind)), before));
}

std::unexpected<Error> trouble(const std::string& path, int number) {
    const bool full = number == ENOSPC || number == EDQUOT;
    return fail(ErrorCode::unavailable,
                std::string("the backup could not be written: ") + std::strerror(number), path,
                full ? "Free some space on the disk" : "Choose another place");
}

/// Takes numbers and bytes off the front; after the first that is not there it is not good().
class Unpacker {
  public:
    explicit Unpacker(std::string_view bytes) : rest_(bytes) {}
    template <class T>
    T number() {
        const std::string_view bytes = take(sizeof(T));
        return bytes.size() == sizeof(T) ? number_at<T>(bytes) : T{};
    }
    std::string_view take(std::uint64_t count) {
        if (count > rest_.size()) {
            good_ = false;
            rest_ = {};
            return {};
        }
        const std::string_view out = rest_.substr(0, static_cast<std::size_t>(count));
        rest_.remove_prefix(out.size());
        return out;
    }
    [[nodiscard]] bool good() const { return good_; }
    [[nodiscard]] std::string_view rest() const { return rest_; }

  private:
    std::string_view rest_;
    bool good_ = true;
};

struct Packer {
    std::string& out;
    void operator()(std::monostate) const { out += 'n'; }
    void operator()(bool v) const { out += v ? 't' : 'f'; }
    void operator()(std::int64_t v) const {
        out += 'i';
        put(out, static_cast<std::uint64_t>(v));
    }
    void operator()(double v) const {
        out += 'd';
        put(out, std::bit_cast<std::uint64_t>(v));
    }
    void operator()(const std::string& v) const { text('s', v); }
    void operator()(const sql::Bytes& v) const { text('b', v.value); }
    void text(char kind, std::string_view v) const {
        out += kind;
        put(out, static_cast<std::uint64_t>(v.size()));
        out += v;
    }
};

}  // namespace

ArchiveWriter::ArchiveWriter(std::string path, std::string beside, int descriptor)
    : path_(std::move(path)),
      beside_(std::move(beside)),
      descriptor_(descriptor),
      checksum_(first_checksum()) {}

ArchiveWriter::ArchiveWriter(ArchiveWriter&& other) noexcept
    : path_(std::move(other.path_)),
      beside_(std::move(other.beside_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      checksum_(other.checksum_) {}

ArchiveWriter::~ArchiveWriter() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    ::unlink(beside_.c_str());
}

Result<ArchiveWriter> ArchiveWriter::create(const std::string& path) {
    const std::string beside = path + "." + make_uuid();
    const int descriptor = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) return trouble(path, errno);
    ArchiveWriter out(path, beside, descriptor);
    if (auto written = out.write(magic); !written) return pass_on(written);
    return out;
}

Result<void> ArchiveWriter::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(descriptor_, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return trouble(path_, errno);
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return {};
}

Result<void> ArchiveWriter::add(RecordKind kind, std::string_view content) {
    if (content.size() > largest_record)
        return fail(ErrorCode::too_large, "a row or file is too large for a backup", path_);
    std::string head(1, static_cast<char>(kind));
    put(head, static_cast<std::uint64_t>(content.size()));
    checksum_ = chained(checksum_, kind, content);
    if (auto written = write(head); !written) return written;
    return write(content);
}

Result<void> ArchiveWriter::finish() {
    std::string content;
    put(content, checksum_);
    if (auto added = add(RecordKind::end, content); !added) return added;
    if (::fsync(descriptor_) != 0 || ::rename(beside_.c_str(), path_.c_str()) != 0)
        return trouble(path_, errno);
    ::close(std::exchange(descriptor_, -1));
    const std::string folder = std::filesystem::absolute(path_).parent_path().string();
    const int in = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (in < 0) return {};
    static_cast<void>(::fsync(in));
    ::close(in);
    return {};
}

ArchiveReader::ArchiveReader(std::unique_ptr<std::istream> in, std::string name)
    : in_(std::move(in)), name_(std::move(name)), checksum_(first_checksum()) {}

Result<ArchiveReader> ArchiveReader::open(const std::string& path) {
    auto in = std::make_unique<std::ifstream>(path, std::ios::binary);
    if (!*in) return fail(ErrorCode::not_found, "the file cannot be opened", path);
    return of(std::move(in), path);
}

Result<ArchiveReader> ArchiveReader::of(std::unique_ptr<std::istream> in, std::string name) {
    ArchiveReader out(std::move(in), std::move(name));
    std::array<char, magic.size()> start{};
    if (!out.read(start.data(), start.size()) || std::string_view(start.data(), start.size()) != magic)
        return fail(ErrorCode::invalid, "this is no file of headway backup", out.name_);
    return out;
}

std::unexpected<Error> ArchiveReader::damaged(std::string what) const {
    return fail(ErrorCode::invalid, "the backup is damaged: " + std::move(what), name_, "Take an older one");
}

bool ArchiveReader::read(char* into, std::size_t bytes) {
    in_->read(into, static_cast<std::streamsize>(bytes));
    return in_->gcount() == static_cast<std::streamsize>(bytes);
}

Result<Record> ArchiveReader::next() {
    std::array<char, record_head> head{};
    if (!read(head.data(), head.size())) return damaged("it ends early");
    Record out;
    out.kind = static_cast<RecordKind>(head[0]);
    if (std::string_view("MTRFE").find(head[0]) == std::string_view::npos)
        return damaged("it holds something unknown");
    const auto size = number_at<std::uint64_t>({head.data() + 1, sizeof(std::uint64_t)});
    if (size > largest_record) return damaged("a length is impossible");
    // Announced is not there: memory grows with what was read.
    while (out.content.size() < size) {
        const std::size_t had = out.content.size();
        out.content.resize(had + std::min<std::size_t>(read_step, static_cast<std::size_t>(size) - had));
        if (!read(out.content.data() + had, out.content.size() - had)) return damaged("it ends early");
    }
    if (out.kind == RecordKind::end) {
        if (out.content.size() != sizeof(std::uint64_t) || number_at<std::uint64_t>(out.content) != checksum_)
            return damaged("its checksum is another");
        return out;
    }
    checksum_ = chained(checksum_, out.kind, out.content);
    return out;
}

std::string pack_row(std::span<const sql::Value> row) {
    std::string out;
    for (const sql::Value& v : row) std::visit(Packer{out}, v);
    return out;
}

Result<std::vector<sql::Value>> unpack_row(std::string_view bytes) {
    std::vector<sql::Value> out;
    Unpacker in(bytes);
    while (in.good() && !in.rest().empty()) {
        switch (in.take(1)[0]) {
            case 'n':
                out.emplace_back();
                break;
            case 't':
                out.emplace_back(true);
                break;
            case 'f':
                out.emplace_back(false);
                break;
            case 'i':
                out.emplace_back(static_cast<std::int64_t>(in.number<std::uint64_t>()));
                break;
            case 'd':
                out.emplace_back(std::bit_cast<double>(in.number<std::uint64_t>()));
                break;
            case 's':
                out.emplace_back(std::string(in.take(in.number<std::uint64_t>())));
                break;
            case 'b':
                out.emplace_back(sql::Bytes{std::string(in.take(in.number<std::uint64_t>()))});
                break;
            default:
                return fail(ErrorCode::invalid, "the backup is damaged: a cell is of no kind");
        }
    }
    if (!in.good()) return fail(ErrorCode::invalid, "the backup is damaged: a cell ends early");
    return out;
}

std::string pack_file(std::string_view key, std::string_view bytes) {
    std::string out;
    put(out, static_cast<std::uint32_t>(key.size()));
    out += key;
    out += bytes;
    return out;
}

Result<PackedFile> unpack_file(std::string_view content) {
    Unpacker in(content);
    PackedFile out;
    out.key = in.take(in.number<std::uint32_t>());
    if (!in.good()) return fail(ErrorCode::invalid, "the backup is damaged: a file has no key");
    out.bytes = in.rest();
    return out;
}

}  // namespace headway::flows
