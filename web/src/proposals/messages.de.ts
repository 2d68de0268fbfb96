// SPDX-License-Identifier: GPL-3.0-or-later
import type { Translation } from '@/i18n/messages';
import type { en } from './messages.en';

export const de: Translation<typeof en> = {
  'action.create_task': 'Vorschlag: eine Aufgabe',
  'action.save_note': 'Vorschlag: eine Notiz',
  'action.add_job': 'Vorschlag: eine neue Stelle',
  'action.save_job': 'Vorschlag: die Stelle merken',
  'action.start_report': 'Vorschlag: ein neuer Abgleich',
  'confirm.create_task': 'Aufgabe anlegen',
  'confirm.save_note': 'Notiz sichern',
  'confirm.add_job': 'Stelle aufnehmen',
  'confirm.save_job': 'Stelle merken',
  'confirm.start_report': 'Abgleich erstellen',
  dismiss: 'Verwerfen',
  dismissIt: 'Verwerfen: {name}',
  confirmed: 'Erledigt',
  dismissed: 'Verworfen',
  open: 'Öffnen',
  due: 'für {day}',
  by: 'von {maker}, {when}',
  jobGone: 'Die Stelle gibt es nicht mehr.',
};
