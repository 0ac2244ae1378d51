import { expect, test } from 'vitest';
import type { NoticeLineFragment } from '$lib/api';
import { momentInWords } from '$lib/i18n/dates';
import { appealOf, factsOf, placeOf, titleOf } from './notices';

const notice = (more: object) =>
  ({
    id: 'notice_1',
    kind: 'MODERATION',
    about: 'check_1',
    title: 'Rota',
    message: null,
    count: null,
    post: { id: 'post_1' },
    community: { id: 'community_1', slug: 'autumn', name: 'Autumn' },
    ...more,
  }) as unknown as NoticeLineFragment;

test('what a moderator decided is told in a sentence, and leads to the post', () => {
  const hidden = notice({ message: 'POST_HIDDEN' });
  expect(titleOf(hidden)).toBe('A moderator hid your post in Rota');
  expect(placeOf(hidden)).toBe('/go/post_1');
  expect(appealOf(hidden)).toEqual({ item: 'check_1' });
});

test('who reported something is led to what became of it, and has nothing to appeal', () => {
  const declined = notice({ message: 'FLAG_DECLINED' });
  expect(placeOf(declined)).toBe('/reports');
  expect(appealOf(declined)).toBeUndefined();
});

test('who may not write asks about that, and is led to the community', () => {
  const muted = notice({ message: 'MUTED', about: 'mute_1', post: null });
  expect(appealOf(muted)).toEqual({ mute: 'mute_1' });
  expect(placeOf(muted)).toBe('/go/community_1');
});

test('moderators are led to the queue by how much waits', () => {
  const waiting = notice({ kind: 'TO_CHECK', title: 'Autumn', count: 3 });
  expect(titleOf(waiting)).toBe('3 things wait for a moderator in Autumn');
  expect(placeOf(waiting)).toBe('/moderation');
});

test('of pairs people are led to their own, and who leads to the board', () => {
  expect(placeOf(notice({ kind: 'PAIRED', about: 'pair_1' }))).toBe('/c/autumn/pairing');
  expect(placeOf(notice({ kind: 'PAIR_PAUSED', about: 'community_1 person_1' }))).toBe(
    '/c/autumn/pairing',
  );
  expect(placeOf(notice({ kind: 'PAIR_LEFT', about: 'pair_1' }))).toBe('/c/autumn/pairing');
  expect(placeOf(notice({ kind: 'PAIR_MENDED', about: 'pair_1' }))).toBe('/c/autumn/plan/pairings');
  expect(placeOf(notice({ kind: 'PAIRS_PROPOSED', about: 'pairing_1' }))).toBe(
    '/c/autumn/plan/pairings',
  );
});

test('a pair that is told of beforehand says from when until when it is', () => {
  const [from, until] = ['2030-01-07T08:00:00Z', '2030-02-04T08:00:00Z'];
  const told = { kind: 'PAIRED', about: 'pair_1', until };
  expect(factsOf(notice({ ...told, happensAt: from }))).toEqual([
    `from ${momentInWords(from)}`,
    `until ${momentInWords(until)}`,
  ]);
  expect(factsOf(notice({ ...told, happensAt: null }))).toEqual([`until ${momentInWords(until)}`]);
});

test('who was left alone is told in one line who left', () => {
  const waits = notice({ kind: 'PAIR_WAITS', about: 'pairing_1', gone: 'Ben' });
  expect(factsOf(waits)).toEqual(['Ben left your pair']);
});
