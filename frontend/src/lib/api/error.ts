import type { CombinedError } from '@urql/core';

export type ErrorCode =
  | 'SIGN_IN_FIRST'
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'INVALID'
  | 'CONFLICT'
  | 'SLOW_DOWN'
  | 'SECOND_FACTOR'
  | 'CONFIRM'
  | 'FACTOR_REQUIRED'
  | 'INTERNAL'
  | 'OFFLINE';

interface Refusal {
  code: ErrorCode;
  message: string;
  field?: string;
  hint?: string;
  requestId?: string;
  current?: Record<string, unknown>;
}

/** What the server says when it refuses: a sentence, the field it is about, and what to do. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly hint: string | undefined;
  readonly requestId: string | undefined;
  /** With CONFLICT: what is stored now, so that both texts can be shown. */
  readonly current: Record<string, unknown> | undefined;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.name = 'ApiError';
    this.code = refusal.code;
    this.field = refusal.field;
    this.hint = refusal.hint;
    this.requestId = refusal.requestId;
    this.current = refusal.current;
  }

  static from(error: CombinedError): ApiError {
    const response = error.response as Response | undefined;
    const requestId = response?.headers?.get('x-request-id') ?? undefined;
    const [first] = error.graphQLErrors;
    if (!first) {
      const reached = response !== undefined;
      return new ApiError({
        code: reached ? 'INTERNAL' : 'OFFLINE',
        message: error.networkError?.message ?? error.message,
        requestId,
      });
    }
    const { code, ...more } = first.extensions as Partial<Refusal>;
    return new ApiError({ requestId, ...more, code: code ?? 'INTERNAL', message: first.message });
  }
}
