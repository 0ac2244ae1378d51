import { expect, test } from 'vitest';
import { fieldsOf, textOf } from './lines';

const KEPT = 'How often did you try it? :: never | once | often\nWhat got in the way?';

test('what is kept in lines is written in fields, and kept as it was', () => {
  const fields = fieldsOf(KEPT, 'several');
  expect(fields).toEqual([
    { words: 'How often did you try it?', rest: 'never\nonce\noften' },
    { words: 'What got in the way?', rest: '' },
  ]);
  expect(textOf(fields, 'several')).toBe(KEPT);
});

test('what is to be recalled is one text, whatever signs stand in it', () => {
  const kept = 'Which two? :: Ask | wait :: then listen';
  const fields = fieldsOf(kept, 'text');
  expect(fields).toEqual([{ words: 'Which two?', rest: 'Ask | wait :: then listen' }]);
  expect(textOf(fields, 'text')).toBe(kept);
});

test('whatever somebody types stays in its place', () => {
  const typed = [{ words: 'One::two\nthree', rest: 'yes | no\n\nperhaps' }];
  const [again] = fieldsOf(textOf(typed, 'several'), 'several');
  expect(again).toEqual({ words: 'One:two three', rest: 'yes / no\nperhaps' });
});

test('of nothing there is one field to begin with, and of empty fields nothing is kept', () => {
  expect(fieldsOf(' \n', 'several')).toEqual([{ words: '', rest: '' }]);
  expect(textOf([{ words: ' ', rest: '' }], 'several')).toBe('');
});
