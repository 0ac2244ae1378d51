import { expect, test } from 'vitest';
import type { StepFieldsFragment } from '$lib/api';
import type { Action } from './step.svelte';
import { Writing } from './writing.svelte';

const actions = [{ kind: 'announce', takesCondition: false, fields: [] }] as unknown as Action[];
const step = (title: string) =>
  ({
    key: 'tomorrow',
    title,
    anchor: 'SESSION_START',
    after: null,
    days: -1,
    minutes: null,
    unit: 'WORKING',
    at: '17:00',
    condition: null,
    about: null,
    action: 'announce',
    settings: { title: 'Tomorrow' },
  }) as unknown as StepFieldsFragment;
const known = (title = 'A word the day before') => ({
  name: 'Around a session',
  purpose: 'So that nobody forgets.',
  steps: [step(title)],
});

test('what was typed stands there again, with its steps in their order', () => {
  const writing = new Writing(actions, known());
  writing.name = 'Around each session';
  writing.forEachSession = true;
  const added = writing.steps.add();
  Object.assign(added, { title: 'Look back', side: 'AFTER', settings: { title: 'Back' } });
  writing.steps.list[0]!.amount = '3';

  const again = new Writing(actions, known());
  again.take(writing.words);
  expect(again.words).toBe(writing.words);
  expect(again.steps.input).toEqual(writing.steps.input);
  expect(again.steps.list.map(({ title }) => title)).toEqual([
    'A word the day before',
    'Look back',
  ]);
});

test('what somebody saved meanwhile is not written over by what was kept before', () => {
  const writing = new Writing(actions, known());
  writing.steps.list[0]!.title = 'A word';
  const changed = new Writing(actions, known('Two words the day before'));
  changed.take(writing.words);
  expect(changed.steps.list[0]!.title).toBe('Two words the day before');
});

test('who takes it all back has nothing to keep', () => {
  const writing = new Writing(actions, known());
  const before = writing.words;
  writing.name = 'Another';
  writing.name = 'Around a session';
  expect(writing.words).toBe(before);
});
