import { expect, test } from 'vitest';
import { KEYS, inputOf } from './decisions';

const item = { id: 'mitem_1', version: 3, post: { revision: 2 } };
const given = {
  reason: ' Names a client ',
  words: 'Which team?',
  channel: 'chan_1',
  reviewAt: null,
};

test('each decision has a key of its own, which is neither that of undo nor of moving on', () => {
  const keys = Object.values<string>(KEYS);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).not.toContain('z');
  expect(keys).not.toContain('j');
  expect(keys).not.toContain('k');
});

test('a decision takes with it only what belongs to it', () => {
  expect(inputOf(item, 'HIDE', given)).toMatchObject({
    reason: 'Names a client',
    words: null,
    channel: null,
    revision: null,
  });
  expect(inputOf(item, 'MOVE', given)).toMatchObject({ channel: 'chan_1', reason: null });
  expect(inputOf(item, 'APPROVE', given)).toMatchObject({ reason: null, words: null });
});

test('an edit says which revision it changes, and every decision which state it saw', () => {
  expect(inputOf(item, 'EDIT', given)).toMatchObject({ revision: 2, version: 3 });
});

test('a correction says which misconception was marked, and no words of another decision', () => {
  const made = { ...given, misconception: 'misc_1' };
  expect(inputOf(item, 'CORRECT', made)).toMatchObject({ misconception: 'misc_1', words: null });
  expect(inputOf(item, 'NOTHING', made)).toMatchObject({ misconception: null });
});
