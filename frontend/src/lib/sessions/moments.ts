/** Where a session stands at a moment. Pure. */
import type { SessionFieldsFragment } from '$lib/api';

const MINUTE_MS = 60_000;
/** How long before a part people check in, as the server has it. */
export const EARLY_MS = 30 * MINUTE_MS;
/** How long before its time a session may be started, as the server has it. */
const START_EARLY_MS = 12 * 60 * MINUTE_MS;

type Joined = Pick<SessionFieldsFragment, 'hasJoinUrl' | 'joinUrl' | 'state'> & {
  parts: { startsAt: string; endsAt: string; joinOpensAt: string; joinClosesAt: string }[];
};

const isAlive = (state: SessionFieldsFragment['state']) =>
  state === 'PUBLISHED' || state === 'RUNNING';

/** The part whose link is shown now, or else the next to come; none when all is over. */
export const partToJoin = <Part extends { joinClosesAt: string }>(parts: Part[], now: Date) =>
  parts.find(({ joinClosesAt }) => Date.parse(joinClosesAt) > now.getTime());

/** Whether the address should be there for learners by now. */
export function isJoinOpen({ hasJoinUrl, state, parts }: Joined, now: Date): boolean {
  const part = partToJoin(parts, now);
  return Boolean(
    hasJoinUrl && isAlive(state) && part && Date.parse(part.joinOpensAt) <= now.getTime(),
  );
}

interface Timed {
  startsAt: string;
  endsAt: string;
}

/** The part people check in to now, or else the next one, and from when on; none when all is over. */
export function partToCheckIn<Part extends Timed>(parts: readonly Part[], now: Date) {
  const part = parts.find(({ endsAt }) => Date.parse(endsAt) >= now.getTime());
  return part && { ...part, opensAt: Date.parse(part.startsAt) - EARLY_MS };
}

/** Whether somebody can say now, with a code, that they are there. */
export function isCheckInOpen(
  { state, parts }: Pick<Joined, 'state'> & { parts: readonly Timed[] },
  now: Date,
): boolean {
  const part = partToCheckIn(parts, now);
  return isAlive(state) && part !== undefined && part.opensAt <= now.getTime();
}

/** What who leads does next with a session, if there is something. */
export function nextStep(
  { state, startsAt }: Pick<SessionFieldsFragment, 'state' | 'startsAt'>,
  now: Date,
): 'publish' | 'start' | 'close' | undefined {
  if (state === 'DRAFT') return 'publish';
  if (state === 'RUNNING') return 'close';
  const isNear = Date.parse(startsAt) - now.getTime() <= START_EARLY_MS;
  return state === 'PUBLISHED' && isNear ? 'start' : undefined;
}
