// SPDX-License-Identifier: GPL-3.0-or-later
#include "boards/job_page.hpp"

#include <fmt/format.h>

#include "base/hash.hpp"
#include "boards/answer.hpp"
#include "boards/dates.hpp"
#include "boards/markup.hpp"

namespace headway::boards {
namespace {

constexpr std::size_t most_nodes = 2000;
constexpr std::size_t most_jobs = 100;

/// A member that is one thing or a list of things: the first.
json::Node first_of(json::Node node) {
    return node.is_list() ? node.item(0) : node;
}

/// A thing by its name: "Meridian" or {"name": "Meridian"}.
std::string name_of(json::Node node) {
    const json::Node one = first_of(node);
    return one.is_object() ? line_of(first_of(one["name"])) : line_of(one);
}

bool is_type(json::Node node, std::string_view type) {
    const json::Node types = node["@type"];
    const auto same = [&](json::Node t) {
        const std::string name = t.text().value_or("");
        return name == type || name.ends_with("/" + std::string(type));
    };
    if (!types.is_list()) return same(types);
    for (std::size_t i = 0; i < std::min<std::size_t>(types.size(), 10); ++i) {
        if (same(types.item(i))) return true;
    }
    return false;
}

/// All JobPosting objects among lists and @graph, without recursion.
std::vector<json::Node> find_jobs(json::Node root) {
    std::vector<json::Node> out;
    std::vector<json::Node> open = {root};
    for (std::size_t seen = 0; seen < open.size() && seen < most_nodes; ++seen) {
        const json::Node node = open[seen];
        if (is_type(node, "JobPosting")) {
            if (out.size() < most_jobs) out.push_back(node);
            continue;
        }
        for (const json::Node list : {node, node["@graph"], node["itemListElement"]}) {
            for (std::size_t i = 0; i < list.size() && open.size() < most_nodes; ++i)
                open.push_back(list.item(i));
        }
        for (const char* inner : {"item", "mainEntity"}) {
            if (node[inner].is_object() && open.size() < most_nodes) open.push_back(node[inner]);
        }
    }
    return out;
}

std::string place_of(json::Node place) {
    const json::Node address = place["address"].is_nothing() ? place : first_of(place["address"]);
    if (!address.is_object()) return line_of(address);
    return joined({line_of(address["addressLocality"]), line_of(address["addressRegion"]),
                   name_of(address["addressCountry"])});
}

std::string places_of(json::Node places) {
    if (!places.is_list()) return place_of(places);
    std::vector<std::string> out;
    for (std::size_t i = 0; i < std::min<std::size_t>(places.size(), 10); ++i)
        out.push_back(place_of(places.item(i)));
    return joined(out, "; ");
}

/// MonetaryAmount with a QuantitativeValue, a bare value, or a line of text.
std::optional<Salary> pay_of(json::Node node) {
    const json::Node pay = first_of(node);
    if (!pay.is_object()) return salary_of_text(line_of(pay));
    const json::Node value = first_of(pay["value"]);
    std::string currency = line_of(pay["currency"]);
    if (currency.empty()) currency = line_of(value["currency"]);
    std::string period = line_of(value["unitText"]);
    if (period.empty()) period = line_of(pay["unitText"]);
    const json::Node range = value.is_object() ? value : pay;
    auto min = amount_of(range["minValue"]);
    const auto max = amount_of(range["maxValue"]);
    if (!min && !max) min = amount_of(range["value"]);
    return salary_of(min, max, currency, period);
}

std::string origin_of(const std::string& url) {
    const std::size_t begin = url.find("://");
    if (begin == std::string::npos) return url;
    return url.substr(begin + 3, url.find_first_of("/?#", begin + 3) - begin - 3);
}

/// Its own number at this host, or else the address of the page with what tells it from others there.
std::string identity_of(json::Node entry, const FetchedJob& job, const std::string& url, bool alone) {
    const json::Node identifier = first_of(entry["identifier"]);
    std::string number = id_of(identifier.is_object() ? identifier["value"] : identifier);
    if (!number.empty()) return origin_of(url) + "/" + number;
    const std::string page = url.substr(0, url.find('#'));
    return alone ? page : fmt::format("{}#{:016x}", page, hash64(job.title + "\n" + job.location));
}

Result<FetchedJob> job_of(json::Node entry, const std::string& url, Timestamp now, bool alone) {
    FetchedJob job;
    job.source = page_source;
    job.title = line_of(entry["title"]);
    if (job.title.empty()) job.title = line_of(entry["name"]);
    job.company = name_of(entry["hiringOrganization"]);
    job.location = places_of(entry["jobLocation"]);
    if (job.location.empty()) job.location = name_of(entry["applicantLocationRequirements"]);
    job.remote = line_of(first_of(entry["jobLocationType"])) == "TELECOMMUTE" || says_remote(job.location);
    const json::Node types = entry["employmentType"];
    job.job_type = job_type_of(types.is_list() ? joined(lines_of(types), " ") : line_of(types));
    job.url = url_of(url);
    job.salary = pay_of(entry["baseSalary"]);
    job.posted_on = day_of(entry["datePosted"], now);
    std::vector<std::string> parts;
    for (const char* part : {"description", "responsibilities", "skills", "qualifications",
                             "experienceRequirements", "educationRequirements"}) {
        std::string text = text_of_markup(first_of(entry[part]).text().value_or(""));
        // Some sites repeat in fields of their own what the description says.
        if (!text.empty() && (parts.empty() || parts.front().find(text) == std::string::npos))
            parts.push_back(std::move(text));
    }
    job.description = joined(parts, "\n\n");
    job.external_id = identity_of(entry, job, url, alone);
    return settle(std::move(job));
}

}  // namespace

Result<Batch> read_job_page(std::string_view page, const std::string& url, Timestamp now) {
    Batch out;
    std::vector<json::Tree> trees;  // nodes look into them
    std::vector<json::Node> entries;
    for (const std::string& script : linked_data_of(page)) {
        auto tree = parse_answer(script);
        if (!tree) continue;
        trees.push_back(std::move(*tree));
        for (const json::Node node : find_jobs(trees.back().root())) entries.push_back(node);
    }
    for (const json::Node entry : entries) {
        auto job = job_of(entry, url, now, entries.size() == 1);
        if (job) {
            out.jobs.push_back(std::move(*job));
        } else {
            out.refused.add(job.error().what);
        }
    }
    if (entries.empty())
        return fail(ErrorCode::invalid, "this page describes no job in schema.org's way (JobPosting)", url,
                    "Copy the text of the ad instead");
    return out;
}

}  // namespace headway::boards
