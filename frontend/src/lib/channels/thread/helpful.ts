import type { Post } from './order';

const DAY_MS = 86_400_000;
/** After so many days a mark of yesterday counts twice as much. */
const HALF_LIFE_DAYS = 90;

type Answer = Pick<Post, 'createdAt' | 'deletedAt' | 'isAccepted' | 'reactions' | 'verification'>;

/** What somebody stands behind, then what helped the asker, then the others. */
function rank({ deletedAt, isAccepted, verification }: Answer): number {
  if (deletedAt) return 0;
  if (verification && !verification.obsoleteAt) return isAccepted ? 4 : 3;
  return isAccepted ? 2 : 1;
}

function weight({ createdAt, reactions }: Answer, now: number): number {
  const count = reactions.find(({ kind }) => kind === 'HELPFUL')?.count ?? 0;
  const days = Math.max(0, now - Date.parse(createdAt)) / DAY_MS;
  return count * 0.5 ** (days / HALF_LIFE_DAYS);
}

/** Answers in the order in which to read them; among equals the earlier one first. */
export const helpfulFirst = <Given extends Answer>(answers: readonly Given[], now = Date.now()) =>
  answers.toSorted(
    (one, other) => rank(other) - rank(one) || weight(other, now) - weight(one, now),
  );
