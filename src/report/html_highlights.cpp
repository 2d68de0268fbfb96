// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html_highlights.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

#include "report/html_text.hpp"

namespace headway::report {
namespace {

/// A stretch of the text and what it proves; number 0 stands for "not counted".
struct Mark {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::size_t number = 0;
    std::string_view name;
    auto operator<=>(const Mark&) const = default;
};

std::string reference(const Wording& in, const Mark& m) {
    if (m.number == 0) {
        return fmt::format(R"(<a href="#not-counted" aria-label="{}">{}</a>)",
                           in.fill(in->not_counted_skill, html_text(m.name)), in->not_counted);
    }
    return fmt::format(R"(<a href="#requirement-{0}" aria-label="{1}">{0}</a>)", m.number,
                       in.fill(in->numbered_requirement, m.number, html_text(m.name)));
}

std::vector<Mark> marks_of(const Sentences& sentences, Side side, const std::vector<Numbered>& all,
                           const std::vector<WireUnclaimed>& unclaimed) {
    std::vector<Mark> out;
    for (const Numbered& n : all) {
        const WireRequirement& r = *n.requirement;
        for (const WireEvidence& e : side == Side::job ? r.job_evidence : r.resume_evidence) {
            if (sentences.holds(e)) out.push_back({e.start, e.end, n.number, r.name});
        }
    }
    if (side == Side::resume) {
        for (const WireUnclaimed& u : unclaimed) {
            if (sentences.holds(u.evidence))
                out.push_back({u.evidence.start, u.evidence.end, 0, u.skill.name});
        }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// The places where a mark begins or ends, each once, in order.
std::vector<std::uint32_t> edges_of(const std::vector<Mark>& marks) {
    std::vector<std::uint32_t> out;
    for (const Mark& m : marks) {
        out.push_back(m.begin);
        out.push_back(m.end);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::string references_at(const Wording& in, const std::vector<Mark>& ending) {
    std::string out;
    std::size_t last = 0;
    for (const Mark& m : ending) {
        if (!out.empty() && m.number == last) continue;
        out += (out.empty() ? "<sup>" : " ") + reference(in, m);
        last = m.number;
    }
    return out.empty() ? out : out + "</sup>";
}

}  // namespace

std::string anchor_of(Side side, const WireEvidence& evidence) {
    return fmt::format("{}-at-{}", side == Side::job ? "job" : "resume", evidence.start);
}

std::string highlighted(const Wording& in, std::string_view text, Side side, const std::vector<Numbered>& all,
                        const std::vector<WireUnclaimed>& unclaimed) {
    const std::vector<Mark> marks = marks_of(Sentences(text), side, all, unclaimed);
    const std::vector<std::uint32_t> edges = edges_of(marks);
    std::string out;
    std::size_t next = 0;  // first mark that has not begun
    std::vector<Mark> open;
    std::uint32_t at = 0;
    for (std::uint32_t edge : edges) {
        const std::string piece = html_lines(text.substr(at, edge - at));
        out += piece;
        if (!open.empty()) out += "</mark>";
        std::vector<Mark> ending;
        std::erase_if(open, [&](const Mark& m) {
            if (m.end == edge) ending.push_back(m);
            return m.end == edge;
        });
        std::sort(ending.begin(), ending.end(),
                  [](const Mark& a, const Mark& b) { return a.number < b.number; });
        out += references_at(in, ending);
        const bool begins = next < marks.size() && marks[next].begin == edge;
        while (next < marks.size() && marks[next].begin == edge) open.push_back(marks[next++]);
        if (!open.empty()) {
            const bool counted =
                std::any_of(open.begin(), open.end(), [](const Mark& m) { return m.number != 0; });
            out += counted ? "<mark" : R"(<mark class="uncounted")";
            if (begins) out += fmt::format(R"( id="{}-at-{}")", side == Side::job ? "job" : "resume", edge);
            out += ">";
        }
        at = edge;
    }
    return out + html_lines(text.substr(at));
}

}  // namespace headway::report
