// SPDX-License-Identifier: GPL-3.0-or-later
// What a run says that it is doing. The server has a fixed set of sentences for it (a test holds this list against its
// sources); here they are in the person's language.
import { sourceName } from './job-sources';
import { type Translation, useMessages } from './messages';

const en = {
  'reading the file': 'Reading the file',
  'the language model reads': 'The language model reads',
  'asking the language model': 'Asking the language model',
  'looking at addresses': 'Looking whether the addresses answer',
  'looking at the address': 'Looking whether the address answers',
  'reading what the jobs ask for': 'Reading what the jobs ask for',
  collecting: 'Collecting',
  'reading the release': 'Reading the release',
  'compiling names': 'Compiling names',
  checking: 'Checking what was made',
  asking: 'Asking {source}',
  askingPage: 'Asking the page',
  queued: 'Waiting for its turn',
  running: 'Under way',
} as const;
const de: Translation<typeof en> = {
  'reading the file': 'Die Datei wird gelesen',
  'the language model reads': 'Das Sprachmodell liest',
  'asking the language model': 'Das Sprachmodell wird gefragt',
  'looking at addresses': 'Es wird nachgesehen, ob die Adressen antworten',
  'looking at the address': 'Es wird nachgesehen, ob die Adresse antwortet',
  'reading what the jobs ask for': 'Es wird gelesen, was die Stellen verlangen',
  collecting: 'Wird gesammelt',
  'reading the release': 'Die Ausgabe wird gelesen',
  'compiling names': 'Namen werden übersetzt',
  checking: 'Das Ergebnis wird geprüft',
  asking: '{source} wird gefragt',
  askingPage: 'Die Seite wird gefragt',
  queued: 'Wartet, bis es dran ist',
  running: 'In Arbeit',
};
const messages = { en, de };

const ours = ['asking', 'askingPage', 'queued', 'running'] as const;
type Step = Exclude<keyof typeof en, (typeof ours)[number]>;
const isStep = (text: string): text is Step => text in en && !ours.some((name) => name === text);

/// Whether this is one of the sentences that the list above has.
export function isKnownStep(text: string): boolean {
  return isStep(text) || /^asking \w+$/.test(text);
}

/// What a run is doing, for a person: `step(run)`.
export function useStep(): (run: { state: string; step: string } | undefined) => string {
  const t = useMessages(messages);
  return (run) => {
    if (!run || run.state === 'queued') return t('queued');
    if (isStep(run.step)) return t(run.step);
    const [, source] = /^asking (\w+)$/.exec(run.step) ?? [];
    if (!source) return t('running');
    const name = sourceName(source);
    return name ? t('asking', { source: name }) : t('askingPage');
  };
}
