// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/shipped_engine.hpp"

#include <cstdlib>
#include <iostream>

#include "app/paths.hpp"
#include "text/tokens.hpp"

namespace headway::test {
namespace {

template <class T>
const T& opened(const Result<T>& result) {
    if (!result) {
        std::cerr << result.error().message() << '\n';
        std::exit(1);
    }
    return *result;
}

}  // namespace

const career::Engine& shipped_engine() {
    static const auto catalog = app::open_catalog();
    static const auto linker = app::open_linker(opened(catalog));
    static const career::Engine engine(opened(catalog), &opened(linker));
    return engine;
}

career::GapReport gap_between(std::string_view resume, std::string_view job) {
    const career::Engine& engine = shipped_engine();
    const auto read_resume = engine.read_resume(resume, {0}, today);
    const auto read_job = engine.read_job(job, {0});
    return engine.gap(read_resume, read_job);
}

const career::RequirementResult* find_requirement(const career::GapReport& report, std::string_view name) {
    const auto& catalog = shipped_engine().catalog();
    const std::string wanted = text::normal_name(name);
    for (const auto& r : report.requirements) {
        if (text::normal_name(r.requirement.name) == wanted) return &r;
        for (career::SkillId s : r.requirement.any_of) {
            if (text::normal_name(catalog.name(s)) == wanted) return &r;
        }
    }
    return nullptr;
}

}  // namespace headway::test
