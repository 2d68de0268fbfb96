// SPDX-License-Identifier: GPL-3.0-or-later
import type { Translation } from '@/i18n/messages';
import type { en } from './messages.en';

export const de: Translation<typeof en> = {
  title: 'Vorschläge',
  lead: 'Was Agenten und Sprachmodelle für dich tun würden. Nichts geschieht, bevor du es bestätigst.',
  which: 'Welche Vorschläge',
  open: 'Offen',
  confirmed: 'Erledigt',
  dismissed: 'Verworfen',
  list: 'Vorschläge',
  loading: 'Die Vorschläge werden gelesen',
  more: 'Mehr zeigen',
  emptyTitle: 'Nichts wartet auf dich',
  emptyText: 'Lass einen Agenten, etwa einen Assistenten auf deinem Rechner, deinen Plan ansehen und vorschlagen, was zu tun ist: Er verbindet sich über das Model Context Protocol mit einem eigenen Zugangsschlüssel.',
  emptyOther: 'Keine dieser Art',
  emptyOtherText: 'Was du entscheidest, bleibt hier stehen.',
  connect: 'Einen Agenten verbinden',
};
