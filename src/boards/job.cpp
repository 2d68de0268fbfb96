// SPDX-License-Identifier: GPL-3.0-or-later
#include "boards/job.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/hash.hpp"
#include "boards/fields.hpp"
#include "text/tokens.hpp"

namespace headway::boards {
namespace {

constexpr std::size_t most_reasons = 4;
constexpr std::size_t longest_id = 300;
constexpr std::size_t longest_line = 200;
constexpr std::size_t longest_description = 100'000;

/// An id of any length as one of at most 300 code points.
std::string short_id(std::string id) {
    if (id.size() <= longest_id) return id;
    return fmt::format("{}~{:016x}", cut(id, longest_id - 20), hash64(id));
}

}  // namespace

Result<FetchedJob> settle(FetchedJob job) {
    if (job.external_id.empty()) return fail(ErrorCode::invalid, "without an id");
    if (job.title.empty()) return fail(ErrorCode::invalid, "without a title");
    if (job.description.empty()) return fail(ErrorCode::invalid, "without a text");
    job.external_id = short_id(std::move(job.external_id));
    job.title = cut(job.title, longest_line);
    job.company = cut(job.company, longest_line);
    job.location = cut(job.location, longest_line);
    job.description = cut(job.description, longest_description);
    return job;
}

void Refusals::add(const std::string& reason) {
    ++count_;
    const auto known = std::ranges::find(reasons_, reason, &Reason::text);
    if (known != reasons_.end()) {
        ++known->count;
    } else if (reasons_.size() < most_reasons) {
        reasons_.push_back({reason, 1});
    }
}

std::string Refusals::summary() const {
    std::string out;
    for (const Reason& r : reasons_) {
        out += fmt::format("{}{} {} {}", out.empty() ? "" : "; ", r.count, r.count == 1 ? "entry" : "entries",
                           r.text);
    }
    return out;
}

void Refusals::merge(const Refusals& other) {
    count_ += other.count_;
    for (const Reason& r : other.reasons_) {
        const auto known = std::ranges::find(reasons_, r.text, &Reason::text);
        if (known != reasons_.end()) {
            known->count += r.count;
        } else if (reasons_.size() < most_reasons) {
            reasons_.push_back(r);
        }
    }
}

std::string comparable_text(std::string_view title, std::string_view description) {
    return text::normal_name(title) + "\n" + text::normal_name(description);
}

bool may_be_same_place(std::string_view a, std::string_view b) {
    const std::string one = text::normal_name(a) + " ";
    const std::string other = text::normal_name(b) + " ";
    return one == " " || other == " " || one.starts_with(other) || other.starts_with(one);
}

}  // namespace headway::boards
