// SPDX-License-Identifier: GPL-3.0-or-later
#include "boards/remoteok.hpp"

#include "boards/answer.hpp"
#include "boards/dates.hpp"
#include "boards/markup.hpp"

namespace headway::boards {
namespace {

Result<std::vector<Request>> requests(const Ask&) {
    return std::vector<Request>{{"https://remoteok.com/api", {}, {}}};
}

/// Text that was encoded twice on its way here.
std::string mended(json::Node node) {
    return mend_mojibake(node.text().value_or(""));
}

Result<FetchedJob> job_of(json::Node entry, const Ask& ask) {
    FetchedJob job;
    job.source = remoteok().name;
    job.external_id = id_of(entry["id"]);
    job.title = line_of(mended(entry["position"]));
    job.company = line_of(mended(entry["company"]));
    job.location = line_of(mended(entry["location"]));
    while (job.location.ends_with(',') || job.location.ends_with(' ')) job.location.pop_back();
    job.remote = true;  // it has no others
    job.url = url_of(entry["url"]);
    job.salary = salary_of(amount_of(entry["salary_min"]), amount_of(entry["salary_max"]), "", "");
    job.posted_on = day_of(entry["date"], ask.now);
    if (!job.posted_on) job.posted_on = day_of(entry["epoch"], ask.now);
    job.tags = lines_of(entry["tags"]);
    job.description = text_of_markup(mended(entry["description"]));
    return job;
}

Result<Batch> read(std::string_view bytes, const Ask& ask, const Request&) {
    const auto tree = parse_answer(bytes);
    if (!tree) return std::unexpected(tree.error());
    const json::Node list = tree->root();
    if (!list.is_list()) return other_shape();
    Batch out;
    // The first element is a legal notice.
    const bool notice = list.item(0)["id"].is_nothing() && !list.item(0)["legal"].is_nothing();
    read_entries(list, out, [&](json::Node entry) { return job_of(entry, ask); }, notice ? 1 : 0);
    return out;
}

}  // namespace

const Source& remoteok() {
    static const Source source = {"remoteok", Source::Needs::nothing, false, false, requests, read};
    return source;
}

}  // namespace headway::boards
