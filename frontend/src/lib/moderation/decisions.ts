/** What a moderator can decide, by which key, and what has to be given with it. */
import type { DecideModerationItemInput, ModerationDecision } from '$lib/api';

/** `b` backs it, `x` corrects, `y` hides: none is that of another action of the queue. */
export const KEYS = {
  APPROVE: 'p',
  VERIFY: 'b',
  CORRECT: 'x',
  EDIT: 'e',
  MOVE: 'm',
  ASK_AUTHOR: 'a',
  HIDE: 'y',
  NOTHING: '.',
} as const satisfies Record<ModerationDecision, string>;

/** What is typed beside a decision. */
export interface Given {
  reason: string;
  words: string;
  channel: string;
  /** An instant, or nothing. */
  reviewAt: string | null;
  /** The misconception whose passage was marked, for CORRECT. */
  misconception?: string;
}

interface Decided {
  id: string;
  version: number;
  post: { revision: number } | null;
}

/** Of what was typed, what belongs to the decision: the rest stays in its fields. */
export function inputOf(
  { id, version, post }: Decided,
  decision: ModerationDecision,
  given: Given,
): DecideModerationItemInput {
  const said = (text: string) => text.trim() || null;
  const isEdit = decision === 'EDIT';
  const hasReason = isEdit || decision === 'HIDE' || decision === 'NOTHING';
  return {
    item: id,
    version,
    decision,
    reason: hasReason ? said(given.reason) : null,
    words: isEdit || decision === 'ASK_AUTHOR' ? said(given.words) : null,
    revision: isEdit ? (post?.revision ?? null) : null,
    channel: decision === 'MOVE' ? said(given.channel) : null,
    reviewAt: decision === 'VERIFY' ? given.reviewAt : null,
    misconception: decision === 'CORRECT' ? (given.misconception ?? null) : null,
  };
}
