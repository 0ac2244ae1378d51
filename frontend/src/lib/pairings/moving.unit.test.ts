import { describe, expect, test } from 'vitest';
import { destinations, wayBack, type Round } from './moving';

const person = (id: string) => ({ id, handle: id, name: id, zone: 'UTC' });
const pair = (id: string, ...people: string[]) =>
  ({
    id,
    locked: false,
    members: people.map((each) => ({ person: person(each), leftAt: null })),
  }) as unknown as Round['pairs'][number];
const round = (pairs: Round['pairs'], unpaired: string[] = []): Round => ({
  id: 'pairing_1',
  version: 1,
  pairs,
  unpaired: unpaired.map((each) => ({
    person: person(each),
    reason: 'NOBODY_LEFT' as const,
    relaxation: null,
  })),
});

describe('where somebody can be put', () => {
  test('with those who are alone, then into the other pairs', () => {
    const here = round([pair('p1', 'a', 'b'), pair('p2', 'c', 'd')], ['e']);
    expect(destinations(here, 'a').map(({ key }) => key)).toEqual(['e', 'p2']);
  });

  test('not into a pair that is locked', () => {
    const locked = { ...pair('p2', 'c', 'd'), locked: true };
    expect(destinations(round([pair('p1', 'a', 'b'), locked]), 'a')).toEqual([]);
  });
});

describe('the way back', () => {
  const before = round([pair('p1', 'a', 'b'), pair('p2', 'c', 'd')]);

  test('leads into the pair, where it is still there', () => {
    const now = round([pair('p1', 'b'), pair('p2', 'c', 'd', 'a')]);
    expect(wayBack(before, now, 'a')).toEqual({ pair: 'p1' });
  });

  test('leads to the partner who is alone now', () => {
    const now = round([pair('p2', 'c', 'd', 'a')], ['b']);
    expect(wayBack(before, now, 'a')).toEqual({ with: 'b' });
  });

  test('leads out where they were alone, to be put together again unless somebody took them out', () => {
    const alone = round([pair('p2', 'c', 'd')], ['a']);
    expect(wayBack(alone, before, 'a')).toEqual({ waits: true });
    const [a] = alone.unpaired;
    const out = { ...alone, unpaired: [{ ...a!, reason: 'BY_HAND' as const }] };
    expect(wayBack(out, before, 'a')).toEqual({});
  });
});
