// SPDX-License-Identifier: GPL-3.0-or-later
#include "boards/workday.hpp"

#include "boards/answer.hpp"
#include "boards/dates.hpp"
#include "boards/markup.hpp"
#include "json/writer.hpp"

namespace headway::boards {
namespace {

constexpr std::size_t most_queries = 10;
constexpr int page_size = 20;  // it refuses more
constexpr int most_pages = 5;

/// "tenant/wd1/site" or "tenant.wd1/site".
struct Site {
    std::string host;
    std::string path;  ///< "/wday/cxs/tenant/site"
    std::string id;
};

std::optional<Site> site_of(std::string board) {
    const std::size_t slash = board.find('/');
    const std::size_t dot = board.find('.');
    if (dot != std::string::npos && dot < slash) board[dot] = '/';
    const std::size_t one = board.find('/');
    const std::size_t two = one == std::string::npos ? one : board.find('/', one + 1);
    if (two == std::string::npos) return std::nullopt;
    const std::string tenant = board.substr(0, one);
    const std::string shard = board.substr(one + 1, two - one - 1);
    const std::string site = board.substr(two + 1);
    const auto plain = [](const std::string& s) {
        return is_board_name(s) && s.find('.') == std::string::npos;
    };
    const bool sound = plain(tenant) && plain(site) && shard.starts_with("wd") && shard.size() <= 6 &&
                       shard.size() > 2 && shard.find_first_not_of("0123456789", 2) == std::string::npos &&
                       tenant.find('_') == std::string::npos;
    if (!sound) return std::nullopt;
    return Site{tenant + "." + shard + ".myworkdayjobs.com", "/wday/cxs/" + tenant + "/" + site,
                tenant + "/" + site};
}

/// What the list is asked for, as its site writes it.
Request list_request(const Site& site, const std::string& keyword, int offset) {
    json::Writer w(false);
    w.open('{');
    w.key("appliedFacets");
    w.open('{');
    w.close('}');
    w.key("limit");
    w.integer(page_size);
    w.key("offset");
    w.integer(offset);
    w.key("searchText");
    w.string(keyword);
    w.close('}');
    return {"https://" + site.host + site.path + "/jobs", w.take(), {}};
}

Result<std::vector<Request>> requests(const Ask& ask) {
    const auto site = site_of(ask.board);
    if (!site) return bad_board("tenant/wd1/site, of the address tenant.wd1.myworkdayjobs.com/site");
    Search keywords = ask.search;
    keywords.locations.clear();
    std::vector<Request> out;
    for (const Query& q : queries_of(keywords, most_queries))
        out.push_back(list_request(*site, q.keyword, 0));
    return out;
}

/// "/job/Place/Title_R123" and nothing that leads elsewhere.
bool is_job_path(std::string_view path) {
    if (!path.starts_with("/job/") || path.size() > 500 || path.find("..") != std::string_view::npos ||
        path.find("//") != std::string_view::npos)
        return false;
    return std::ranges::all_of(path, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_' || c == '.' || c == '/' || c == ',' || c == '(' || c == ')' || c == '%' || c == '~';
    });
}

Result<Lead> lead_of(json::Node entry, const Site& site, const Ask& ask) {
    Lead out;
    FetchedJob& job = out.job;
    job.source = workday().name;
    job.title = line_of(entry["title"]);
    if (job.title.empty()) return fail(ErrorCode::invalid, "without a title");
    const std::string path = entry["externalPath"].text().value_or("");
    if (!is_job_path(path)) return fail(ErrorCode::invalid, "without the path of its text");
    const std::string number = line_of(entry["bulletFields"].item(0));
    job.external_id = site.id + "/" + (number.empty() ? path : number);
    job.company = site.id.substr(0, site.id.find('/'));
    job.location = line_of(entry["locationsText"]);
    job.remote = says_remote(job.location) || line_of(entry["remoteType"]) == "Remote";
    job.posted_on = day_of(entry["postedOn"], ask.now);
    job.url = url_of("https://" + site.host + "/" + site.id.substr(site.id.find('/') + 1) + path);
    out.request = {"https://" + site.host + site.path + path, {}, {}};
    return out;
}

Result<Batch> read(std::string_view bytes, const Ask& ask, const Request& asked) {
    const auto site = site_of(ask.board);
    const auto tree = parse_answer(bytes);
    if (!tree) return std::unexpected(tree.error());
    const json::Node list = tree->root()["jobPostings"];
    if (!list.is_list() || !site) return other_shape();
    Batch out;
    for (std::size_t i = 0; i < std::min(list.size(), most_entries); ++i) {
        auto lead = lead_of(list.item(i), *site, ask);
        if (lead) {
            out.leads.push_back(std::move(*lead));
        } else {
            out.refused.add(lead.error().what);
        }
    }
    const auto before = parse_answer(asked.body);
    if (!before) return out;
    const std::int64_t offset = before->root()["offset"].whole().value_or(0);
    const auto total = tree->root()["total"].whole().value_or(0);  // later pages say 0
    if (list.size() == page_size && offset < page_size * (most_pages - 1) &&
        (total == 0 || offset + page_size < total))
        out.next = list_request(*site, before->root()["searchText"].text().value_or(""),
                                static_cast<int>(offset) + page_size);
    return out;
}

Result<FetchedJob> read_text(std::string_view bytes, const Lead& lead, const Ask& ask) {
    const auto tree = parse_answer(bytes);
    if (!tree) return std::unexpected(tree.error());
    const json::Node detail = tree->root()["jobPostingInfo"];
    if (!detail.is_object()) return other_shape();
    FetchedJob job = lead.job;
    const std::string employer = line_of(tree->root()["hiringOrganization"]["name"]);
    if (!employer.empty()) job.company = employer;
    if (const std::string title = line_of(detail["title"]); !title.empty()) job.title = title;
    if (const std::string place = line_of(detail["location"]); !place.empty()) job.location = place;
    job.remote = job.remote || says_remote(job.location) || line_of(detail["remoteType"]) == "Remote";
    job.job_type = job_type_of(line_of(detail["timeType"]));
    if (auto url = url_of(detail["externalUrl"])) job.url = std::move(url);
    // "Posted 7 Days Ago" was when the list was made; the day itself stands here.
    if (auto day = day_of(detail["startDate"], ask.now)) job.posted_on = day;
    job.description = text_of_markup(detail["jobDescription"].text().value_or(""));
    return settle(std::move(job));
}

}  // namespace

const Source& workday() {
    static const Source source = {"workday", Source::Needs::board, true, false, requests, read, read_text};
    return source;
}

}  // namespace headway::boards
