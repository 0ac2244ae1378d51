import { expect, test } from 'vitest';
import { ApiError } from '$lib/api';
import { sending } from './form.svelte';

const refused = async (field: string | undefined, fields: string[]) => {
  const form = sending(() => {
    throw new ApiError({ code: 'INVALID', message: 'a scale has 5 words', field });
  }, fields);
  await form.submit(new SubmitEvent('submit'));
  return form;
};

test('what is wrong with one of a list is said at that one, and nowhere else', async () => {
  const form = await refused('questions.2.options', ['title', 'questions.*.options']);
  expect(form.errorOf('questions.2.options')).toBe('A scale has 5 words.');
  expect(form.errorOf('questions.1.options')).toBeUndefined();
  expect(form.errorOf('options')).toBeUndefined();
  expect(form.error).toBeUndefined();
});

test('what is about no field on screen is said of the form', async () => {
  expect((await refused('questions.2.key', ['questions.*.options'])).error).toBeDefined();
  expect((await refused('questions', ['questions.*.options'])).error).toBeDefined();
  expect((await refused(undefined, ['title'])).error).toBeDefined();
  const named = await refused('input.title', ['title']);
  expect([named.error, named.errorOf('title')]).toEqual([undefined, 'A scale has 5 words.']);
});
