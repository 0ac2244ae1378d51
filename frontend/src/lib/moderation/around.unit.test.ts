import { expect, test } from 'vitest';
import { aroundPost } from './around';

const post = (number: number, parent?: number) => ({
  id: `post_${number}`,
  number,
  parentId: parent === undefined ? null : `post_${parent}`,
});
const posts = [post(1), post(2), post(5, 2), post(3), post(6, 3), post(7, 3), post(4)];
const told = (here: ReturnType<typeof post>, all = posts) =>
  aroundPost(all, here).map((part) =>
    part.kind === 'post' ? part.post.number : part.posts.map(({ number }) => number),
  );

test('a reply is read with what it answers and what is said beside it', () => {
  expect(told(post(6, 3))).toEqual([1, [2, 5], 3, 6, 7, [4]]);
});

test('an answer is read with what is said below it', () => {
  expect(told(post(2))).toEqual([1, 2, 5, [3, 6, 7, 4]]);
});

test('of a question the answers are folded', () => {
  expect(told(post(1))).toEqual([1, [2, 5, 3, 6, 7, 4]]);
});

test('a post beyond the page that was loaded is read all the same', () => {
  expect(told(post(120), [post(1), post(2)])).toEqual([1, [2], 120]);
});
