import { expect, test } from 'vitest';
import type { BoardAnswerFragment } from '$lib/api';
import { byPerson, columnsOf } from './people';

const answer = (question: string, name: string, choice: number | null, sentAt: string) =>
  ({
    id: `${question}-${name}`,
    text: '',
    choice,
    choiceWords: null,
    sentAt,
    isLate: false,
    question: { id: question, words: question, options: [], visibility: 'COHORT' },
    person: { id: name, handle: name, name },
    themes: [],
    takenInto: null,
  }) as BoardAnswerFragment;

const board = [
  {
    question: { id: 'scale', kind: 'SCALE', options: ['Hardly', 'Somewhat', 'Well'] },
    answers: [answer('scale', 'ada', 2, '2026-11-02'), answer('scale', 'mei', 0, '2026-11-03')],
  },
  {
    question: { id: 'text', kind: 'SHORT_TEXT', options: [] },
    answers: [answer('text', 'ada', null, '2026-11-02'), answer('text', 'jon', null, '2026-11-01')],
  },
];

test('everybody stands once, the newest first, with all their answers', () => {
  expect(byPerson(board).map(({ person, answers }) => [person.id, answers.length])).toEqual([
    ['mei', 1],
    ['ada', 2],
    ['jon', 1],
  ]);
});

test('columns follow the words of the first scale, and who chose none comes last', () => {
  const columns = columnsOf(board)!;
  expect(columns.map(({ title }) => title)).toEqual(['Hardly', 'Somewhat', 'Well', undefined]);
  expect(columns.map(({ people }) => people.map(({ person }) => person.id))).toEqual([
    ['mei'],
    [],
    ['ada'],
    ['jon'],
  ]);
});

test('without a scale there are no columns', () => {
  expect(columnsOf(board.slice(1))).toBeUndefined();
});
