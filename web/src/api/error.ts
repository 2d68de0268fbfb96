// SPDX-License-Identifier: GPL-3.0-or-later
import { inTheirLanguage, theirLanguageIsThere } from '@/i18n/server-text';
import type { components } from './generated/contract';

export type Problem = components['schemas']['Problem'];
export type ErrorCode = Problem['code'] | 'offline';

/// What the server refused (a problem document), or that it could not be reached (code "offline", status 0).
export class ApiError extends Error {
  readonly status: number;
  readonly code: ErrorCode;
  /// Sentences about single inputs, by their path: "title", "salary.min".
  readonly fields: Readonly<Record<string, string>>;
  readonly requestId: string | null;

  constructor(status: number, problem: Problem | null) {
    super(inTheirLanguage(problem?.detail ?? (status === 0 ? 'The server cannot be reached.' : `The server answered ${status}.`)));
    this.name = 'ApiError';
    this.status = status;
    this.code = status === 0 ? 'offline' : (problem?.code ?? 'internal');
    this.fields = Object.fromEntries((problem?.errors ?? []).map(({ field, message }) => [field, inTheirLanguage(message)]));
    this.requestId = problem?.request_id ?? null;
  }
}

/// The same, once it can say so in the person's language.
export async function refusal(status: number, problem: unknown): Promise<ApiError> {
  await theirLanguageIsThere();
  return new ApiError(status, isProblem(problem) ? problem : null);
}

/// Whether a change was refused because somebody else has changed the thing meanwhile.
export function isConflict(error: unknown): boolean {
  return error instanceof ApiError && error.status === 412;
}

/// The sentence about a failed mutation where none is about one of its inputs.
export function plainMessage(error: Error | null): string | undefined {
  const byField = error instanceof ApiError && Object.keys(error.fields).length > 0;
  return error && !byField ? error.message : undefined;
}

/// The sentence about one input of a failed mutation, if it has one.
export function fieldError(error: unknown, field: string): string | undefined {
  return error instanceof ApiError ? error.fields[field] : undefined;
}

export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'detail' in value;
}
