/** What somebody goes on with after a session: a colleague to ask, and whoever they are together with. */
import { resolve } from '$app/paths';
import type {
  AfterConsultationFragment,
  AfterPairFragment,
  AfterRoundFragment,
  GoingOnQuery,
} from '$lib/api';
import { momentNear } from '$lib/i18n/near';
import { t } from '$lib/i18n/index.svelte';
import { namesOf, others } from '$lib/pairings/words';
import { paths, place } from '$lib/paths';
import type { Work } from './work';

type Community = NonNullable<GoingOnQuery['community']>;
type Held = Community['sessions']['edges'][number]['node'];

/** The session after which something began: the last one that was over then. */
export const sessionBefore = (sessions: readonly Held[], at: string) =>
  sessions
    .filter(({ state, endsAt }) => state !== 'CANCELLED' && Date.parse(endsAt) <= Date.parse(at))
    .sort((one, other) => Date.parse(one.endsAt) - Date.parse(other.endsAt))
    .at(-1)?.id;

const consultation = (each: AfterConsultationFragment): Work => ({
  id: each.id,
  kind: 'consultation',
  title: [t('nav-consult'), each.objective?.statement].filter(Boolean).join(': '),
  at: each.dueAt ?? each.startedAt,
  dueAt: each.dueAt,
  isDone: each.state === 'CONCLUDED',
  isExpected: true,
  isLate: each.isLate,
  href: resolve(place(each.path)),
});

function pair({ id, startsAt, endsAt, members }: AfterPairFragment, slug: string): Work {
  const them = others(members);
  return {
    id,
    kind: 'pair',
    title: t('pair-now', { names: namesOf(them), count: them.length }),
    at: startsAt,
    isDone: false,
    isExpected: false,
    isLate: false,
    href: resolve(paths.pairing(slug)),
    count: t('check-in-until', { when: momentNear(endsAt) }),
  };
}

/** A round that a step of the journey began, for who leads: it may wait to be looked at. */
function round({ id, state, startsAt, endsAt }: AfterRoundFragment, slug: string): Work {
  const isDone = state === 'PUBLISHED' || state === 'ENDED';
  return {
    id,
    kind: 'pair',
    title: t('pairs-of-session', { state }),
    at: startsAt,
    isDone,
    isExpected: isDone || state === 'PROPOSED' || state === 'FAILED',
    isLate: false,
    href: resolve(paths.pairingBoard(slug)),
    count: state === 'PUBLISHED' ? t('check-in-until', { when: momentNear(endsAt) }) : undefined,
  };
}

/** What follows a session of the viewer's own; for who leads, the rounds that it began as well. */
export function goingOn(
  { slug, consultations, pairing, pairingBoard, sessions }: Community,
  session: string,
  person: string | undefined,
): Work[] {
  const held = sessions.edges.map(({ node }) => node);
  return [
    ...consultations.edges
      .map(({ node }) => node)
      .filter((each) => each.session?.id === session && each.askedBy?.id === person)
      .filter(({ state }) => state !== 'WITHDRAWN')
      .map(consultation),
    ...(pairing?.pairs ?? [])
      .filter(
        ({ startsAt, round }) => (round.session?.id ?? sessionBefore(held, startsAt)) === session,
      )
      .map((each) => pair(each, slug)),
    ...(pairingBoard?.rounds.edges ?? [])
      .map(({ node }) => node)
      .filter((each) => each.session?.id === session && each.state !== 'CANCELLED')
      .map((each) => round(each, slug)),
  ];
}
