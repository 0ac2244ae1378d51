import { expect, test } from 'vitest';
import { settingsOf } from './step.svelte';

const fields = [
  { name: 'title', kind: 'LINE' },
  { name: 'minutes', kind: 'NUMBER' },
  { name: 'answerFirst', kind: 'YES_NO' },
  { name: 'roles', kind: 'ROLES' },
] as const;

test('settings are said as their kinds say, and what is empty is not said', () => {
  const form = { title: ' Bring one ', minutes: '15', answerFirst: false, roles: ['learner'] };
  expect(settingsOf(form, fields)).toEqual({
    title: 'Bring one',
    minutes: 15,
    answerFirst: false,
    roles: ['learner'],
  });
  expect(settingsOf({ title: ' ', minutes: '', roles: [] }, fields)).toEqual({});
});

test('what another action was told is left behind', () => {
  expect(settingsOf({ text: 'Tomorrow', title: 'Hello' }, fields)).toEqual({ title: 'Hello' });
});
