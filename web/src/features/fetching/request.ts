// SPDX-License-Identifier: GPL-3.0-or-later
import type { Wire } from '@/api/client';
import { ApiError } from '@/api/error';
import type { JobSource } from '@/i18n/job-sources';
import type { JobType } from '@/i18n/job-types';
import { boardOf } from './board-address';
import { type Board, openBoards } from './sources';

export const ways = ['boards', 'employers', 'addresses'] as const;
/// Boards of many employers by words; employers by their boards; single pages by their addresses.
export type Way = (typeof ways)[number];

/// What is to be fetched, as it stands in the form.
export interface FetchForm {
  keywords: string;
  locations: string;
  /// None: all kinds.
  types: readonly JobType[];
  sources: readonly JobSource[];
  /// Employers added so far, and the one that is being written.
  boards: readonly Board[];
  board: Board['source'];
  employer: string;
  urls: string;
}

export const emptyForm: FetchForm = {
  keywords: '',
  locations: '',
  types: [],
  // Those that need no key: the others are asked only when somebody means it.
  sources: openBoards.slice(0, 4),
  boards: [],
  board: 'greenhouse',
  employer: '',
  urls: '',
};

const most = 20;

/// What a look and a fetch have in common.
export type Search = Omit<Wire<'FetchTestRequest'>, 'limit'>;

/// "nurse, care assistant" → its parts, each once.
export function partsOf(text: string, parting = /[,;\n]/): string[] {
  const parts = text.split(parting).map((part) => part.trim());
  return [...new Set(parts.filter(Boolean))].slice(0, most);
}

/// Takes what is being written among the employers.
export function withEmployer(form: FetchForm): FetchForm {
  const next = boardOf(form.employer, form.board);
  if (!next) return form;
  const known = form.boards.some((board) => board.source === next.source && board.name === next.name);
  return { ...form, employer: '', board: next.source, boards: known ? form.boards : [...form.boards, next] };
}

export type Missing = 'keywords' | 'sources' | 'employer' | 'urls';

/// The request, or which field still has to be filled in.
export function requestOf(form: FetchForm, way: Way): Search | Missing {
  const keywords = partsOf(form.keywords);
  const locations = partsOf(form.locations);
  const search = {
    ...(keywords.length > 0 && { keywords }),
    ...(locations.length > 0 && { locations }),
    ...(form.types.length > 0 && { job_types: [...form.types] }),
  };
  if (way === 'addresses') {
    const urls = partsOf(form.urls, /\s+/);
    return urls.length > 0 ? { urls } : 'urls';
  }
  if (way === 'employers') {
    const { boards } = withEmployer(form);
    return boards.length > 0 ? { ...search, boards: [...boards] } : 'employer';
  }
  if (keywords.length === 0) return 'keywords';
  return form.sources.length > 0 ? { ...search, sources: [...form.sources] } : 'sources';
}

/// What the server says about a field of the request or an entry of it: "boards" for "boards[0].name".
export function refusalOf(error: unknown, field: string): string | undefined {
  if (!(error instanceof ApiError)) return undefined;
  return Object.entries(error.fields).find(([name]) => name === field || name.startsWith(`${field}[`))?.[1];
}
