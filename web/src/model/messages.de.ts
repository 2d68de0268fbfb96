// SPDX-License-Identifier: GPL-3.0-or-later
import type { Translation } from '@/i18n/messages';
import type { en } from './messages.en';

export const de: Translation<typeof en> = {
  url: 'Adresse',
  urlHint: 'Eines Dienstes mit der Schnittstelle von OpenAI, etwa https://api.openai.com/v1',
  name: 'Name des Modells',
  key: 'Schlüssel',
  keyHint: 'Wird verschlüsselt gespeichert und nie wieder gezeigt.',
  keyKept: 'Einer ist gespeichert, der auf „{hint}“ endet. Leer lassen, um ihn zu behalten.',
  save: 'Dieses Modell verwenden',
  try: 'Ausprobieren',
  remove: 'Samt Schlüssel entfernen',
  works: 'Es antwortet.',
  saved: 'Gespeichert.',
};
