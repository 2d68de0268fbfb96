// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/answer_words.hpp"

namespace headway::report {
namespace {

constexpr AnswerWords english = {
    .none_set_up = "No language model is set up here",
    .not_asked = "No language model was asked",
    .silent = "The language model does not answer",
    .what_can_be_asked =
        "{0}, so I answer from your report and nothing else. You can ask:\n\n"
        "- *What should I learn first?*\n"
        "- *Why is a requirement missing, weak or matched?* Name the requirement as the "
        "report does.\n"
        "- *How far am I from the job?*\n"
        "- *What speaks for me?*\n",
    .no_report =
        "There is no report to answer from yet. Upload a résumé and save a job, and I can say what "
        "is missing and why.",
    .matched = "matched",
    .weak = "weak",
    .missing = "missing",
    .requirement = "**{0}** is **{1}**. The job asks for {2}",
    .held = "; your résumé shows {0}",
    .not_held = "; your résumé shows nothing of it.",
    .noise = " The two differ by less than half a level, which is noise.",
    .gives = "It gives {0} of the {1} points that it could: weight {2} × coverage {3}.",
    .closing = " Closing it alone adds {0} points.",
    .the_job = "The job",
    .your_resume = "Your résumé",
    .say_so = "If you do have it, say so in the report: a correction counts at once.",
    .no_gap = "Nothing that the job asks for is open: there is no gap to close.",
    .by_gain = "By what closing it alone adds to your score of {0}:",
    .open_item = "{0}. **{1}**: {2} points, {3} now, {4} needed",
    .nothing_shown = "nothing shown",
    .plan_proposes = "The plan proposes what to learn it from.",
    .best_hour = "The most for an hour of work gives {0}: {1} hours for {2} points in {3}.",
    .how_far =
        "Your résumé “{0}” scores **{1}** of 100 against **{2}** ({3}). Of {7} {4} are "
        "matched, {5} weak, {6} missing.\n\n{8}\n\nThe arithmetic: {9}.",
    .speaks = "What the job asks for and your résumé shows, by points:",
    .speaks_item = "- **{0}**, {1} points",
    .nothing_speaks = "Nothing that the job asks for is fully matched yet.",
    .only_proposals = "I propose:",
    .model_failed = "*The language model could not answer: {0}.* From your report alone:",
};

constexpr AnswerWords german = {
    .none_set_up = "Hier ist kein Sprachmodell eingerichtet",
    .not_asked = "Es wurde kein Sprachmodell gefragt",
    .silent = "Das Sprachmodell antwortet nicht",
    .what_can_be_asked =
        "{0}, deshalb antworte ich nur aus deinem Abgleich. Du kannst fragen:\n\n"
        "- *Was soll ich zuerst lernen?*\n"
        "- *Warum fehlt eine Anforderung, ist sie schwach oder erfüllt?* Nenne sie so, wie "
        "sie im Abgleich heißt.\n"
        "- *Wie weit bin ich von der Stelle entfernt?*\n"
        "- *Was spricht für mich?*\n",
    .no_report =
        "Es gibt noch keinen Abgleich, aus dem ich antworten kann. Lade einen Lebenslauf hoch und "
        "merke eine Stelle, dann kann ich sagen, was fehlt und warum.",
    .matched = "erfüllt",
    .weak = "schwach",
    .missing = "nicht belegt",
    .requirement = "**{0}** ist **{1}**. Die Stelle verlangt {2}",
    .held = "; dein Lebenslauf zeigt {0}",
    .not_held = "; dein Lebenslauf zeigt davon nichts.",
    .noise = " Beide liegen weniger als eine halbe Stufe auseinander; das ist Rauschen.",
    .gives = "Das bringt {0} von {1} möglichen Punkten: Gewicht {2} × Abdeckung {3}.",
    .closing = " Allein diese Lücke zu schließen bringt {0} Punkte.",
    .the_job = "Die Stelle",
    .your_resume = "Dein Lebenslauf",
    .say_so = "Wenn du das doch kannst, sag es im Abgleich: Eine Korrektur zählt sofort.",
    .no_gap = "Von dem, was die Stelle verlangt, ist nichts offen: Es gibt keine Lücke zu schließen.",
    .by_gain = "Nach dem, was jede Lücke allein zu deinen {0} Punkten dazubringt:",
    .open_item = "{0}. **{1}**: {2} Punkte; jetzt {3}, verlangt {4}",
    .nothing_shown = "nichts belegt",
    .plan_proposes = "Der Plan schlägt vor, woraus du es lernen kannst.",
    .best_hour = "Am meisten je Stunde bringt {0}: {1} Stunden für {2} Punkte bei {3}.",
    .how_far =
        "Dein Lebenslauf „{0}“ hat **{1}** von 100 Punkten für **{2}** ({3}). Von {7} sind "
        "{4} erfüllt, {5} schwach und {6} nicht belegt.\n\n{8}\n\nDie Rechnung: {9}.",
    .speaks = "Was die Stelle verlangt und dein Lebenslauf zeigt, nach Punkten:",
    .speaks_item = "- **{0}**, {1} Punkte",
    .nothing_speaks = "Noch ist nichts von dem, was die Stelle verlangt, ganz erfüllt.",
    .only_proposals = "Ich schlage vor:",
    .model_failed = "*Das Sprachmodell konnte nicht antworten: {0}.* Allein aus deinem Abgleich:",
};

}  // namespace

const AnswerWords& answer_words(std::string_view language) {
    return language == "de" ? german : english;
}

}  // namespace headway::report
