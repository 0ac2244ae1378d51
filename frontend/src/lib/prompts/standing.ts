import type { PromptFieldsFragment, Role } from '$lib/api';

type Asked = Pick<
  PromptFieldsFragment,
  'audience' | 'dueAt' | 'isAnswered' | 'isExpected' | 'isLate' | 'withdrawnAt'
>;

/**
 * Where somebody stands to a prompt. `missed` is what closed before they joined: nobody is late for that.
 * `aside` is whoever it is not asked of.
 */
export type PromptStanding = 'withdrawn' | 'answered' | 'late' | 'missed' | 'aside' | 'asked';

export function standingTo(
  prompt: Asked,
  role: Role | undefined,
  now = new Date(),
): PromptStanding {
  if (prompt.withdrawnAt) return 'withdrawn';
  if (prompt.isAnswered) return 'answered';
  if (prompt.isLate) return 'late';
  if (prompt.isExpected) return 'asked';
  const isOver = prompt.dueAt !== null && Date.parse(prompt.dueAt) < now.getTime();
  const isMeant = role !== undefined && prompt.audience.includes(role);
  return isMeant && isOver ? 'missed' : 'aside';
}

/** On which side of its session something stands: what is due by its start prepares it. */
export function sideOf(thing: {
  dueAt: string | null;
  postedAt?: string;
  session: { startsAt: string } | null;
}): 'before' | 'after' | undefined {
  if (!thing.session) return undefined;
  const at = thing.dueAt ?? thing.postedAt;
  return !at || Date.parse(at) <= Date.parse(thing.session.startsAt) ? 'before' : 'after';
}
