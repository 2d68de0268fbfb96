// SPDX-License-Identifier: GPL-3.0-or-later
// What the server says of texts that it read: levels, evidence, what reading left out, and what all that is worth.
import type { Sentences } from './translator';

export const sentences: Sentences = [
  // Why a level is what it is
  ['Stated in the résumé: one has it or not.', 'Im Lebenslauf genannt: Man hat es oder hat es nicht.'],
  ['One has it or not.', 'Man hat es oder hat es nicht.'],
  ['The résumé says “{text}”.', 'Der Lebenslauf sagt „{text}“.'],
  ['The résumé states {one}| year|.', 'Der Lebenslauf nennt ein Jahr.'],
  ['The résumé states {years}| years|.', 'Der Lebenslauf nennt {years} Jahre.'],
  ['About {one}| year| in dated roles that show it.', 'Rund ein Jahr in datierten Stationen, die es zeigen.'],
  ['About {years}| years| in dated roles that show it.', 'Rund {years} Jahre in datierten Stationen, die es zeigen.'],
  ['Used at work or in a project; no time is given.', 'Bei der Arbeit oder in einem Projekt verwendet; wie lange, steht nicht da.'],
  ['Listed, without time or context.', 'Aufgezählt, ohne Dauer und Zusammenhang.'],
  ['Depth of involvement: “{text}”.', 'Wie tief beteiligt: „{text}“.'],
  ['Shown in {count} roles.', 'In {count} Stationen gezeigt.'],
  ['Last shown {years}| years| ago.', 'Zuletzt vor {years} Jahren gezeigt.'],
  ['The ad says “{text}”.', 'Die Anzeige sagt „{text}“.'],
  ['The ad names no level; asked for without one.', 'Die Anzeige nennt keine Stufe; es wird ohne eine verlangt.'],
  ['The title asks for a senior.', 'Der Titel verlangt jemanden mit viel Erfahrung.'],
  ['The title asks for a beginner.', 'Der Titel richtet sich an jemanden am Anfang.'],
  ['O*NET rates its level for {occupation}; the ad names none.', 'O*NET bewertet die Stufe für {occupation}; die Anzeige nennt keine.'],
  ['Usual for {occupation}, a role in the résumé.', 'Üblich für {occupation}, eine Station im Lebenslauf.'],
  ['A language model places it there, within what the text allows.', 'Ein Sprachmodell ordnet es dort ein, im Rahmen dessen, was der Text erlaubt.'],
  ['You finished “{title}|” on {day}.', 'Du hast „{title}“ am {day} abgeschlossen.'],
  ['You added this on {day}.', 'Du hast das am {day} hinzugefügt.'],
  ['You removed this on {day}.', 'Du hast das am {day} herausgenommen.'],
  ['You set this on {day}.', 'Du hast das am {day} so gesetzt.'],

  // Why words count as evidence
  ['“{text}|” goes with {skill}.', '„{text}“ geht mit {skill} einher.'],
  ['It belongs to the work of {occupation}.', 'Das gehört zur Arbeit im Beruf {occupation}.'],
  ['The résumé is written in it.', 'Der Lebenslauf ist darin geschrieben.'],
  ['The résumé is written in English.', 'Der Lebenslauf ist auf Englisch geschrieben.'],
  ['{skill}| is software.', '{skill} ist Software.'],
  ['In meaning this is close to “{name}”.', 'Dem Sinn nach ist das nahe an „{name}“.'],
  ['In meaning this is “{name}”.', 'Dem Sinn nach ist das „{name}“.'],
  ['A language model reads this in the words.', 'Ein Sprachmodell liest das aus den Worten.'],

  // Why words may mean a skill
  ['The number stands for the letters left out of {name}.', 'Die Zahl steht für die Buchstaben, die von {name} weggelassen sind.'],
  ['The letters begin the words of {name}.', 'Mit diesen Buchstaben beginnen die Wörter von {name}.'],
  ['It is written almost like {name}.', 'Es schreibt sich fast wie {name}.'],

  // What to know of a report
  ['Résumé', 'Lebenslauf'],
  ["No occupation fits the title well enough; O*NET's importance and levels were not used.", 'Kein Beruf passt gut genug zum Titel; Wichtigkeit und Stufen von O*NET wurden nicht verwendet.'],
  ['The title fits several related occupations alike; importance and levels are those of {occupation}.', 'Der Titel passt gleich gut zu mehreren verwandten Berufen; Wichtigkeit und Stufen sind die von {occupation}.'],
  ['O*NET rates no skills and knowledge of {occupation}|; its importance and levels could not be used.', 'O*NET bewertet für {occupation} weder Fähigkeiten noch Wissen; Wichtigkeit und Stufen konnten nicht verwendet werden.'],
  [
    'The ad names more requirements than are read; the score covers the first ones only: 600, of which 200 name no known skill.',
    'Die Anzeige nennt mehr Anforderungen, als gelesen werden; gezählt werden nur die ersten: 600, davon 200, die keine bekannte Fähigkeit nennen.',
  ],
  ['The ad names no requirement that could be read, so there is nothing to score.', 'Die Anzeige nennt keine Anforderung, die gelesen werden konnte; es gibt nichts zu werten.'],
  [
    'One claim is| of the language model {model}: the quoted words stand in the texts, and count with less certainty.',
    'Eine Angabe stammt vom Sprachmodell {model}: Die zitierten Worte stehen in den Texten und zählen mit weniger Sicherheit.',
  ],
  [
    '{count} claims are| of the language model {model}: the quoted words stand in the texts, and count with less certainty.',
    '{count} Angaben stammen vom Sprachmodell {model}: Die zitierten Worte stehen in den Texten und zählen mit weniger Sicherheit.',
  ],
  [
    'Of the |résumé|, {size} KiB long, the language model read the first {most} KiB; the rest was read by rules alone.',
    'Vom Lebenslauf, {size} KiB lang, hat das Sprachmodell die ersten {most} KiB gelesen; den Rest haben nur die Regeln gelesen.',
  ],
  [
    'Of the |job|, {size} KiB long, the language model read the first {most} KiB; the rest was read by rules alone.',
    'Von der Stelle, {size} KiB lang, hat das Sprachmodell die ersten {most} KiB gelesen; den Rest haben nur die Regeln gelesen.',
  ],
  ['The language model did not read along ({why}|): this rests on the rules alone.', 'Das Sprachmodell hat nicht mitgelesen ({why}): Das hier beruht allein auf den Regeln.'],
  ['No report has been made yet.', 'Es wurde noch kein Abgleich erstellt.'],
  ['There is no résumé yet. Upload one to see the gap.', 'Es gibt noch keinen Lebenslauf. Lade einen hoch, um die Lücke zu sehen.'],

  // What has changed since another report
  ['The job asks for it now.', 'Die Stelle verlangt es jetzt.'],
  ['The job no longer asks for it.', 'Die Stelle verlangt es nicht mehr.'],
  ['The level asked for has changed.', 'Die verlangte Stufe ist eine andere.'],
  ['The résumé shows it otherwise now.', 'Der Lebenslauf zeigt es jetzt anders.'],
  ['The résumé no longer shows it.', 'Der Lebenslauf zeigt es nicht mehr.'],
  ['The program is another version.', 'Das Programm hat eine andere Version.'],
  ["The résumé's text has changed.", 'Der Text des Lebenslaufs hat sich geändert.'],
  ["The job's text has changed.", 'Der Text der Stelle hat sich geändert.'],
  ['Time has passed: roles that go on are longer.', 'Es ist Zeit vergangen: Stationen, die andauern, sind länger.'],
  ['The occupation is another one.', 'Der Beruf ist ein anderer.'],

  // What reading a document left out or got wrong
  ['Page |{pages}| is a picture and was| read by OCR; check names and figures.', 'Seite {pages} ist ein Bild und wurde mit Texterkennung gelesen; prüfe Namen und Zahlen.'],
  ['Pages |{pages}| are pictures and were| read by OCR; check names and figures.', 'Die Seiten {pages} sind Bilder und wurden mit Texterkennung gelesen; prüfe Namen und Zahlen.'],
  ['Page |{pages}|: OCR was not sure; much of the text may be wrong.', 'Seite {pages}: Die Texterkennung war sich nicht sicher; vieles vom Text kann falsch sein.'],
  ['Pages |{pages}|: OCR was not sure; much of the text may be wrong.', 'Seiten {pages}: Die Texterkennung war sich nicht sicher; vieles vom Text kann falsch sein.'],
  ['Page |{pages}| is a picture and was not read: |{why}.', 'Seite {pages} ist ein Bild und wurde nicht gelesen: {why}.'],
  ['Pages |{pages}| are pictures and were not read: |{why}.', 'Die Seiten {pages} sind Bilder und wurden nicht gelesen: {why}.'],
  ['the limit of OCR is reached', 'die Grenze der Texterkennung ist erreicht'],
  ['tesseract is not installed', 'tesseract ist nicht installiert'],
  ['OCR is switched off', 'die Texterkennung ist abgeschaltet'],
  ['OCR took too long', 'die Texterkennung hat zu lange gedauert'],
  ['OCR failed', 'die Texterkennung ist gescheitert'],
  ['OCR failed| ({detail})', 'die Texterkennung ist gescheitert ({detail})'],
  ['Page {pages}| has |{count} characters that its fonts give no meaning to; they were left out.', 'Seite {pages} hat {count} Zeichen, denen ihre Schriften keine Bedeutung geben; sie wurden weggelassen.'],
  ['Page {pages}| is damaged and could not be read.', 'Seite {pages} ist beschädigt und konnte nicht gelesen werden.'],
  ['Text in a font that cannot be read here was left out.', 'Text in einer Schrift, die hier nicht gelesen werden kann, wurde weggelassen.'],
  ['The PDF is damaged in places; check that no text is missing.', 'Das PDF ist stellenweise beschädigt; prüfe, ob Text fehlt.'],
  ['The document was read without confinement, because this kernel refuses seccomp filters.', 'Das Dokument wurde ohne Absperrung gelesen, weil dieser Kernel seccomp-Filter ablehnt.'],
  ['The text is not valid UTF-8 and was read as windows-1252; check letters with accents.', 'Der Text ist kein gültiges UTF-8 und wurde als windows-1252 gelesen; prüfe Umlaute und Akzente.'],
  ['The document holds tracked changes; deleted text was left out.', 'Das Dokument enthält nachverfolgte Änderungen; gelöschter Text wurde weggelassen.'],
  ['The document embeds another file, which was not read.', 'In das Dokument ist eine weitere Datei eingebettet; sie wurde nicht gelesen.'],

  // A résumé in short
  ['About {one} months| of work in {count} dated |roles|.', 'Rund ein Monat Arbeit in {count} datierten Stationen.'],
  ['About {one} months| of work in {single} dated |role|.', 'Rund ein Monat Arbeit in einer datierten Station.'],
  ['About {months} months| of work in {single} dated |role|.', 'Rund {months} Monate Arbeit in einer datierten Station.'],
  ['About {months} months| of work in {count} dated |roles|.', 'Rund {months} Monate Arbeit in {count} datierten Stationen.'],
  ['About {years} years| of work in {single} dated |role|.', 'Rund {years} Jahre Arbeit in einer datierten Station.'],
  ['About {years} years| of work in {count} dated |roles|.', 'Rund {years} Jahre Arbeit in {count} datierten Stationen.'],
  ['Latest role: |{quoted}.', 'Letzte Station: {quoted}.'],
  ['Latest roles: |{quoted}.', 'Letzte Stationen: {quoted}.'],
  ['Strongest skills shown: |{leveled}.', 'Stärkste gezeigte Fähigkeiten: {leveled}.'],
  ['Education: |{listed}.', 'Ausbildung: {listed}.'],
  ['Certificates: |{listed}.', 'Zertifikate: {listed}.'],
  ['Languages: |{listed}.', 'Sprachen: {listed}.'],
  ['It also shows: |{listed}.', 'Er zeigt außerdem: {listed}.'],
  ['It has {one} |word| on 1| |page|.', 'Er hat ein Wort auf einer Seite.'],
  ['It has {count} |words| on 1| |page|.', 'Er hat {count} Wörter auf einer Seite.'],
  ['It has {count} |words| on {pageCount} |pages|.', 'Er hat {count} Wörter auf {pageCount} Seiten.'],
  ['It begins: “{text}|”.', 'Er beginnt: „{text}“.'],
  ['No role in it has dates that could be read.', 'Keine Station darin hat Daten, die gelesen werden konnten.'],

  // How close an occupation is
  ['No title of work that you did was found in the résumé.', 'Im Lebenslauf wurde kein Titel einer Arbeit gefunden, die du getan hast.'],
  [
    'None of the work in the résumé was in this occupation or in one that O*NET relates to it.',
    'Keine Arbeit im Lebenslauf war in diesem Beruf oder in einem, den O*NET als verwandt führt.',
  ],
  ['{quoted}| is work in this occupation.', '{quoted} ist Arbeit in diesem Beruf.'],
  [
    '{quoted}| is work in “|{occupation}|”, which O*NET relates to this occupation: it counts |{sure} %|.',
    '{quoted} ist Arbeit in „{occupation}“, von O*NET als verwandt mit diesem Beruf geführt: Das zählt zu {sure} %.',
  ],
  [
    'Of {count} technologies that the résumé names and O*NET lists somewhere, {held} of the {most} listed here are among them; the fewer occupations use one, the more it counts.',
    'Der Lebenslauf nennt {count} der Technologien, die O*NET irgendwo führt; unter den {most}, die es hier führt, davon {held}. Je weniger Berufe eine verwenden, desto mehr zählt sie.',
  ],
  ['Unknown: O*NET lists no technologies for this occupation.', 'Unbekannt: O*NET führt zu diesem Beruf keine Technologien.'],
  ['Unknown: the résumé names no technology that tells occupations apart.', 'Unbekannt: Der Lebenslauf nennt keine Technologie, die Berufe unterscheidet.'],
  ['You cover {sure} %| of the skills and knowledge that matter more here than in other occupations.', 'Du deckst {sure} % der Fähigkeiten und des Wissens ab, die hier wichtiger sind als in anderen Berufen.'],
  ['O*NET publishes no ratings of this occupation; these are the means of {count} related ones.', 'O*NET veröffentlicht zu diesem Beruf keine Bewertungen; diese sind die Mittelwerte verwandter Berufe (Anzahl: {count}).'],
  ['Unknown: O*NET publishes no ratings of this occupation or of those related to it.', 'Unbekannt: O*NET veröffentlicht weder zu diesem Beruf noch zu verwandten Bewertungen.'],
  ['Unknown: neither work nor skills in the résumé say anything about rated skills.', 'Unbekannt: Weder Arbeit noch Fähigkeiten im Lebenslauf sagen etwas über bewertete Fähigkeiten.'],

  // Plans and what to learn
  ['It is a task already.', 'Das ist schon eine Aufgabe.'],
  ['It would end on {day}, after the deadline.', 'Es wäre erst am {day} fertig, nach der Frist.'],
  ['Brings {skill} from {from} ({low}) to {to} ({high})| of| the {needed} asked for', 'Bringt {skill} von {from} auf {to} der verlangten {needed}'],
  ['Brings {skill} from {from} ({low}) to {to} ({high})|, above| the {needed} asked for', 'Bringt {skill} von {from} auf {to}, mehr als die verlangten {needed}'],
  [
    'The résumé shows {skill} in other words only ({sure} % sure); this gives it a name, at {to} of the {needed} asked for',
    'Der Lebenslauf zeigt {skill} nur in anderen Worten (zu {sure} % sicher); dies gibt ihm einen Namen, mit {to} der verlangten {needed}',
  ],
  ['in {name}, which it is part of or close to', 'in {name}, wozu es gehört oder dem es nahe ist'],
  ['{points} points in about {hours} hours.', '{points} Punkte in etwa {hours} Stunden.'],
  [
    'A language model proposed it. By our estimate {hours} hours bring {skill} from {from} ({low}) to {to} ({high}) of the {needed} asked for: about {points} points.',
    'Ein Sprachmodell hat es vorgeschlagen. Nach unserer Schätzung bringen {hours} Stunden {skill} von {from} auf {to} der verlangten {needed}: etwa {points} Punkte.',
  ],
  ['An alternative to a step above.', 'Eine Alternative zu einem Schritt weiter oben.'],
  ['It expects level {level} to begin with: for later.', 'Es setzt Stufe {level} voraus: für später.'],
  ['There is nothing at this address.', 'Unter dieser Adresse ist nichts.'],
  ['The host answers with HTTP {count}.', 'Der Rechner antwortet mit HTTP {count}.'],
  ['The host answers too slowly.', 'Der Rechner antwortet zu langsam.'],
  ['The address answers; its contents were not checked.', 'Die Adresse antwortet; was dort steht, wurde nicht geprüft.'],
  ['Unverified: the address is not known to answer.', 'Unbestätigt: Ob die Adresse antwortet, ist nicht bekannt.'],

  // Looking for jobs
  ['It has a board for each employer: name one in boards.', 'Dort hat jeder Arbeitgeber ein eigenes Board: Nenne eines.'],
  ['Only the first {count} combinations of keyword and place were asked.', 'Nur nach den ersten {count} Verbindungen von Stichwort und Ort wurde gefragt.'],

  // The least particular come last, because the first that fits is taken: why words count as evidence
  ['{skill} is part of {wide}.', '{skill} gehört zu {wide}.'],
  ['{skill} is close to it; part of it carries over.', '{skill} ist dem nahe; ein Teil davon lässt sich übertragen.'],
];
