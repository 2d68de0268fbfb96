// SPDX-License-Identifier: GPL-3.0-or-later
export const en = {
  url: 'Address',
  urlHint: 'Of any service with OpenAI’s interface, such as https://api.openai.com/v1',
  name: 'Name of the model',
  key: 'Key',
  keyHint: 'Kept encrypted, and never shown again.',
  keyKept: 'One is kept that ends in “{hint}”. Leave this empty to keep it.',
  save: 'Use this model',
  try: 'Try it',
  remove: 'Remove it with its key',
  works: 'It answers.',
  saved: 'Saved.',
} as const;
