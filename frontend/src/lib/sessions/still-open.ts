/** What was begun after earlier sessions and waits for somebody still, whatever session was the last. */
import type { GoingOnQuery, JourneySessionFragment, StillOpenQuery } from '$lib/api';
import { goingOn } from './going-on';
import { sidesOf } from './journey';
import { inOrder, workOf, type Work } from './work';

type Asked = NonNullable<StillOpenQuery['community']>;

/** A prompt whose day has passed is found where it was asked; whatever else waits is waited for. */
const isOver = ({ kind, isLate }: Work) => isLate && (kind === 'prompt' || kind === 'preWork');

export function stillOpen(
  sessions: readonly JourneySessionFragment[],
  { asked, own }: { asked?: Asked | null; own?: GoingOnQuery['community'] },
  person: string | undefined,
): { session: JourneySessionFragment; works: Work[] }[] {
  const checkIns = asked?.checkIns.edges.map(({ node }) => node) ?? [];
  const pulses = asked?.pulses.edges.map(({ node }) => node) ?? [];
  return sessions
    .map((session) => {
      const isOf = (each: { session: { id: string } | null }) => each.session?.id === session.id;
      const after = workOf({
        ...session,
        checkIns: checkIns.filter(isOf),
        pulses: pulses.filter(isOf),
      });
      const works = inOrder([
        ...sidesOf(after, session).after,
        ...(own ? goingOn(own, session.id, person) : []),
      ]);
      const waits = (work: Work) => work.isExpected && !work.isDone && !isOver(work);
      return { session, works: works.filter(waits) };
    })
    .filter(({ works }) => works.length > 0);
}
