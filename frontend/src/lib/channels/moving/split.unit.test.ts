import { expect, test } from 'vitest';
import { movable, taken } from './split';

const post = (number: number, parent?: number, deletedAt: string | null = null) => ({
  id: `post_${number}`,
  number,
  parentId: parent === undefined ? null : `post_${parent}`,
  deletedAt,
});
const posts = [post(1), post(2), post(4, 2), post(5, 2, '2026-10-01T00:00:00Z'), post(3)];

test('what a conversation begins with, and what is deleted, stays where it is', () => {
  expect(movable(posts).map(({ number }) => number)).toEqual([2, 4, 3]);
});

test('with an answer goes what was replied to it, in the order of reading', () => {
  expect(taken(posts, ['post_3'], 'post_2')).toEqual(['post_2', 'post_4', 'post_3']);
});

test('a reply goes alone, and an answer is let go with its replies', () => {
  expect(taken(posts, [], 'post_4')).toEqual(['post_4']);
  expect(taken(posts, ['post_2', 'post_4', 'post_3'], 'post_2')).toEqual(['post_3']);
});
