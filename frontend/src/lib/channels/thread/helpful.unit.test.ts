import { expect, test } from 'vitest';
import { helpfulFirst } from './helpful';

const NOW = Date.parse('2026-05-10T12:00:00Z');
const BY = { by: { id: 'p', handle: 'p', name: 'P' }, at: '2026-05-01T00:00:00Z' };
const verification = {
  ...BY,
  reviewAt: null,
  isReviewDue: false,
  obsoleteAt: null,
  obsoleteReason: null,
};
const answer = (
  id: string,
  marks: object = {},
  helpful = 0,
  createdAt = '2026-05-01T00:00:00Z',
) => ({
  id,
  createdAt,
  deletedAt: null,
  isAccepted: false,
  verification: null,
  reactions: [{ kind: 'HELPFUL' as const, count: helpful, viewerReacted: false }],
  ...marks,
});
const order = (...answers: ReturnType<typeof answer>[]) =>
  helpfulFirst(answers, NOW).map(({ id }) => id);

test('what a moderator stands behind comes first, then what helped the asker', () => {
  const liked = answer('liked', {}, 20);
  const helped = answer('helped', { isAccepted: true });
  const backed = answer('backed', { verification });
  expect(order(liked, helped, backed)).toEqual(['backed', 'helped', 'liked']);
});

test('what is obsolete by now does not stand first any more', () => {
  const old = answer('old', { verification: { ...verification, obsoleteAt: '2026-05-02' } });
  expect(order(old, answer('helped', { isAccepted: true }))).toEqual(['helped', 'old']);
});

test('a mark of long ago counts for less than one of now', () => {
  const early = answer('early', {}, 3, '2025-05-01T00:00:00Z');
  expect(order(early, answer('late', {}, 2))).toEqual(['late', 'early']);
});

test('among equals the earlier answer stands first', () => {
  expect(order(answer('first'), answer('second'))).toEqual(['first', 'second']);
});
