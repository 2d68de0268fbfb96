// SPDX-License-Identifier: GPL-3.0-or-later
// Any two texts through the whole engine. The first line that is "---" divides résumé and job.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "app/paths.hpp"
#include "career/engine.hpp"
#include "text/utf8.hpp"

namespace {

using namespace headway;

void require(bool condition) {
    if (!condition) std::abort();
}

template <class T>
T or_exit(Result<T> result) {
    if (!result) {
        std::fputs((result.error().message() + "\n").c_str(), stderr);
        std::exit(1);
    }
    return std::move(*result);
}

const ontology::Catalog& catalog() {
    static const ontology::Catalog opened = or_exit(app::open_catalog());
    return opened;
}

const career::Linker& linker() {
    static const career::Linker opened = or_exit(app::open_linker(catalog()));
    return opened;
}

void check(const std::vector<career::Evidence>& evidence, std::string_view text) {
    for (const auto& e : evidence) {
        require(e.begin <= e.end && e.end <= text.size());
        require(e.text == text.substr(e.begin, e.end - e.begin));
    }
}

void check(const career::GapReport& gap, std::string_view resume, std::string_view job) {
    require(gap.score >= 0 && gap.score <= 100);
    require(gap.low <= gap.high);
    double points = 0;
    for (const auto& r : gap.requirements) {
        check(r.evidence, resume);
        check(r.requirement.evidence, job);
        require(r.coverage >= 0 && r.coverage <= 1 && r.weight >= 0 && r.gain >= -1e-9);
        require(r.support == career::Support::none || !r.evidence.empty());
        points += r.points;
    }
    require(std::abs(points - gap.score) < 1e-6);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string all = text::make_valid({reinterpret_cast<const char*>(data), size});
    const std::size_t divider = all.find("\n---\n");
    const std::string resume_text = all.substr(0, divider);
    const std::string job_text = divider == std::string::npos ? all : all.substr(divider + 5);
    // Reading by meaning costs more than all the rest, so that only every fourth length has it.
    const career::Engine engine(catalog(), size % 4 == 0 ? &linker() : nullptr);
    const auto resume = engine.read_resume(resume_text, {0}, career::make_month(2026, 11));
    const auto job = engine.read_job(job_text, {0});
    for (const auto& held : resume.skills) check(held.evidence, resume_text);
    check(engine.gap(resume, job), resume_text, job_text);
    return 0;
}
