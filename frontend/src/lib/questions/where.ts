import type { QuestionsPlaceFragment } from '$lib/api';

type Channel = QuestionsPlaceFragment['channels'][number];

/** The channels in which the viewer may ask, those for questions alone first. */
export const channelsToAsk = (channels: readonly Channel[]): Channel[] =>
  channels
    .filter(({ kind, archivedAt, viewerCan }) => {
      return kind !== 'DISCUSSION' && !archivedAt && viewerCan.post;
    })
    .toSorted((one, other) => rank(one) - rank(other));

const rank = ({ kind }: Channel) => (kind === 'QUESTIONS' ? 0 : 1);

interface Planned {
  id: string;
  state: string;
  startsAt: string;
}

/** The session after which one asks: the last that began. */
export const lastHeld = <Session extends Planned>(sessions: readonly Session[], now = Date.now()) =>
  sessions
    .filter(({ state, startsAt }) => state !== 'CANCELLED' && Date.parse(startsAt) <= now)
    .toSorted((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt))
    .at(-1);

/** The sessions in which a question can be covered: those that are still to come. */
export const stillToCome = <Session extends Planned>(
  sessions: readonly Session[],
  now = Date.now(),
) =>
  sessions.filter(
    ({ state, startsAt }) =>
      state !== 'CANCELLED' && state !== 'CLOSED' && Date.parse(startsAt) > now,
  );
