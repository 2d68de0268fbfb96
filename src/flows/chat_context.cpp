// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/chat_context.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "flows/reading.hpp"
#include "json/json.hpp"
#include "report/phrasing.hpp"
#include "report/quotation.hpp"
#include "store/jobs.hpp"
#include "store/learning_items.hpp"
#include "store/resumes.hpp"
#include "store/tasks.hpp"
#include "store/users.hpp"
#include "text/sentences.hpp"

namespace headway::flows {
namespace {

constexpr std::size_t most_sentences = 150;
constexpr std::size_t most_requirements = 60;
constexpr std::size_t most_tasks = 40;
constexpr std::size_t most_counted_tasks = 1000;
constexpr std::size_t most_items = 15;
constexpr std::size_t longest_line = 400;  ///< Bytes.

/// Text of a document as one line of the context: cut between characters, addresses of mail masked.
std::string line_of(std::string_view text) {
    std::string out;
    const std::string line = report::one_line(text);
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        const std::string_view word = std::string_view(line).substr(at, end - at);
        if (!out.empty()) out += ' ';
        out +=
            word.find('@') != std::string_view::npos && word.size() > 2 ? std::string_view("[e-mail]") : word;
        at = end + 1;
    }
    if (out.size() <= longest_line) return out;
    std::size_t end = longest_line;
    while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U) --end;
    return out.substr(0, end) + "…";
}

class Gatherer {
  public:
    explicit Gatherer(ChatContext& out) : out_(out) {}

    void begin(std::string kind, std::optional<std::string> id, std::string title) {
        out_.parts.push_back({std::move(kind), std::move(id), line_of(title)});
    }
    /// Beyond `most` it is left out, and counted as that.
    void add(char letter, const char* kind, std::string_view text, std::size_t most) {
        ContextPart& part = out_.parts.back();
        if (part.lines >= most) {
            ++part.left_out;
            return;
        }
        ++part.lines;
        std::size_t& number = letter == 'L' ? items_ : part.lines;
        if (letter == 'L') ++items_;
        out_.sources.push_back({fmt::format("{}{}", letter, number), kind, line_of(text)});
    }
    void add_sentences(char letter, const char* kind, std::string_view text) {
        for (const text::Sentence& s : text::split_sentences(text, text::split_lines(text)))
            add(letter, kind, text.substr(s.begin, s.end - s.begin), most_sentences);
    }

  private:
    ChatContext& out_;
    std::size_t items_ = 0;
};

/// What a source takes up where it is given.
std::size_t bytes_of(const Source& s) {
    return s.id.size() + s.text.size() + 3;
}

/// How many bytes each part may have so that all are `most` at most: short ones all they need, the rest the
/// same share each.
std::size_t share_of(std::vector<std::size_t> sizes, std::size_t most) {
    std::ranges::sort(sizes);
    std::size_t left = most;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const std::size_t share = left / (sizes.size() - i);
        if (sizes[i] > share) return share;
        left -= sizes[i];
    }
    return most;
}

std::string words_of(const report::WireRequirement& r) {
    const report::Wording english("en");
    std::string out = fmt::format("{}: {}; {}; needs {}; {}", r.name, r.status,
                                  r.need == "must" ? "must" : "nice to have", english.level(r.needed),
                                  r.held ? "résumé shows " + english.level(*r.held) : "résumé shows nothing");
    if (const std::string support = report::support_words(english, r); !support.empty())
        out += " (" + support + ")";
    out += fmt::format("; gives {} points, closing it adds {}", report::one_decimal(r.points),
                       report::one_decimal(r.gain));
    if (!r.job_evidence.empty()) out += "; the job says “" + r.job_evidence.front().text + "”";
    if (!r.resume_evidence.empty()) out += "; the résumé says “" + r.resume_evidence.front().text + "”";
    return out;
}

Result<void> add_report(Gatherer& g, sql::Connection& c, const std::string& owner,
                        const store::GapReport& r) {
    const auto text = store::find_gap_content(c, owner, r.id);
    if (!text) return std::unexpected(text.error());
    const auto content = json::from_json<report::WireReport>(text->value_or(""));
    if (!content)
        return fail(ErrorCode::internal, "a stored report cannot be read: " + content.error().message(),
                    r.id);
    g.begin(
        "report", r.id,
        fmt::format("{} of 100, {} against {}", report::no_decimals(r.score), r.resume_name, r.job_title));
    g.add('R', "requirement",
          fmt::format("The score: {}; {}", report::no_decimals(r.score),
                      report::interval_words(report::Wording("en"), *content)),
          most_requirements);
    for (const report::Numbered& n : report::by_gain(*content))
        g.add('R', "requirement", words_of(*n.requirement), most_requirements);
    return {};
}

Result<void> add_resume(Gatherer& g, sql::Connection& c, const std::string& owner, const std::string& id) {
    const auto resume = store::find_resume(c, owner, id);
    if (!resume) return std::unexpected(resume.error());
    const auto text = store::find_resume_text(c, owner, id);
    if (!text) return std::unexpected(text.error());
    if (!*resume || !*text) return {};
    g.begin("resume", id, (*resume)->name);
    g.add_sentences('S', "resume_sentence", (*text)->content);
    return {};
}

Result<void> add_job(Gatherer& g, sql::Connection& c, const std::string& owner, const std::string& id) {
    const auto job = store::find_job(c, owner, id);
    if (!job) return std::unexpected(job.error());
    if (!*job) return {};
    g.begin("job", id, (*job)->company.empty() ? (*job)->title : (*job)->title + " · " + (*job)->company);
    g.add_sentences('J', "job_sentence", job_text(**job));
    return {};
}

/// What a model proposed is told as such, and without its address until that has answered.
std::string words_of(const store::LearningItem& i) {
    const std::string figures = fmt::format("{} hours; {} points in {}", report::one_decimal(i.hours),
                                            report::one_decimal(i.gain), i.skill_name);
    if (i.source == "corpus") return fmt::format("To learn from: {}; {}; {}", i.title, i.url, figures);
    if (!store::has_verified_address(i))
        return fmt::format(
            "Proposed by a language model, unverified, its address is not known to exist: {}; by estimate {}",
            i.title, figures);
    return fmt::format(
        "Proposed by a language model, its address answers, its contents were checked by nobody: {}; {}; by "
        "estimate {}",
        i.title, i.url, figures);
}

Result<void> add_plan(Gatherer& g, sql::Connection& c, const std::string& owner,
                      const std::optional<store::GapReport>& report) {
    const auto tasks = store::list_tasks(c, owner, {}, store::TaskOrder::start, {}, most_counted_tasks);
    if (!tasks) return std::unexpected(tasks.error());
    g.begin("plan", {}, "Plan");
    for (const store::Task& t : *tasks) {
        std::string words = fmt::format("Task: {}; {}", t.title, t.done_at ? "done" : "open");
        if (t.start_on) words += "; from " + to_string(*t.start_on);
        if (t.end_on) words += "; until " + to_string(*t.end_on);
        if (t.minutes) words += fmt::format("; {} minutes", *t.minutes);
        g.add('T', "task", words, most_tasks);
    }
    if (!report) return {};
    const auto items = store::list_learning_items(c, owner, report->id, most_items);
    if (!items) return std::unexpected(items.error());
    for (const store::LearningItem& i : *items)
        g.add('L', "learning_item", words_of(i), most_tasks + most_items);
    return {};
}

Result<void> add_profile(Gatherer& g, sql::Connection& c, const std::string& owner) {
    const auto user = store::find_user(c, owner);
    if (!user) return std::unexpected(user.error());
    if (!*user) return {};
    g.begin("profile", {}, "Profile");
    if ((*user)->headline) g.add('P', "profile", "Headline: " + *(*user)->headline, 3);
    if ((*user)->location) g.add('P', "profile", "Lives in: " + *(*user)->location, 3);
    g.add('P', "profile", fmt::format("Has {} hours a week to learn", (*user)->weekly_hours), 3);
    return {};
}

}  // namespace

const Source* ChatContext::find(std::string_view id) const {
    const auto found = std::ranges::find(sources, id, [](const Source& s) { return std::string_view(s.id); });
    return found == sources.end() ? nullptr : &*found;
}

void leave_out_ends(ChatContext& context) {
    std::vector<std::size_t> sizes;
    std::size_t at = 0;
    for (const ContextPart& part : context.parts) {
        std::size_t size = 0;
        for (std::size_t end = at + part.lines; at < end; ++at) size += bytes_of(context.sources[at]);
        sizes.push_back(size);
    }
    const std::size_t share = share_of(sizes, most_context_bytes);
    std::vector<Source> kept;
    at = 0;
    for (ContextPart& part : context.parts) {
        const std::size_t end = at + part.lines;
        std::size_t bytes = 0;
        std::size_t lines = 0;
        for (; at < end; ++at) {
            bytes += bytes_of(context.sources[at]);
            if (bytes > share) break;
            kept.push_back(std::move(context.sources[at]));
            ++lines;
        }
        at = end;
        part.left_out += part.lines - lines;
        part.lines = lines;
    }
    context.sources = std::move(kept);
}

Result<ChatContext> gather_context(sql::Connection& c, const std::string& owner, const store::Chat& chat,
                                   const std::optional<store::GapReport>& report) {
    ChatContext out;
    Gatherer g(out);
    out.job_id = chat.job_id;
    if (!out.job_id && report) out.job_id = report->job_id;
    out.resume_id = chat.resume_id;
    if (!out.resume_id && report) out.resume_id = report->resume_id;
    if (!out.resume_id) {
        const auto standing = store::find_default_resume(c, owner);
        if (!standing) return std::unexpected(standing.error());
        if (*standing && (*standing)->state == "ready") out.resume_id = (*standing)->id;
    }
    for (const std::string& kind : store::context_kinds(chat)) {
        Result<void> added;
        if (kind == "report" && report) added = add_report(g, c, owner, *report);
        if (kind == "resume" && out.resume_id) added = add_resume(g, c, owner, *out.resume_id);
        if (kind == "job" && out.job_id) added = add_job(g, c, owner, *out.job_id);
        if (kind == "plan") added = add_plan(g, c, owner, report);
        if (kind == "profile") added = add_profile(g, c, owner);
        if (!added) return pass_on(added);
    }
    leave_out_ends(out);
    return out;
}

}  // namespace headway::flows
