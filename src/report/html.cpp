// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "report/content_hash.hpp"
#include "report/html_chart.hpp"
#include "report/html_highlights.hpp"
#include "report/html_requirement.hpp"
#include "report/html_style.hpp"
#include "report/html_tables.hpp"
#include "report/html_text.hpp"
#include "report/phrasing.hpp"
#include "report/render.hpp"

namespace headway::report {
namespace {

/// What the dots, bars and lines of the chart mean.
constexpr std::string_view chart_key =
    R"(<ul class="key"><li><svg aria-hidden="true" viewBox="0 0 26 18"><g class="row matched">)"
    R"(<circle class="held" cx="13" cy="9" r="6"/></g></svg>held</li>)"
    R"(<li><svg aria-hidden="true" viewBox="0 0 26 18"><g class="row weak"><circle class="held near" cx="13" )"
    R"(cy="9" r="6"/></g></svg>held in a near skill</li>)"
    R"(<li><svg aria-hidden="true" viewBox="0 0 26 18"><g class="row missing"><line class="nothing" x1="9" y1="5" )"
    R"(x2="17" y2="13"/><line class="nothing" x1="9" y1="13" x2="17" y2="5"/></g></svg>nothing found</li>)"
    R"(<li><svg aria-hidden="true" viewBox="0 0 26 18"><g class="row"><rect class="needed" x="11" y="0" width="4" )"
    R"(height="18" rx="1.5"/></g></svg>needed</li>)"
    R"(<li><svg aria-hidden="true" viewBox="0 0 26 18"><g class="row matched"><line class="range" x1="1" y1="9" )"
    R"(x2="25" y2="9"/><line class="range wanted" x1="5" y1="15" x2="21" y2="15"/></g></svg>)"
    R"(their ranges</li></ul>)";

/// Writes one report.
class Page {
  public:
    Page(const WireReport& report, const Texts& texts)
        : report_(report),
          texts_(texts),
          sentences_{Sentences(texts.resume), Sentences(texts.job)},
          all_(by_gain(report)) {}

    std::string write() {
        head();
        masthead();
        out_ += "<main id=\"report\" class=\"wrap\">\n";
        score();
        notes();
        if (!all_.empty()) chart();
        for (const StatusWords& words : statuses) group(words, with_status(all_, words.status));
        if (!all_.empty()) arithmetic();
        unclaimed();
        beyond();
        documents();
        out_ += "</main>\n";
        foot();
        return std::move(out_);
    }

  private:
    template <class... Args>
    void add(fmt::format_string<Args...> format, Args&&... args) {
        fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
    }

    void head() {
        add("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
            "'sha256-{}'; "
            "base-uri 'none'; form-action 'none'\"/>\n",
            sha256_base64(html_style));
        add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
            "<meta name=\"referrer\" content=\"no-referrer\"/>\n<meta name=\"color-scheme\" content=\"light "
            "dark\"/>\n"
            "<meta name=\"generator\" content=\"{}\"/>\n<title>Gap report: {}, {} of 100</title>\n",
            html_text(report_.provenance.program + " " + report_.provenance.version),
            html_text(title_of(report_)), no_decimals(report_.score));
        add("<style>{}</style>\n</head>\n<body>\n", html_style);
    }

    void masthead() {
        const std::string occupation = occupation_words(report_);
        const bool linked = report_.occupation && report_.occupation->link;
        add("<a class=\"skip\" href=\"#report\">Skip to the report</a>\n<header class=\"masthead\"><div "
            "class=\"wrap\">"
            "<p class=\"brand\">Headway gap report</p><h1 dir=\"auto\">{}</h1><p class=\"occupation\">{}</p>"
            "</div></header>\n",
            html_text(title_of(report_)),
            linked ? html_link(occupation, *report_.occupation->link) : html_text(occupation));
    }

    void score() {
        add("<section class=\"score\" aria-labelledby=\"score-heading\"><h2 id=\"score-heading\">Score</h2>"
            "<p class=\"figure\"><strong>{}</strong><span>of 100</span></p><div>{}"
            "<p class=\"ends\"><span>0</span><span>{}</span><span>100</span></p></div><p "
            "class=\"best\">{}</p>",
            no_decimals(report_.score), score_chart(report_.score, report_.interval),
            html_text(interval_words(report_)), html_text(best_step(report_)));
        out_ += "<ul class=\"tally\">";
        for (const StatusWords& words : statuses) {
            const std::size_t n = with_status(all_, words.status).size();
            if (n == 0) continue;
            add("<li class=\"{0}\"><a href=\"#{0}\"><b>{1}</b> {0}</a></li>", words.status, n);
        }
        if (!all_.empty()) out_ += "<li><a href=\"#arithmetic\">How it adds up</a></li>";
        out_ += "<li><a href=\"#texts\">Both texts</a></li></ul></section>\n";
    }

    void notes() {
        if (report_.warnings.empty()) return;
        out_ +=
            "<aside class=\"notes\" aria-labelledby=\"notes-heading\"><h2 id=\"notes-heading\">To know</h2>";
        for (const std::string& w : report_.warnings) add("<p>{}</p>", html_text(w));
        out_ += "</aside>\n";
    }

    void chart() {
        add("<section aria-labelledby=\"chart-heading\"><h2 id=\"chart-heading\">Held and needed</h2>"
            "<p class=\"lead\">Every requirement on the scale from 0 to 7, what would add most first.</p>"
            "<figure class=\"card\">{}{}<figcaption>{}</figcaption></figure>"
            "<details><summary>The same as a table</summary>{}</details></section>\n",
            dumbbell_chart(all_, ChartShape::wide), dumbbell_chart(all_, ChartShape::narrow), chart_key,
            levels_table(all_));
    }

    void group(const StatusWords& words, const std::vector<Numbered>& members) {
        if (members.empty()) return;
        add("<section id=\"{0}\" aria-labelledby=\"{0}-heading\"><h2 id=\"{0}-heading\">{1} ({2})</h2>"
            "<p class=\"lead\">{3}</p>\n",
            words.status, words.heading, members.size(), words.meaning);
        for (const Numbered& n : members) out_ += requirement_card(n, sentences_);
        out_ += "</section>\n";
    }

    void arithmetic() {
        add("<section id=\"arithmetic\" aria-labelledby=\"arithmetic-heading\"><h2 "
            "id=\"arithmetic-heading\">How the "
            "score adds up</h2><p class=\"equation\">100 × Σ weight × coverage / Σ weight = {}</p>"
            "<p class=\"lead\">Points are a requirement’s own term of the score; gain is what closing it "
            "alone would "
            "add. Every figure is rounded to two decimals.</p>{}</section>\n",
            score_equation(report_), arithmetic_table(report_, all_));
    }

    void unclaimed() {
        if (report_.unclaimed.empty()) return;
        out_ +=
            "<section id=\"not-counted\" aria-labelledby=\"not-counted-heading\"><h2 "
            "id=\"not-counted-heading\">"
            "Named but not counted</h2><p class=\"lead\">The résumé names these skills without claiming "
            "them.</p>";
        for (const WireUnclaimed& u : report_.unclaimed) {
            add("<div class=\"card uncounted\"><h3>{}</h3><p class=\"lead\">{}</p>{}</div>\n",
                html_text(u.skill.name), stance_words(u.stance),
                passage_quote(sentences_.resume.around(u.evidence), Side::resume, sentences_.resume, {}));
        }
        out_ += "</section>\n";
    }

    void beyond() {
        if (report_.beyond.empty()) return;
        add("<section aria-labelledby=\"beyond-heading\"><h2 id=\"beyond-heading\">Held beyond this job "
            "({})</h2>"
            "<p class=\"lead\">Skills that the résumé shows and this job does not ask for, with their "
            "levels.</p>"
            "<ul class=\"skills\">",
            report_.beyond.size());
        for (const WireSkill* s : beyond_by_level(report_)) {
            add("<li>{} <span>{}</span></li>", html_text(s->name), html_text(level_words(s->level)));
        }
        out_ += "</ul></section>\n";
    }

    void documents() {
        add("<section id=\"texts\" aria-labelledby=\"texts-heading\"><h2 id=\"texts-heading\">Both texts</h2>"
            "<p class=\"lead\">What was read, word for word. Marked words are evidence; the numbers lead "
            "back to the "
            "requirements.</p><div class=\"texts\">"
            "<article class=\"card\" aria-labelledby=\"resume-heading\"><h3 id=\"resume-heading\">The "
            "résumé</h3>"
            "<div class=\"text\" dir=\"auto\">{}</div></article>"
            "<article class=\"card\" aria-labelledby=\"job-heading\"><h3 id=\"job-heading\">The job ad</h3>"
            "<div class=\"text\" dir=\"auto\">{}</div></article></div></section>\n",
            highlighted(texts_.resume, Side::resume, all_, report_.unclaimed),
            highlighted(texts_.job, Side::job, all_, report_.unclaimed));
    }

    void foot() {
        const WireProvenance& p = report_.provenance;
        add("<footer class=\"site\"><div class=\"wrap\"><p>Made with {}; experience counted up to {}. Text "
            "of the "
            "résumé <code>{}</code>, of the job <code>{}</code>.</p>",
            html_text(made_with(p)), html_text(p.today), html_text(p.resume_text_hash),
            html_text(p.job_text_hash));
        for (const std::string& a : attributions(p)) add("<p>{}</p>", html_text(a));
        out_ += "</div></footer>\n</body>\n</html>\n";
    }

    const WireReport& report_;
    const Texts& texts_;
    BothSentences sentences_;
    std::vector<Numbered> all_;
    std::string out_;
};

}  // namespace

std::string to_html(const WireReport& report, const Texts& texts) {
    return Page(report, texts).write();
}

}  // namespace headway::report
