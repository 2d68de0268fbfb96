// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <utility>

#include "document/child.hpp"
#include "document/document.hpp"
#include "document/layer_text.hpp"
#include "document/ocr.hpp"
#include "document/page_text.hpp"
#include "document/wire.hpp"

namespace headway::document {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint32_t ocr_dots_per_inch = 300;
/// An A3 page at 300 dots per inch.
constexpr std::size_t ocr_max_pixels = 18'000'000;
/// Room in an answer for page marks and warnings.
constexpr std::size_t answer_overhead = 4U << 20U;
/// OCR below this mean confidence is named as doubtful.
constexpr double good_confidence = 80;
/// Below this it is no reading but guessing, and guessed text is worse than none.
constexpr double least_confidence = 55;

std::unexpected<Error> ended_badly(const ChildOutcome& outcome, const std::string& name,
                                   const Limits& limits) {
    const bool out_of_time =
        outcome.end == ChildEnd::too_slow || (outcome.end == ChildEnd::killed && outcome.code == SIGXCPU);
    if (out_of_time) {
        return fail(
            ErrorCode::unavailable,
            "reading it takes longer than the limit of " + std::to_string(limits.seconds) + " seconds", name,
            "Send a simpler file, or raise document-seconds in the settings");
    }
    switch (outcome.end) {
        case ChildEnd::no_start:
            return fail(ErrorCode::unavailable, "the reader process cannot be started", name,
                        "Try again when the machine has more free memory and processes");
        case ChildEnd::too_much_output:
            return fail(ErrorCode::too_large, "its text is longer than the limit", name,
                        "Shorten it, or raise document-text-megabytes in the settings");
        case ChildEnd::killed:
            return fail(ErrorCode::unavailable,
                        "the reader process was stopped by signal " + std::to_string(outcome.code) +
                            "; the file is damaged, or needs more memory than the limit",
                        name, "Export it again, or raise document-memory-megabytes in the settings");
        case ChildEnd::finished:
        case ChildEnd::too_slow:
            break;
    }
    return fail(ErrorCode::unavailable, "the reader process gave no answer; the file may be damaged", name,
                "Export it again, or send it as plain text");
}

Result<Answer> ask_reader(const Request& request, std::size_t max_output) {
    const std::string frame = encode_request(request);
    ChildTask task;
    task.role = {"read"};
    task.input = frame;
    task.wall = std::chrono::seconds(2 * std::chrono::seconds::rep{request.limits.seconds});
    task.max_output = max_output;
    const ChildOutcome outcome = run_child(task);
    if (outcome.end != ChildEnd::finished) return ended_badly(outcome, request.name, request.limits);
    auto answer = decode_answer(outcome.output);
    if (!answer && answer.error().code == ErrorCode::internal)
        return ended_badly(outcome, request.name, request.limits);
    return answer;
}

std::string page_list(const std::vector<std::uint32_t>& pages) {
    std::string out = pages.size() == 1 ? "Page " : "Pages ";
    for (std::size_t i = 0; i < pages.size() && i < 10; ++i) {
        if (i > 0) out += ", ";
        out += std::to_string(pages[i] + 1);
    }
    if (pages.size() > 10) out += " and others";
    return out;
}

/// Reads the pages that are pictures, one after the other, within the limits of OCR.
class PictureReader {
  public:
    PictureReader(const std::string& bytes, const std::string& name, const Limits& limits, Parsed& parsed)
        : bytes_(bytes), name_(name), limits_(limits), parsed_(parsed) {}

    void run() {
        tesseract_ = limits_.ocr ? find_tesseract() : std::string{};
        const auto deadline = Clock::now() + std::chrono::seconds(limits_.ocr_seconds);
        for (const std::uint32_t page : parsed_.pictures) {
            const auto left = std::chrono::duration_cast<std::chrono::seconds>(deadline - Clock::now());
            const bool go_on = !tesseract_.empty() && read_.size() < limits_.ocr_pages && left.count() > 0;
            if (!go_on || !read_page(page, left)) unread_.push_back(page);
        }
        insert_texts();
        warn();
    }

    [[nodiscard]] bool has_tesseract() const { return !tesseract_.empty(); }
    [[nodiscard]] const std::string& last_failure() const { return failure_; }

  private:
    bool read_page(std::uint32_t page, std::chrono::seconds time) {
        Request request{Task::render, page, ocr_dots_per_inch, ocr_max_pixels, name_, limits_, bytes_};
        auto drawn = ask_reader(request, ocr_max_pixels + answer_overhead);
        if (!drawn) {
            failure_ = drawn.error().what;
            return false;
        }
        auto found =
            read_picture(tesseract_, drawn->image, limits_.ocr_languages, time, limits_.memory_bytes);
        if (!found) {
            failure_ = found.error().message();
            return false;
        }
        if (found->words.words.empty() || found->confidence < least_confidence) {
            failure_ = "OCR found no readable text";
            return false;
        }
        read_.push_back(page);
        if (found->confidence < good_confidence) doubtful_.push_back(page);
        words_.push_back(std::move(found->words));
        return true;
    }

    void insert_texts() {
        std::vector<std::string> texts = text_of_pages(std::move(words_));
        for (std::size_t i = 0; i < read_.size(); ++i) {
            if (texts[i].size() > limits_.text_bytes) continue;
            std::string& page = parsed_.pages[read_[i]];
            page = with_layer_text(std::move(texts[i]), page);
        }
    }

    void warn() {
        auto& warnings = parsed_.warnings;
        if (!read_.empty()) {
            warnings.push_back(page_list(read_) +
                               (read_.size() == 1 ? " is a picture and was" : " are pictures and were") +
                               " read by OCR; check names and figures.");
        }
        if (!doubtful_.empty()) {
            warnings.push_back(page_list(doubtful_) + ": OCR was not sure; much of the text may be wrong.");
        }
        if (!unread_.empty()) {
            std::string why = failure_.empty() ? "the limit of OCR is reached" : failure_;
            if (tesseract_.empty()) why = limits_.ocr ? "tesseract is not installed" : "OCR is switched off";
            warnings.push_back(page_list(unread_) +
                               (unread_.size() == 1 ? " is a picture and was not read: "
                                                    : " are pictures and were not read: ") +
                               why + ".");
        }
    }

    const std::string& bytes_;
    const std::string& name_;
    const Limits& limits_;
    Parsed& parsed_;
    std::string tesseract_;
    std::string failure_;
    std::vector<std::uint32_t> read_, doubtful_, unread_;
    std::vector<PageWords> words_;
};

std::unexpected<Error> no_text(const Parsed& parsed, const PictureReader& pictures, const std::string& name) {
    if (parsed.pictures.empty()) {
        return fail(ErrorCode::invalid, "the document holds no text", name,
                    "Send a document with text in it");
    }
    const std::string what = "the document is a scan: its pages are pictures without text";
    if (!pictures.has_tesseract()) {
        return fail(ErrorCode::invalid, what, name,
                    "Install tesseract-ocr and leave ocr on in the settings, or send the document it was "
                    "printed from");
    }
    return fail(ErrorCode::invalid, what + ", and OCR could not read them (" + pictures.last_failure() + ")",
                name, "Scan it again, sharper and upright, or send the document it was printed from");
}

Result<Document> assemble(Parsed parsed, const std::string& name, const Limits& limits) {
    Document document;
    document.format = parsed.format;
    document.warnings = std::move(parsed.warnings);
    for (const std::string& page : parsed.pages) {
        // An empty line between pages; it belongs to the page before.
        if (!document.text.empty() && !page.empty()) {
            document.text += '\n';
            document.pages.back().end = document.text.size();
        }
        const std::size_t begin = document.text.size();
        document.text += page;
        document.pages.push_back({begin, document.text.size()});
    }
    if (document.text.size() > 2 * limits.text_bytes) {
        return fail(ErrorCode::too_large, "its text is longer than the limit", name,
                    "Shorten it, or raise document-text-megabytes in the settings");
    }
    return document;
}

}  // namespace

Result<Document> read_document(const std::string& bytes, const std::string& name, const Limits& limits) {
    if (std::getenv(child_environment) != nullptr) {
        return fail(ErrorCode::internal, "a reader process must not start readers", name,
                    std::string("Unset ") + child_environment);
    }
    if (bytes.empty()) {
        return fail(ErrorCode::invalid, "the file is empty", name, "Choose another file");
    }
    if (bytes.size() > limits.file_bytes) {
        return fail(ErrorCode::too_large,
                    "the file is larger than the limit of " + std::to_string(limits.file_bytes) + " bytes",
                    name, "Use a smaller file, or raise document-megabytes in the settings");
    }
    Request request;
    request.name = name;
    request.limits = limits;
    request.bytes = bytes;
    auto answer = ask_reader(request, 2 * limits.text_bytes + answer_overhead);
    if (!answer) return pass_on(answer);
    Parsed parsed = std::move(answer->parsed);
    PictureReader pictures(bytes, name, limits, parsed);
    if (!parsed.pictures.empty()) pictures.run();
    const bool has_text = std::ranges::any_of(parsed.pages, [](const std::string& p) { return !p.empty(); });
    if (!has_text) return no_text(parsed, pictures, name);
    return assemble(std::move(parsed), name, limits);
}

}  // namespace headway::document
