import type {
  MetAnswer,
  MetTogether,
  OwnPairFragment,
  PairFieldsFragment,
  PairingRule,
  UnpairedReason,
} from '$lib/api';
import { dayIn, minutesInWords } from '$lib/sessions/when';
import { viewer } from '$lib/identity/viewer.svelte';
import { thisMinute } from '$lib/identity/minute';
import { zoneHere } from '$lib/identity/zones';
import { region, t } from '$lib/i18n/index.svelte';
import { peopleOf } from './people';

type Reason = PairFieldsFragment['reasons'][number];
type Member = PairFieldsFragment['members'][number];

/** "Norwegian", by its code. */
export const languageName = (code: string) =>
  new Intl.DisplayNames([region()], { type: 'language', fallback: 'code' }).of(code) ?? code;

/** "Kofi", "Kofi and Mei", "Kofi, Mei and Ada" */
export const namesOf = (people: readonly ({ name: string } | null)[]) =>
  new Intl.ListFormat(region(), { type: 'conjunction' }).format(
    people.map((person) => person?.name ?? t('somebody')),
  );

/** Who else belongs to it now. */
export const others = <Person>(
  members: readonly (Pick<Member, 'isViewer' | 'leftAt'> & { person: Person | null })[],
) => peopleOf(members.filter(({ isViewer, leftAt }) => !isViewer && !leftAt));

type Meant = Pick<OwnPairFragment, 'members' | 'commitments'>;

/** What each of the others means to do: who is there, and who left if they meant to do something. */
export const whoMeans = ({ members, commitments }: Meant) =>
  members
    .filter(({ isViewer }) => !isViewer)
    .flatMap(({ person, leftAt }) => {
      const list = commitments.filter((each) => person && each.person?.id === person.id);
      if (!person || (leftAt && list.length === 0)) return [];
      return [{ person, hasLeft: leftAt !== null, list }];
    });

/** "Thursday 26 November", of a day without a time. */
export const dateInWords = (date: string) => dayIn('UTC', `${date}T12:00:00Z`);

export const dayHere = (iso: string) => dayIn(zoneHere(), iso);

const MINUTE_MS = 60_000;

/** Whether it begins in a later minute than this one. */
export const isAhead = ({ startsAt }: { startsAt: string }) =>
  Date.parse(startsAt) >= thisMinute().getTime() + MINUTE_MS;

type Span = { startsAt: string; endsAt: string };

/** When a round that people know of ends by the next one: nothing where its own time is over before that. */
export function endBy(next: Pick<Span, 'startsAt'>, known: Span): 'now' | 'then' | undefined {
  const begins = Date.parse(next.startsAt);
  if (!isAhead(next) || begins <= Date.parse(known.startsAt)) return 'now';
  return begins < Date.parse(known.endsAt) ? 'then' : undefined;
}

/** Why these people: what the server reckoned with, in words. */
export function reasonWords({ kind, minutes, objective, person, text, count }: Reason): string {
  switch (kind) {
    case 'OVERLAP':
      return t('reason-overlap', { span: minutesInWords(minutes ?? 0) });
    case 'SHARED_LANGUAGE':
      return t('reason-language', { language: languageName(text ?? 'en') });
    case 'COMPLEMENTS':
      return t('reason-complements', {
        who: person?.id === viewer.person?.id ? 'you' : 'them',
        name: person?.name ?? '',
        number: objective?.number ?? 0,
        statement: objective?.statement ?? '',
      });
    case 'SAME_GOAL':
      return t('reason-goal', { goal: text ?? '' });
    case 'MET_BEFORE':
      return t('reason-met-before', { count: count ?? 1 });
    case 'WAITED':
      return t('reason-waited', { count: count ?? 1 });
    default:
      return t('pair-reason', { kind });
  }
}

/** How far from the best that could be a round is at most, in percent; nothing where nobody fits anybody. */
export const shortOf = ({ weight, bound }: { weight: number | null; bound: number | null }) =>
  weight !== null && bound !== null && bound > 0
    ? Math.max(0, Math.ceil((100 * (bound - weight)) / bound))
    : undefined;

export const metWords = (met: MetTogether) => t('met-together', { met });
export const metAnswerWords = (answer: MetAnswer) => t('met-answer', { answer });
export const unpairedWords = (reason: UnpairedReason) => t('unpaired-reason', { reason });
export const ruleBroken = (rule: PairingRule) => t('rule-broken', { rule });

/** The smallest change that would help, and with whom. */
export function relaxationWords({
  rule,
  to,
  with: people,
}: {
  rule: PairingRule;
  to: number | null;
  with: readonly { name: string }[];
}): string {
  const names = namesOf(people);
  if (rule === 'OVERLAP') return t('relax-overlap', { span: minutesInWords(to ?? 0), names });
  if (rule === 'COOLDOWN') return t('relax-cooldown', { count: to ?? 0, names });
  return t('relax', { rule, names });
}
