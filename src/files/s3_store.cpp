// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/s3_store.hpp"

#include <algorithm>
#include <charconv>

#include "base/digest.hpp"
#include "base/id.hpp"
#include "files/block_sums.hpp"
#include "files/s3_answers.hpp"

namespace headway::files {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::string_view checksum_header = "x-amz-meta-sha256";
constexpr std::string_view blocks_header = "x-amz-meta-crc32c";
constexpr std::chrono::seconds patience_of_checks{5};

std::string base64(std::string_view bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t three = 0;
        for (std::size_t k = 0; k < 3; ++k)
            three = three << 8U | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            out += i + k > bytes.size() ? '=' : digits[three >> (18U - 6U * k) & 63U];
    }
    return out;
}

std::pair<std::string, std::string> md5_header(std::string_view bytes) {
    return {"content-md5", base64(md5(bytes))};
}

std::uint64_t number_in(const net::Response& response, std::string_view header) {
    const std::string text = response.header(header).value_or("");
    std::uint64_t out = 0;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

/// What a request gives, when `sound` says so of its bytes; asked once more when it does not, since it may
/// have been altered on the way only.
template <class Sound>
Result<net::Response> get_sound(const S3Client& client, const S3Request& request, const Sound& sound) {
    for (int left = 1;; --left) {
        auto got = client.send(request);
        if (!got || sound(*got)) return got;
        if (left == 0)
            return fail(ErrorCode::unavailable, "a stored file came back altered", client.host(),
                        "Bring it back from a backup");
    }
}

}  // namespace

Result<std::unique_ptr<S3Store>> S3Store::open(S3Settings settings) {
    auto client = S3Client::make(std::move(settings));
    if (!client) return pass_on(client);
    return std::unique_ptr<S3Store>(new S3Store(std::move(*client)));
}

Result<void> S3Store::put(const std::string& key, std::string_view bytes, std::string_view media_type) {
    if (auto sound = check_key(key); !sound) return sound;
    if (bytes.size() > largest_file)
        return fail(ErrorCode::too_large, "the file is larger than what is kept");
    Pairs headers = {{"content-type", std::string(media_type)},
                     {std::string(blocks_header), BlockSums::of(bytes).text()},
                     {std::string(checksum_header), to_hex(sha256(bytes))}};
    if (bytes.size() > client_.settings().part_bytes) return put_in_parts(key, bytes, std::move(headers));
    headers.push_back(md5_header(bytes));
    auto put = client_.send({"PUT", key, {}, std::move(headers), std::string(bytes)});
    if (!put) return pass_on(put);
    return {};
}

Result<void> S3Store::put_in_parts(const std::string& key, std::string_view bytes, Pairs headers) {
    const std::string sum = headers.back().second;
    auto begun = client_.send({"POST", key, {{"uploads", ""}}, std::move(headers)});
    if (!begun) return pass_on(begun);
    const std::string upload = find_element(begun->body, "UploadId");
    if (upload.empty())
        return fail(ErrorCode::unavailable, "the S3 server begins no upload in parts", client_.host());
    const auto give_up = [&](Error why) -> Result<void> {
        static_cast<void>(abandon(key, upload));  // what is left of it goes with remove()
        return std::unexpected(std::move(why));
    };
    std::string parts;
    for (int number = 1; !bytes.empty(); ++number) {
        const std::string_view part = bytes.substr(0, client_.settings().part_bytes);
        bytes.remove_prefix(part.size());
        auto tag = put_part(key, upload, number, part);
        if (!tag) return give_up(std::move(tag.error()));
        parts +=
            "<Part><PartNumber>" + std::to_string(number) + "</PartNumber><ETag>" + *tag + "</ETag></Part>";
    }
    if (auto done = complete(key, upload, parts, sum); !done) return give_up(std::move(done.error()));
    return {};
}

Result<std::string> S3Store::put_part(const std::string& key, const std::string& upload, int number,
                                      std::string_view bytes) {
    auto put = client_.send({"PUT",
                             key,
                             {{"partNumber", std::to_string(number)}, {"uploadId", upload}},
                             {md5_header(bytes)},
                             std::string(bytes)});
    if (!put) return pass_on(put);
    std::string tag = put->header("etag").value_or("");
    std::erase(tag, '"');
    const bool sound =
        !tag.empty() && tag.size() < 200 &&
        std::ranges::all_of(
            tag,
            [](char c) {
                return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
            });
    if (!sound) return fail(ErrorCode::unavailable, "the S3 server names no tag of a part", client_.host());
    return tag;
}

Result<void> S3Store::complete(const std::string& key, const std::string& upload, const std::string& parts,
                               const std::string& sum) {
    // Not tried again: an upload that was completed is not there any more. What counts is the object.
    auto done = client_.send({"POST",
                              key,
                              {{"uploadId", upload}},
                              {{"content-type", "application/xml"}},
                              "<CompleteMultipartUpload xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">" +
                                  parts + "</CompleteMultipartUpload>"},
                             S3Client::Tries::one);
    if (done && root_element(done->body) == "CompleteMultipartUploadResult") return {};
    const auto there = client_.send({"HEAD", key});
    if (there && there->header(checksum_header) == sum) return {};
    if (!done) return pass_on(done);
    return fail(ErrorCode::unavailable, "the S3 server did not put the parts together", client_.host(),
                "Try again later");
}

Result<void> S3Store::abandon(const std::string& key, const std::string& upload) {
    auto done = client_.send({"DELETE", key, {{"uploadId", upload}}});
    if (!done && done.error().code != ErrorCode::not_found) return pass_on(done);
    return {};
}

Result<std::string> S3Store::get(const std::string& key) {
    if (auto sound = check_key(key); !sound) return pass_on(sound);
    auto got = get_sound(client_, {"GET", key}, [](const net::Response& r) {
        const auto sum = r.header(checksum_header);
        return !sum || *sum == to_hex(sha256(r.body));
    });
    if (!got) return pass_on(got);
    return std::move(got->body);
}

Result<std::string> S3Store::get_part(const std::string& key, std::uint64_t offset, std::uint64_t length) {
    const auto there = head(key);
    if (!there) return std::unexpected(there.error());
    if (!*there) return fail(ErrorCode::not_found, "the stored file is gone", {}, "Upload it again");
    const std::uint64_t size = number_in(**there, "content-length");
    if (offset >= size || length == 0) return std::string();
    const std::uint64_t wanted = std::min(length, size - offset);
    const auto sums = BlockSums::parse((*there)->header(blocks_header).value_or(""), size);
    BlockSums::Range range{offset, offset + wanted};
    if (sums) range = sums->widened(range);
    const std::string bytes = "bytes=" + std::to_string(range.begin) + "-" + std::to_string(range.end - 1);
    const auto sound = [&](const net::Response& r) {
        return r.body.size() != range.end - range.begin || !sums || sums->hold_for(r.body, range.begin);
    };
    auto got = get_sound(client_, {"GET", key, {}, {{"range", bytes}}}, sound);
    if (!got) return pass_on(got);
    if (got->body.size() != range.end - range.begin)
        return fail(ErrorCode::unavailable, "a part of a stored file came back with another length",
                    client_.host(), "Try again");
    if (got->body.size() == wanted) return std::move(got->body);
    return got->body.substr(offset - range.begin, wanted);
}

Result<std::optional<net::Response>> S3Store::head(const std::string& key) {
    if (auto sound = check_key(key); !sound) return pass_on(sound);
    auto got = client_.send({"HEAD", key});
    if (got) return std::move(*got);
    if (got.error().code == ErrorCode::not_found) return std::nullopt;
    return pass_on(got);
}

Result<std::optional<StoredFile>> S3Store::find(const std::string& key) {
    const auto there = head(key);
    if (!there) return std::unexpected(there.error());
    if (!*there) return std::nullopt;
    return StoredFile{number_in(**there, "content-length")};
}

Result<void> S3Store::remove(const std::string& key) {
    if (auto sound = check_key(key); !sound) return sound;
    auto gone = client_.send({"DELETE", key});
    if (!gone && gone.error().code != ErrorCode::not_found) return pass_on(gone);
    const std::string object = client_.settings().prefix + key;
    const auto begun = client_.send({"GET", "", {{"uploads", ""}, {"prefix", object}}});
    if (!begun) return {};  // a key that may not list, or a server without uploads in parts
    for (const std::string& upload : begun_uploads(begun->body, object)) {
        if (auto done = abandon(key, upload); !done) return done;
    }
    return {};
}

std::optional<std::string> S3Store::download_url(const std::string& key, std::string_view disposition,
                                                 int seconds) {
    if (!check_key(key)) return std::nullopt;
    return client_.presigned(key, {{"response-content-disposition", std::string(disposition)}}, seconds);
}

Result<void> S3Store::check() {
    const std::lock_guard lock(mutex_);
    if (found_ && Steady::now() - found_at_ < client_.settings().check_again) return *found_;
    found_ = check_now();
    found_at_ = Steady::now();
    return *found_;
}

Result<void> S3Store::check_now() {
    const std::string key = "check-" + make_uuid();
    const auto until = Steady::now() + patience_of_checks;
    const net::GoOn go_on = [until] { return Steady::now() < until; };
    const auto once = S3Client::Tries::one;
    const std::string content = "headway";
    auto put = client_.send({"PUT", key, {}, {md5_header(content)}, content}, once, go_on);
    if (!put) return pass_on(put);
    const auto got = client_.send({"GET", key}, once, go_on);
    auto gone = client_.send({"DELETE", key}, once, go_on);
    if (!got) return std::unexpected(got.error());
    if (got->body != content) return fail(ErrorCode::unavailable, "a file came back altered", client_.host());
    if (!gone) return pass_on(gone);
    return {};
}

std::string S3Store::place() const {
    return "in bucket " + client_.settings().bucket + " at " + client_.host();
}

}  // namespace headway::files
