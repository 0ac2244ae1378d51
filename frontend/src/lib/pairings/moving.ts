/** Where people of a proposal stand, where they can go, and how they come back. Pure. */
import type { BoardRoundFragment } from '$lib/api';
import { peopleOf } from './people';

export type Round = Pick<BoardRoundFragment, 'id' | 'version' | 'pairs' | 'unpaired'>;

/** Into a pair, into a new one with somebody, or out of all: for good, or until it is solved again. */
export interface Place {
  pair?: string;
  with?: string;
  waits?: boolean;
}

export interface Destination extends Place {
  key: string;
  /** Who is there. */
  people: { id: string; name: string }[];
}

const membersOf = (pair: BoardRoundFragment['pairs'][number]) =>
  peopleOf(pair.members.filter(({ leftAt }) => !leftAt));

export const pairOf = ({ pairs }: Pick<Round, 'pairs'>, person: string) =>
  pairs.find((pair) => membersOf(pair).some(({ id }) => id === person));

/** Whether somebody was taken out by hand: no solution puts them together. */
export const isOut = ({ unpaired }: Pick<Round, 'unpaired'>, person: string) =>
  unpaired.some((each) => each.person?.id === person && each.reason === 'BY_HAND');

/** Everywhere that somebody could be put, besides out of all. */
export function destinations(round: Round, person: string): Destination[] {
  const here = pairOf(round, person);
  const pairs = round.pairs
    .filter(({ id, locked }) => id !== here?.id && !locked)
    .map((pair) => ({ key: pair.id, pair: pair.id, people: membersOf(pair) }));
  const alone = peopleOf(round.unpaired)
    .filter(({ id }) => id !== person)
    .map((each) => ({ key: each.id, with: each.id, people: [each] }));
  return [...alone, ...pairs];
}

/** How to put somebody back where they stood `before`, from how it stands `now`. */
export function wayBack(before: Round, now: Round, person: string): Place {
  const was = pairOf(before, person);
  if (!was) return isOut(before, person) ? {} : { waits: true };
  if (now.pairs.some(({ id }) => id === was.id)) return { pair: was.id };
  const partner = membersOf(was).find(({ id }) => id !== person);
  if (!partner) return {};
  const where = pairOf(now, partner.id);
  return where ? { pair: where.id } : { with: partner.id };
}
