// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/reading.hpp"

#include <charconv>
#include <map>

#include "text/tokens.hpp"

namespace headway::flows {
namespace {

/// Different ones of a job. More than fit into an ad that was written to be read, whose length has a bound
/// too.
constexpr std::size_t most_words = 20'000;
constexpr std::size_t longest_word = 64;

career::Month month_of(Date day) {
    const std::string text = to_string(day);
    return career::make_month(std::stoi(text.substr(0, 4)), std::stoi(text.substr(5, 2)));
}

}  // namespace

ReadResume read_resume(const Knowledge& knowledge, std::string_view text, std::string_view pages,
                       std::span<const store::Correction> corrections, Date today) {
    ReadResume out;
    out.text = std::make_unique<const std::string>(text);
    out.corrected = to_engine(corrections, knowledge.catalog);
    out.resume = knowledge.engine.read_resume(*out.text, pages_from_text(pages), month_of(today),
                                              out.corrected.aliases);
    career::correct(out.resume, out.corrected.skills, knowledge.catalog);
    return out;
}

std::string job_text(const store::Job& job) {
    if (job.title.empty() || job.description.starts_with(job.title)) return job.description;
    return job.title + "\n\n" + job.description;
}

ReadJob read_job(const Knowledge& knowledge, const store::Job& job,
                 std::span<const store::Correction> corrections) {
    ReadJob out;
    out.text = std::make_unique<const std::string>(job_text(job));
    out.corrected = to_engine(corrections, knowledge.catalog);
    out.job = knowledge.engine.read_job(*out.text, {0}, out.corrected.aliases);
    if (!job.title.empty()) out.job.title = job.title;
    career::correct(out.job, out.corrected.skills, knowledge.catalog);
    return out;
}

std::string pages_to_text(const career::PageStarts& pages) {
    std::string out;
    for (const std::uint32_t begin : pages) out += (out.empty() ? "" : " ") + std::to_string(begin);
    return out.empty() ? "0" : out;
}

career::PageStarts pages_from_text(std::string_view text) {
    career::PageStarts out;
    while (!text.empty()) {
        std::uint32_t begin = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), begin);
        if (error != std::errc()) break;
        out.push_back(begin);
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        while (text.starts_with(' ')) text.remove_prefix(1);
    }
    if (out.empty()) out.push_back(0);
    return out;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (end > 0) out.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::vector<store::JobWord> words_of(const store::Job& job) {
    std::map<std::string, int> places;
    const auto add = [&](std::string_view text, int place) {
        for (const text::Token& t : text::tokenize(text)) {
            if (places.size() >= most_words || t.end - t.begin > longest_word) continue;
            places.emplace(text::normal_form(text.substr(t.begin, t.end - t.begin)), place);
        }
    };
    add(job.title, 0);
    add(job.company, 1);
    add(job.location, 1);
    add(job.description, 2);
    std::vector<store::JobWord> out;
    for (const auto& [word, place] : places) out.push_back({word, place});
    return out;
}

}  // namespace headway::flows
