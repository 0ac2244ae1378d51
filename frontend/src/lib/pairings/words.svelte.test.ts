import { expect, test } from 'vitest';
import { speakAlso, t } from '$lib/i18n/index.svelte';
import { endBy, reasonWords, shortOf, whoMeans } from './words';

test('a round that cannot be bettered is not short of anything, and a lesser one is said to be', () => {
  expect(shortOf({ weight: 51, bound: 51 })).toBe(0);
  expect(shortOf({ weight: 36, bound: 51 })).toBe(30);
  expect(shortOf({ weight: 509, bound: 510 })).toBe(1);
});

test('where nothing was reckoned, or nobody fits anybody, nothing is said', () => {
  expect(shortOf({ weight: null, bound: null })).toBeUndefined();
  expect(shortOf({ weight: 0, bound: 0 })).toBeUndefined();
});

test('a round goes on until the next begins, and ends at once where that begins at once', () => {
  const known = { startsAt: '2020-01-01T09:00:00Z', endsAt: '2999-02-01T09:00:00Z' };
  expect(endBy({ startsAt: '2020-02-01T09:00:00Z' }, known)).toBe('now');
  expect(endBy({ startsAt: '2999-01-01T09:00:00Z' }, known)).toBe('then');
  expect(endBy({ startsAt: '2999-02-01T09:00:00Z' }, known)).toBeUndefined();
  const ahead = { ...known, startsAt: '2999-01-02T09:00:00Z' };
  expect(endBy({ startsAt: '2999-01-01T09:00:00Z' }, ahead)).toBe('now');
});

const face = (id: string) => ({ id, handle: id, name: id, avatarUrl: null, zone: 'UTC' });
const member = (id: string, more: object = {}) => ({
  role: 'PEER' as const,
  leftAt: null,
  isViewer: false,
  person: face(id),
  ...more,
});
const means = (id: string) => ({ id: `commitment_${id}`, words: 'Ask', person: face(id) });

test('who left keeps a column only for what they meant to do', () => {
  const gone = { leftAt: '2026-01-06T09:00:00Z' };
  const pair = {
    members: [member('priya', { isViewer: true }), member('sipho'), member('mei', gone)],
    commitments: [means('priya'), means('kofi')],
  };
  const columns = (of: object) =>
    whoMeans({ ...pair, ...of } as unknown as Parameters<typeof whoMeans>[0]).map(
      ({ person, hasLeft, list }) => [person.name, hasLeft, list.length],
    );
  expect(columns({})).toEqual([['sipho', false, 0]]);
  expect(columns({ commitments: [means('mei')] })).toEqual([
    ['sipho', false, 0],
    ['mei', true, 1],
  ]);
});

test('of what people say of themselves it is said who reads what comes of it', () => {
  for (const words of [t('ratings-lead'), t('about-lead')]) {
    expect(words).toMatch(/your pair and the facilitators/i);
  }
});

test('what is new, and who takes part, is said without bans and without nobody', async () => {
  await speakAlso('rounds');
  expect(t('round-repeats', { count: 0, of: 3 })).toBe('all new pairs');
  expect(t('board-counts', { count: 7, others: 0 })).toBe('7 people take part');
  expect(t('board-counts', { count: 7, others: 1 })).toBe('7 people take part, one does not');
  expect(t('pair-now', { names: 'Mei and Sipho', count: 2 })).toBe('You, Mei and Sipho');
});

test('who meets again too early reads why', () => {
  const reason = { kind: 'AGAIN' } as Parameters<typeof reasonWords>[0];
  expect(reasonWords(reason)).toBe('Paired again, so that nobody is left out');
});
