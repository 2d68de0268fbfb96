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

/// What the dots, bars and lines of the chart mean: held, in a near skill, nothing found, needed, ranges.
constexpr std::string_view chart_key =
    R"(<ul class="key"><li><svg aria-hidden="true" viewBox="0 0 26 18"><g class="row matched">)"
    R"(<circle class="held" cx="13" cy="9" r="6"/></g></svg>{}</li>)"
    R"(<li><svg aria-hidden="true" viewBox="0 0 26 18"><g class="row weak"><circle class="held near" cx="13" )"
    R"(cy="9" r="6"/></g></svg>{}</li>)"
    R"(<li><svg aria-hidden="true" viewBox="0 0 26 18"><g class="row missing"><line class="nothing" x1="9" y1="5" )"
    R"(x2="17" y2="13"/><line class="nothing" x1="9" y1="13" x2="17" y2="5"/></g></svg>{}</li>)"
    R"(<li><svg aria-hidden="true" viewBox="0 0 26 18"><g class="row"><rect class="needed" x="11" y="0" width="4" )"
    R"(height="18" rx="1.5"/></g></svg>{}</li>)"
    R"(<li><svg aria-hidden="true" viewBox="0 0 26 18"><g class="row matched"><line class="range" x1="1" y1="9" )"
    R"(x2="25" y2="9"/><line class="range wanted" x1="5" y1="15" x2="21" y2="15"/></g></svg>)"
    R"({}</li></ul>)";

/// Writes one report.
class Page {
  public:
    Page(const WireReport& report, const Texts& texts, const Wording& in)
        : in_(in),
          w_(in.words()),
          report_(report),
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
        for (const StatusWords& words : w_.statuses) group(words, with_status(all_, words.status));
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
        add("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\"/>\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
            "'sha256-{}'; "
            "base-uri 'none'; form-action 'none'\"/>\n",
            in_.speech().code(), sha256_base64(html_style));
        add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
            "<meta name=\"referrer\" content=\"no-referrer\"/>\n<meta name=\"color-scheme\" content=\"light "
            "dark\"/>\n"
            "<meta name=\"generator\" content=\"{}\"/>\n<title>{}</title>\n",
            html_text(report_.provenance.program + " " + report_.provenance.version),
            in_.fill(w_.page_name, html_text(title_of(in_, report_)), no_decimals(report_.score)));
        add("<style>{}</style>\n</head>\n<body>\n", html_style);
    }

    void masthead() {
        const std::string occupation = occupation_words(in_, report_);
        const bool linked = report_.occupation && report_.occupation->link;
        add("<a class=\"skip\" href=\"#report\">{}</a>\n<header class=\"masthead\"><div "
            "class=\"wrap\">"
            "<p class=\"brand\">{}</p><h1 dir=\"auto\">{}</h1><p class=\"occupation\">{}</p>"
            "</div></header>\n",
            w_.skip, w_.brand, html_text(title_of(in_, report_)),
            linked ? html_link(occupation, *report_.occupation->link) : html_text(occupation));
    }

    void score() {
        add("<section class=\"score\" aria-labelledby=\"score-heading\"><h2 id=\"score-heading\">{}</h2>"
            "<p class=\"figure\"><strong>{}</strong><span>{}</span></p><div>{}"
            "<p class=\"ends\"><span>0</span><span>{}</span><span>100</span></p></div><p "
            "class=\"best\">{}</p>",
            w_.score_heading, no_decimals(report_.score), w_.of_100,
            score_chart(report_.score, report_.interval), html_text(interval_words(in_, report_)),
            html_text(best_step(in_, report_)));
        out_ += "<ul class=\"tally\">";
        for (const StatusWords& words : w_.statuses) {
            const std::size_t n = with_status(all_, words.status).size();
            if (n == 0) continue;
            add("<li class=\"{0}\"><a href=\"#{0}\"><b>{1}</b> {2}</a></li>", words.status, n,
                n == 1 ? words.label : words.many);
        }
        if (!all_.empty()) add("<li><a href=\"#arithmetic\">{}</a></li>", w_.how_it_adds_up);
        add("<li><a href=\"#texts\">{}</a></li></ul></section>\n", w_.both_texts);
    }

    void notes() {
        if (report_.warnings.empty()) return;
        add("<aside class=\"notes\" aria-labelledby=\"notes-heading\"><h2 id=\"notes-heading\">{}</h2>",
            w_.to_know);
        for (const std::string& w : report_.warnings) add("<p>{}</p>", html_text(in_.say(w)));
        out_ += "</aside>\n";
    }

    void chart() {
        add("<section aria-labelledby=\"chart-heading\"><h2 id=\"chart-heading\">{}</h2>"
            "<p class=\"lead\">{}</p>"
            "<figure class=\"card\">{}{}<figcaption>{}</figcaption></figure>"
            "<details><summary>{}</summary>{}</details></section>\n",
            w_.held_and_needed, w_.chart_lead, dumbbell_chart(in_, all_, ChartShape::wide),
            dumbbell_chart(in_, all_, ChartShape::narrow),
            fmt::format(chart_key, w_.key_held, w_.key_near, w_.nothing_found, w_.key_needed, w_.key_ranges),
            w_.as_table, levels_table(in_, all_));
    }

    void group(const StatusWords& words, const std::vector<Numbered>& members) {
        if (members.empty()) return;
        add("<section id=\"{0}\" aria-labelledby=\"{0}-heading\"><h2 id=\"{0}-heading\">{1} ({2})</h2>"
            "<p class=\"lead\">{3}</p>\n",
            words.status, words.heading, members.size(), words.meaning);
        for (const Numbered& n : members) out_ += requirement_card(in_, n, sentences_);
        out_ += "</section>\n";
    }

    void arithmetic() {
        add("<section id=\"arithmetic\" aria-labelledby=\"arithmetic-heading\"><h2 "
            "id=\"arithmetic-heading\">{}</h2><p class=\"equation\">{}</p>"
            "<p class=\"lead\">{}</p>{}</section>\n",
            w_.adds_up, in_.fill(w_.formula, score_equation(in_, report_)), w_.sum_lead,
            arithmetic_table(in_, report_, all_));
    }

    void unclaimed() {
        if (report_.unclaimed.empty()) return;
        add("<section id=\"not-counted\" aria-labelledby=\"not-counted-heading\"><h2 "
            "id=\"not-counted-heading\">{}</h2><p class=\"lead\">{}</p>",
            w_.unclaimed, w_.unclaimed_lead);
        for (const WireUnclaimed& u : report_.unclaimed) {
            add("<div class=\"card uncounted\"><h3>{}</h3><p class=\"lead\">{}</p>{}</div>\n",
                html_text(u.skill.name), stance_words(in_, u.stance),
                passage_quote(in_, sentences_.resume.around(u.evidence), Side::resume, sentences_.resume,
                              {}));
        }
        out_ += "</section>\n";
    }

    void beyond() {
        if (report_.beyond.empty()) return;
        add("<section aria-labelledby=\"beyond-heading\"><h2 id=\"beyond-heading\">{} ({})</h2>"
            "<p class=\"lead\">{}</p><ul class=\"skills\">",
            w_.beyond, report_.beyond.size(), w_.beyond_lead);
        for (const WireSkill* s : beyond_by_level(report_)) {
            add("<li>{} <span>{}</span></li>", html_text(s->name), html_text(in_.level(s->level)));
        }
        out_ += "</ul></section>\n";
    }

    void documents() {
        add("<section id=\"texts\" aria-labelledby=\"texts-heading\"><h2 id=\"texts-heading\">{}</h2>"
            "<p class=\"lead\">{}</p><div class=\"texts\">"
            "<article class=\"card\" aria-labelledby=\"resume-heading\"><h3 id=\"resume-heading\">{}</h3>"
            "<div class=\"text\" dir=\"auto\">{}</div></article>"
            "<article class=\"card\" aria-labelledby=\"job-heading\"><h3 id=\"job-heading\">{}</h3>"
            "<div class=\"text\" dir=\"auto\">{}</div></article></div></section>\n",
            w_.both_texts, w_.texts_lead, w_.the_resume,
            highlighted(in_, texts_.resume, Side::resume, all_, report_.unclaimed), w_.the_job_ad,
            highlighted(in_, texts_.job, Side::job, all_, report_.unclaimed));
    }

    void foot() {
        const WireProvenance& p = report_.provenance;
        add("<footer class=\"site\"><div class=\"wrap\"><p>{}</p>",
            in_.fill(w_.made_with, html_text(made_with(in_, p)), html_text(in_.month(p.today)),
                     html_text(p.resume_text_hash), html_text(p.job_text_hash)));
        const std::string_view english = in_.speech().is_english() ? "" : " lang=\"en\"";
        for (const std::string& a : attributions(p)) add("<p{}>{}</p>", english, html_text(a));
        out_ += "</div></footer>\n</body>\n</html>\n";
    }

    Wording in_;
    const ReportWords& w_;
    const WireReport& report_;
    const Texts& texts_;
    BothSentences sentences_;
    std::vector<Numbered> all_;
    std::string out_;
};

}  // namespace

std::string to_html(const WireReport& report, const Texts& texts, std::string_view language) {
    return Page(report, texts, Wording(language)).write();
}

}  // namespace headway::report
