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
    Markdown(const WireReport& report, const Texts& texts, const Wording& in)
        : report_(report), resume_(texts.resume), job_(texts.job), in_(in), w_(in.words()) {}

    std::string write() {
        head();
        const std::vector<Numbered> all = by_gain(report_);
        for (const StatusWords& words : w_.statuses) group(words, with_status(all, words.status));
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
        add("# {}\n\n", in_.fill(w_.heading, markdown_text(title_of(in_, report_))));
        add("{}\n\n", in_.fill(w_.score, no_decimals(report_.score), interval_words(in_, report_)));
        const std::string occupation = occupation_words(in_, report_);
        const bool linked = report_.occupation && report_.occupation->link;
        add("{}: {}.\n\n", w_.occupation_label,
            linked ? markdown_link(occupation, *report_.occupation->link) : markdown_text(occupation));
        add("{}\n", markdown_text(best_step(in_, report_)));
        for (const std::string& w : report_.warnings)
            add("\n> **{}:** {}\n", w_.note, markdown_text(in_.say(w)));
    }

    void group(const StatusWords& words, const std::vector<Numbered>& members) {
        if (members.empty()) return;
        add("\n## {} ({})\n\n{}\n\n", words.heading, members.size(), words.meaning);
        add("| # | {} | {} | {} | {} | {} | {} |\n", w_.requirement, w_.needed, w_.held, w_.points, w_.gain,
            w_.remarks);
        out_ += "|---:|---|---|---|---:|---:|---|\n";
        for (const Numbered& n : members) row(n);
        out_ += "\n";
        for (const Numbered& n : members) evidence(n);
    }

    [[nodiscard]] std::string held_words(const WireRequirement& r) const {
        if (!r.held) return "–";
        const std::string level = in_.level(*r.held);
        return r.support == "transfer" ? "(" + level + ")" : level;
    }

    void row(const Numbered& n) {
        const WireRequirement& r = *n.requirement;
        std::string notes;
        for (const std::string& remark : remarks(in_, r)) notes += (notes.empty() ? "" : "; ") + remark;
        add("| {} | {} | {} | {} | {} | {} | {} |\n", n.number,
            r.link ? markdown_link(r.name, *r.link) : markdown_text(r.name),
            markdown_text(in_.level(r.needed)), markdown_text(held_words(r)), in_.two_decimals(r.points),
            in_.two_decimals(r.gain), markdown_text(notes));
    }

    void evidence(const Numbered& n) {
        const WireRequirement& r = *n.requirement;
        add("- **{}. {}**\n", n.number, markdown_text(r.name));
        for (const Passage& p : first(job_.passages(r.job_evidence))) quote(w_.job, p, {});
        for (const Passage& p : first(resume_.passages(r.resume_evidence))) {
            quote(w_.resume, p, reason_words(in_, r, p.evidence));
        }
        if (r.resume_evidence.empty()) add("  - {}: {}\n", w_.resume, w_.nothing_found);
    }

    static std::vector<Passage> first(std::vector<Passage> passages) {
        if (passages.size() > passages_shown) passages.resize(passages_shown);
        return passages;
    }

    void quote(std::string_view label, const Passage& passage, const std::string& because) {
        const std::uint32_t page = passage.evidence.front()->page;
        add("  - {}{}: ", label, page > 1 ? in_.fill(w_.page, page) : "");
        for (const Piece& piece : shorten(passage, passage_width).pieces) {
            const std::string words = markdown_text(piece.text);
            out_ += piece.quoted ? fmt::format("{}**{}**{}", w_.open_quote, words, w_.close_quote) : words;
        }
        if (!because.empty()) add(" – {}", markdown_text(because));
        out_ += "\n";
    }

    void sum(const std::vector<Numbered>& all) {
        add("\n## {}\n\n{}\n\n", w_.adds_up, in_.fill(w_.formula, score_equation(in_, report_)));
        add("| # | {} | {} | {} | {} | {} |\n|---:|---|---:|---:|---:|---:|\n", w_.requirement, w_.weight,
            w_.coverage, w_.points, w_.gain);
        for (const Numbered& n : all) {
            const WireRequirement& r = *n.requirement;
            add("| {} | {} | {} | {} | {} | {} |\n", n.number, markdown_text(r.name),
                in_.two_decimals(r.weight), in_.two_decimals(r.coverage), in_.two_decimals(r.points),
                in_.two_decimals(r.gain));
        }
        add("| | **{}** | **{}** | | **{}** | |\n\n{}\n", w_.together, in_.two_decimals(report_.weight_sum),
            in_.two_decimals(report_.score), w_.rounding);
    }

    void unclaimed() {
        if (report_.unclaimed.empty()) return;
        add("\n## {}\n\n", w_.unclaimed);
        for (const WireUnclaimed& u : report_.unclaimed) {
            add("- **{}**: {}\n", markdown_text(u.skill.name), stance_words(in_, u.stance));
            quote(w_.resume, resume_.around(u.evidence), {});
        }
    }

    void beyond() {
        if (report_.beyond.empty()) return;
        add("\n## {}\n\n{}", w_.beyond, w_.with_levels);
        std::string_view separator = ": ";
        for (const WireSkill* s : beyond_by_level(report_)) {
            add("{}{} {}", separator, markdown_text(s->name), in_.one_decimal(s->level.value));
            separator = ", ";
        }
        out_ += "\n";
    }

    void foot() {
        add("\n---\n\n{}\n", in_.fill(w_.read_as_of, markdown_text(made_with(in_, report_.provenance)),
                                      markdown_text(in_.month(report_.provenance.today)),
                                      markdown_text(report_.provenance.resume_text_hash),
                                      markdown_text(report_.provenance.job_text_hash)));
        for (const std::string& a : attributions(report_.provenance)) add("\n{}\n", markdown_text(a));
    }

    const WireReport& report_;
    Sentences resume_;
    Sentences job_;
    Wording in_;
    const ReportWords& w_;
    std::string out_;
};

}  // namespace

std::string to_markdown(const WireReport& report, const Texts& texts, std::string_view language) {
    return Markdown(report, texts, Wording(language)).write();
}

}  // namespace headway::report
