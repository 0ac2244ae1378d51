import { expect, test } from 'vitest';
import { questionsIn } from './ahead';

const ahead = (action: string, body: string | null) =>
  ({ step: { action }, body }) as Parameters<typeof questionsIn>[0];

test('a check-in is read as its questions, with the words of a scale below', () => {
  const body = 'How did it go? :: Badly | So so | Well\n\nWhat will you try next?';
  expect(questionsIn(ahead('open_check_in', body))).toEqual([
    { words: 'How did it go?', options: ['Badly', 'So so', 'Well'] },
    { words: 'What will you try next?', options: [] },
  ]);
});

test('what is to be recalled is not read before it is answered', () => {
  const body = 'What does silence mean? :: Often: not yet, or :: no\nWhere did you use it?';
  expect(questionsIn(ahead('space_prompts', body))).toEqual([
    { words: 'What does silence mean?', options: [] },
    { words: 'Where did you use it?', options: [] },
  ]);
});

test('what is said in Markdown holds no questions', () => {
  expect(questionsIn(ahead('announce', 'Use `a::b` **now**.'))).toBeUndefined();
});
