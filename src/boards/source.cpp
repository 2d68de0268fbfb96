// SPDX-License-Identifier: GPL-3.0-or-later
#include "boards/source.hpp"

#include <algorithm>
#include <array>

#include "boards/adzuna.hpp"
#include "boards/arbeitnow.hpp"
#include "boards/ashby.hpp"
#include "boards/greenhouse.hpp"
#include "boards/lever.hpp"
#include "boards/remoteok.hpp"
#include "boards/remotive.hpp"
#include "boards/smartrecruiters.hpp"
#include "boards/the_muse.hpp"
#include "boards/usajobs.hpp"
#include "boards/workday.hpp"
#include "text/tokens.hpp"

namespace headway::boards {
namespace {

std::string padded(std::string_view text) {
    return " " + text::normal_name(text) + " ";
}

bool has_phrase(const std::string& text, const std::string& keyword) {
    return text.find(" " + keyword + " ") != std::string::npos;
}

bool has_words(const std::string& text, const std::string& keyword) {
    for (std::size_t at = 0; at < keyword.size();) {
        const std::size_t end = std::min(keyword.find(' ', at), keyword.size());
        if (!has_phrase(text, keyword.substr(at, end - at))) return false;
        at = end + 1;
    }
    return true;
}

}  // namespace

std::span<const Source* const> all_sources() {
    static const std::array<const Source*, 11> all = {
        &greenhouse(), &lever(),     &ashby(),    &smartrecruiters(), &workday(), &remotive(),
        &remoteok(),   &arbeitnow(), &the_muse(), &adzuna(),          &usajobs()};
    return all;
}

const Source* find_source(std::string_view name) {
    const auto all = all_sources();
    const auto found = std::ranges::find(all, name, [](const Source* s) { return s->name; });
    return found == all.end() ? nullptr : *found;
}

bool title_fits(const FetchedJob& job, const Search& search) {
    const std::string title = padded(job.title);
    return std::ranges::any_of(search.keywords,
                               [&](const auto& k) { return has_words(title, text::normal_name(k)); });
}

bool fits(const FetchedJob& job, const Search& search, const Source& source) {
    if (!search.job_types.empty() && job.job_type &&
        std::ranges::find(search.job_types, *job.job_type) == search.job_types.end())
        return false;
    if (!search.locations.empty() && !source.searches_locations && !job.remote) {
        const std::string location = padded(job.location);
        const bool there = std::ranges::any_of(
            search.locations, [&](const auto& l) { return has_phrase(location, text::normal_name(l)); });
        if (!there) return false;
    }
    if (search.keywords.empty() || source.searches_keywords || title_fits(job, search)) return true;
    std::string head = job.title + " " + job.company;
    for (const std::string& tag : job.tags) head += " " + tag;
    head = padded(head);
    const std::string text = padded(job.description);
    return std::ranges::any_of(search.keywords, [&](const auto& k) {
        const std::string keyword = text::normal_name(k);
        return has_words(head, keyword) || has_phrase(text, keyword);
    });
}

}  // namespace headway::boards
