// SPDX-License-Identifier: GPL-3.0-or-later
export const en = {
  title: 'Proposals',
  lead: 'What agents and language models would do for you. Nothing is done before you confirm it.',
  which: 'Which proposals',
  open: 'Open',
  confirmed: 'Done',
  dismissed: 'Dismissed',
  list: 'Proposals',
  loading: 'Reading the proposals',
  more: 'Show more',
  emptyTitle: 'Nothing waits for you',
  emptyText: 'Let an agent such as a desktop assistant look at your plan and propose what to do: it connects over the Model Context Protocol with an access token of its own.',
  emptyOther: 'None of this kind',
  emptyOtherText: 'What you decide on is kept here.',
  connect: 'Connect an agent',
} as const;
