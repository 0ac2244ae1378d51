import { expect, test } from 'vitest';
import { branchesOf, firstUnread, joined, placed, type Post } from './order';

const post = (number: number, parent?: number, author = 'mei') =>
  ({
    id: `post_${number}`,
    number,
    parentId: parent ? `post_${parent}` : null,
    viewerIsAuthor: author === 'priya',
  }) as Post;

const numbers = (posts: readonly Post[]) => posts.map(({ number }) => number);

test('replies stand under what they reply to', () => {
  const branches = branchesOf([post(1), post(2), post(4, 2), post(3)]);
  expect(branches.map(({ root }) => root.number)).toEqual([1, 2, 3]);
  expect(numbers(branches[1]!.replies)).toEqual([4]);
});

test('a reply whose branch is not loaded still shows', () => {
  expect(branchesOf([post(1), post(5, 2)])).toHaveLength(2);
});

test('a new reply comes after the last one of its branch', () => {
  const posts = [post(1), post(2), post(4, 2), post(3)];
  expect(numbers(placed(posts, post(5, 2), true))).toEqual([1, 2, 4, 5, 3]);
});

test('a changed post keeps its place', () => {
  const posts = [post(1), post(2), post(3)];
  const changed = { ...post(2), body: 'better words' };
  expect(placed(posts, changed, true)[1]).toBe(changed);
});

test('a new post waits for its page when that is not loaded yet', () => {
  const posts = [post(1), post(2)];
  expect(placed(posts, post(80), false)).toBe(posts);
  expect(placed(posts, post(81, 79), false)).toBe(posts);
});

test('a page that brings what is known already brings nothing twice', () => {
  expect(numbers(joined([post(1), post(2)], [post(2), post(3)]))).toEqual([1, 2, 3]);
});

test('reading goes on at the first new post of somebody else', () => {
  const posts = [post(1), post(2), post(5, 2, 'priya'), post(3, undefined, 'jonas'), post(4)];
  expect(firstUnread(posts, 2)?.number).toBe(3);
  expect(firstUnread(posts, 5)).toBeUndefined();
});
