// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "report/markdown_text.hpp"
#include "report/phrasing.hpp"
#include "report/quotation.hpp"
#include "report/render.hpp"

namespace headway::report {
namespace {

constexpr int passage_width = 320;  ///< columns; longer sentences are cut around the quoted words
constexpr std::size_t passages_shown = 3;

/// Writes one report.
class Markdown {
  public:
    Markdown(const WireReport& report, const Texts& texts)
        : report_(report), resume_(texts.resume), job_(texts.job) {}

    std::string write() {
        head();
        const std::vector<Numbered> all = by_gain(report_);
        for (const StatusWords& words : statuses) group(words, with_status(all, words.status));
        if (!all.empty()) sum(all);
        unclaimed();
        beyond();
        foot();
        return std::move(out_);
    }

  private:
    template <class... Args>
    void add(fmt::format_string<Args...> format, Args&&... args) {
        fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
    }

    void head() {
        add("# Gap report: {}\n\n", markdown_text(title_of(report_)));
        add("**{} of 100**, {}.\n\n", no_decimals(report_.score), interval_words(report_));
        const std::string occupation = occupation_words(report_);
        const bool linked = report_.occupation && report_.occupation->link;
        add("Occupation: {}.\n\n",
            linked ? markdown_link(occupation, *report_.occupation->link) : markdown_text(occupation));
        add("{}\n", markdown_text(best_step(report_)));
        for (const std::string& w : report_.warnings) add("\n> **Note:** {}\n", markdown_text(w));
    }

    void group(const StatusWords& words, const std::vector<Numbered>& members) {
        if (members.empty()) return;
        add("\n## {} ({})\n\n{}\n\n", words.heading, members.size(), words.meaning);
        out_ += "| # | Requirement | Needed | Held | Points | Gain | Remarks |\n";
        out_ += "|---:|---|---|---|---:|---:|---|\n";
        for (const Numbered& n : members) row(n);
        out_ += "\n";
        for (const Numbered& n : members) evidence(n);
    }

    static std::string held_words(const WireRequirement& r) {
        if (!r.held) return "–";
        const std::string level = level_words(*r.held);
        return r.support == "transfer" ? "(" + level + ")" : level;
    }

    void row(const Numbered& n) {
        const WireRequirement& r = *n.requirement;
        std::string notes;
        for (const std::string& remark : remarks(r)) notes += (notes.empty() ? "" : "; ") + remark;
        add("| {} | {} | {} | {} | {} | {} | {} |\n", n.number,
            r.link ? markdown_link(r.name, *r.link) : markdown_text(r.name),
            markdown_text(level_words(r.needed)), markdown_text(held_words(r)), two_decimals(r.points),
            two_decimals(r.gain), markdown_text(notes));
    }

    void evidence(const Numbered& n) {
        const WireRequirement& r = *n.requirement;
        add("- **{}. {}**\n", n.number, markdown_text(r.name));
        for (const Passage& p : first(job_.passages(r.job_evidence))) quote("Job", p, {});
        for (const Passage& p : first(resume_.passages(r.resume_evidence))) {
            quote("Résumé", p, reason_words(r, p.evidence));
        }
        if (r.resume_evidence.empty()) out_ += "  - Résumé: nothing found\n";
    }

    static std::vector<Passage> first(std::vector<Passage> passages) {
        if (passages.size() > passages_shown) passages.resize(passages_shown);
        return passages;
    }

    void quote(std::string_view label, const Passage& passage, const std::string& because) {
        const std::uint32_t page = passage.evidence.front()->page;
        add("  - {}{}: ", label, page > 1 ? fmt::format(", page {}", page) : "");
        for (const Piece& piece : shorten(passage, passage_width).pieces) {
            const std::string words = markdown_text(piece.text);
            out_ += piece.quoted ? "“**" + words + "**”" : words;
        }
        if (!because.empty()) add(" – {}", markdown_text(because));
        out_ += "\n";
    }

    void sum(const std::vector<Numbered>& all) {
        add("\n## How the score adds up\n\n100 × Σ weight × coverage / Σ weight = {}\n\n",
            score_equation(report_));
        out_ += "| # | Requirement | Weight | Coverage | Points | Gain |\n|---:|---|---:|---:|---:|---:|\n";
        for (const Numbered& n : all) {
            const WireRequirement& r = *n.requirement;
            add("| {} | {} | {} | {} | {} | {} |\n", n.number, markdown_text(r.name), two_decimals(r.weight),
                two_decimals(r.coverage), two_decimals(r.points), two_decimals(r.gain));
        }
        add("| | **Together** | **{}** | | **{}** | |\n", two_decimals(report_.weight_sum),
            two_decimals(report_.score));
        out_ +=
            "\nEvery figure is rounded to two decimals. Levels run from 0 to 7: 0 none, to 2 basic, to 3.5 "
            "working, to 5 proficient, above that advanced.\n";
    }

    void unclaimed() {
        if (report_.unclaimed.empty()) return;
        out_ += "\n## Named but not counted\n\n";
        for (const WireUnclaimed& u : report_.unclaimed) {
            add("- **{}**: {}\n", markdown_text(u.skill.name), stance_words(u.stance));
            quote("Résumé", resume_.around(u.evidence), {});
        }
    }

    void beyond() {
        if (report_.beyond.empty()) return;
        out_ += "\n## Held beyond this job\n\n";
        std::string_view separator = "With their levels: ";
        for (const WireSkill* s : beyond_by_level(report_)) {
            add("{}{} {}", separator, markdown_text(s->name), one_decimal(s->level.value));
            separator = ", ";
        }
        out_ += "\n";
    }

    void foot() {
        add("\n---\n\n{}; read as of {}; résumé text {}, job text {}.\n",
            markdown_text(made_with(report_.provenance)), markdown_text(report_.provenance.today),
            markdown_text(report_.provenance.resume_text_hash),
            markdown_text(report_.provenance.job_text_hash));
        for (const std::string& a : attributions(report_.provenance)) add("\n{}\n", markdown_text(a));
    }

    const WireReport& report_;
    Sentences resume_;
    Sentences job_;
    std::string out_;
};

}  // namespace

std::string to_markdown(const WireReport& report, const Texts& texts) {
    return Markdown(report, texts).write();
}

}  // namespace headway::report
