// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of job boards and pages with JSON-LD. The first byte chooses who reads the rest; what comes out
// must be what boards/job.hpp promises.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "boards/job_page.hpp"
#include "boards/source.hpp"
#include "text/utf8.hpp"

namespace {

using namespace headway;

void require(bool condition) {
    if (!condition) std::abort();
}

void check_line(const std::string& line) {
    require(text::first_invalid(line) == std::string_view::npos);
    for (const char c : line) require(static_cast<unsigned char>(c) >= 0x20);
}

void check(const boards::FetchedJob& job) {
    require(!job.title.empty() && !job.external_id.empty() && !job.description.empty());
    for (const std::string* line : {&job.title, &job.external_id, &job.company, &job.location})
        check_line(*line);
    require(text::first_invalid(job.description) == std::string_view::npos);
    for (const char c : job.description)
        require(c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= 0x20);
    if (job.url) require(job.url->starts_with("http"));
    if (!job.salary) return;
    require(job.salary->min || job.salary->max);
    require(!job.salary->min || !job.salary->max || *job.salary->min <= *job.salary->max);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    boards::Ask ask;
    ask.board = "acme/wd1/Jobs";
    ask.search.keywords = {"community nurse"};
    ask.search.locations = {"Berlin"};
    ask.now = {1'795'392'000'000'000};
    const auto all = boards::all_sources();
    const std::size_t which = data[0] % (all.size() + 1);
    if (which == all.size()) {
        const auto page = boards::read_job_page(bytes, "https://jobs.example/1", ask.now);
        if (!page) return 0;
        for (const auto& job : page->jobs) check(job);
        return 0;
    }
    const boards::Source& source = *all[which];
    const auto batch = source.read(bytes, ask, {"https://jobs.example/?page=1&skip=0&offset=0", "{}", {}});
    if (batch) {
        for (const auto& job : batch->jobs) {
            check(job);
            (void)boards::fits(job, ask.search, source);
            (void)boards::comparable_text(job.title, job.description);
        }
    }
    if (source.read_text == nullptr) return 0;
    const boards::Lead lead{{"x", "1", "Nurse", "", "", false, {}, {}, {}, {}, {}, ""}, {}};
    if (const auto job = source.read_text(bytes, lead, ask)) check(*job);
    return 0;
}
