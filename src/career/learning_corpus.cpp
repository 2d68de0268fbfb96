// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/learning_corpus.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <unordered_map>

namespace headway::career {
namespace {

constexpr std::array<std::string_view, 8> columns = {"title", "url",  "publisher", "kind",
                                                     "hours", "from", "to",        "skills"};
constexpr std::array<std::string_view, 5> kinds = {"course", "book", "documentation", "exercise", "video"};

/// Up to the next separator, which is taken off as well.
std::string_view cut(std::string_view& rest, char separator) {
    const std::size_t end = std::min(rest.find(separator), rest.size());
    const std::string_view out = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return out;
}

std::array<std::string_view, 8> cells_of(std::string_view line, std::size_t& count) {
    std::array<std::string_view, 8> out;
    count = static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t')) + 1;
    for (std::string_view& cell : out) cell = cut(line, '\t');
    return out;
}

std::optional<double> number(std::string_view s, double min, double max) {
    double value = 0;
    const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), value);
    if (error != std::errc() || end != s.data() + s.size() || !(value >= min && value <= max))
        return std::nullopt;
    return value;
}

/// Thousands of ids are looked up at each start of the server.
std::unordered_map<std::string_view, SkillId> numbers_by_id(const ontology::Catalog& catalog) {
    std::unordered_map<std::string_view, SkillId> out;
    out.reserve(catalog.skill_count());
    for (SkillId s = 0; s < catalog.skill_count(); ++s) out.emplace(catalog.id(s), s);
    return out;
}

}  // namespace

Result<void> LearningCorpus::add(std::string_view tsv, const std::string& file,
                                 const ontology::Catalog& catalog) {
    std::vector<LearningResource> read;
    const auto numbers = numbers_by_id(catalog);
    std::size_t line_number = 0;
    const auto refuse = [&](std::string_view column, std::string expected) {
        return fail(ErrorCode::invalid, "expected " + std::move(expected),
                    file + ", line " + std::to_string(line_number) + ", column " + std::string(column));
    };
    while (!tsv.empty()) {
        std::string_view line = cut(tsv, '\n');
        ++line_number;
        std::size_t count = 0;
        const auto cells = cells_of(line, count);
        if (line_number == 1) {
            if (count != columns.size() || cells != columns)
                return refuse("title", "the header of a learning corpus");
            continue;
        }
        if (line.empty()) continue;
        if (count != columns.size()) return refuse("title", "eight cells");
        LearningResource r{std::string(cells[0]),
                           std::string(cells[1]),
                           std::string(cells[2]),
                           std::string(cells[3]),
                           0,
                           0,
                           0,
                           {}};
        if (r.title.empty()) return refuse("title", "a title");
        if (!r.url.starts_with("https://") || r.url.find(' ') != std::string::npos)
            return refuse("url", "an https address");
        if (std::find(kinds.begin(), kinds.end(), r.kind) == kinds.end())
            return refuse("kind", "course, book, documentation, exercise or video");
        const auto hours = number(cells[4], 0.5, 200);
        if (!hours) return refuse("hours", "0.5 to 200");
        const auto from = number(cells[5], 0, 7);
        if (!from) return refuse("from", "a level, 0 to 7");
        const auto to = number(cells[6], 0, 7);
        if (!to || *to <= *from) return refuse("to", "a level above the one before it");
        r.hours = *hours;
        r.from = *from;
        r.to = *to;
        for (std::string_view rest = cells[7]; !rest.empty();) {
            const std::string_view id = cut(rest, ' ');
            const auto skill = numbers.find(id);
            if (skill == numbers.end())
                return refuse("skills", "ids of skills, not \"" + std::string(id) + "\"");
            r.skills.push_back(catalog.lexicon().canonical(skill->second));
        }
        if (r.skills.empty()) return refuse("skills", "at least one skill");
        read.push_back(std::move(r));
    }
    for (LearningResource& r : read) {
        const auto row = static_cast<std::uint32_t>(resources_.size());
        for (const SkillId s : r.skills) by_skill_.emplace_back(s, row);
        resources_.push_back(std::move(r));
    }
    std::sort(by_skill_.begin(), by_skill_.end());
    by_skill_.erase(std::unique(by_skill_.begin(), by_skill_.end()), by_skill_.end());
    return {};
}

std::span<const std::pair<SkillId, std::uint32_t>> LearningCorpus::teaching(SkillId canonical) const {
    const auto first =
        std::lower_bound(by_skill_.begin(), by_skill_.end(), std::pair(canonical, std::uint32_t{0}));
    auto last = first;
    while (last != by_skill_.end() && last->first == canonical) ++last;
    return {first, last};
}

std::size_t LearningCorpus::skill_count() const {
    std::size_t n = 0;
    for (std::size_t i = 0; i < by_skill_.size(); ++i)
        n += i == 0 || by_skill_[i].first != by_skill_[i - 1].first;
    return n;
}

}  // namespace headway::career
