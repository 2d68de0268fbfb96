// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/helper.hpp"

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <string_view>
#include <unistd.h>

#include "base/bytes.hpp"
#include "document/child.hpp"
#include "document/pdf.hpp"
#include "document/sandbox.hpp"
#include "document/wire.hpp"

namespace headway::document {
namespace {

constexpr int wrong_role = 64;
constexpr int cannot_run = 65;

void write_all(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
}

Result<Answer> work(const Request& request) {
    Answer answer;
    if (request.task == Task::render) {
        auto image = render_pdf_page(request.bytes, request.name, request.page, request.dots_per_inch,
                                     request.max_pixels);
        if (!image) return pass_on(image);
        answer.image = std::move(*image);
        return answer;
    }
    auto parsed = parse_document(request.bytes, request.name, request.limits);
    if (!parsed) return pass_on(parsed);
    answer.parsed = std::move(*parsed);
    return answer;
}

/// Libraries may throw; here it ends.
Result<Answer> work_without_exceptions(const Request& request) {
    try {
        return work(request);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::unavailable, "reading it needs more memory than the limit", request.name,
                    "Send a simpler file, or raise document-memory-megabytes in the settings");
    } catch (const std::exception&) {
        return fail(ErrorCode::invalid, "the document is damaged and cannot be read", request.name,
                    "Export it again, or send it as plain text");
    }
}

/// Confined before the first byte of the file is looked at. The frame around it is our own.
Result<Answer> read_confined(const std::string& frame) {
    auto request = decode_request(frame);
    if (!request) return pass_on(request);
    if (!prepare_pdf_reader()) {
        return fail(ErrorCode::unavailable, "this system cannot convert UTF-8 to UTF-16", "iconv",
                    "Install the C library's conversion modules (gconv)");
    }
    limit_resources({request->limits.seconds, request->limits.memory_bytes});
    const bool confined = forbid_everything_but_computing();
    if (!confined && !request->limits.allow_unconfined) {
        return fail(ErrorCode::unavailable,
                    "this system cannot confine the reader: the kernel refuses seccomp filters",
                    request->name,
                    "Run on a kernel with seccomp, or set allow-unconfined to yes in the settings");
    }
    Result<Answer> answer = work_without_exceptions(*request);
    if (!confined && answer) {
        answer->parsed.warnings.emplace_back(
            "The document was read without confinement, because this kernel refuses seccomp filters.");
    }
    return answer;
}

int read_role() {
    // The sender has bounded the frame already.
    const auto frame = read_file("-", SIZE_MAX);
    if (!frame) return cannot_run;
    write_all(encode_answer(read_confined(*frame)));
    return 0;
}

std::uint64_t number(const std::string& s) {
    std::uint64_t n = 0;
    std::from_chars(s.data(), s.data() + s.size(), n);
    return n;
}

int ocr_role(const std::vector<std::string>& role) {
    limit_resources({static_cast<std::uint32_t>(number(role[4])), number(role[5])});
    if (!forbid_network_and_writing()) return cannot_run;
    const char* const arguments[] = {role[1].c_str(),         "stdin", "stdout",        "-l",
                                     role[2].c_str(),         "--dpi", role[3].c_str(), "-c",
                                     "tessedit_create_tsv=1", nullptr};
    std::vector<std::string> environment{"LC_ALL=C", "OMP_THREAD_LIMIT=1"};
    if (const char* data = std::getenv("TESSDATA_PREFIX"); data != nullptr) {
        environment.push_back(std::string("TESSDATA_PREFIX=") + data);
    }
    std::vector<char*> pointers;
    pointers.reserve(environment.size() + 1);
    for (std::string& variable : environment) pointers.push_back(variable.data());
    pointers.push_back(nullptr);
    ::execve(role[1].c_str(), const_cast<char* const*>(arguments), pointers.data());
    return cannot_run;
}

}  // namespace

int play_role(const std::vector<std::string>& role) {
    if (role.size() == 1 && role[0] == "read") return read_role();
    if (role.size() == 6 && role[0] == "ocr") return ocr_role(role);
    return wrong_role;
}

std::optional<int> run_document_helper(int argc, const char* const* argv) {
    if (argc < 2 || std::strcmp(argv[1], child_argument) != 0) return std::nullopt;
    return play_role(std::vector<std::string>(argv + 2, argv + argc));
}

}  // namespace headway::document
