import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { speak } from '$lib/i18n/index.svelte';
import { speakOfFields } from './validity';

let stop: () => void;
beforeEach(() => {
  stop = speakOfFields(document);
  document.body.innerHTML = '<form><input id="name" required /><button>Send</button></form>';
});
afterEach(async () => {
  stop();
  document.body.innerHTML = '';
  await speak('en');
});

const field = () => document.querySelector('input')!;

test('a field that must be filled in says so in the language of the person', async () => {
  await speak('de');
  expect(document.querySelector('form')!.reportValidity()).toBe(false);
  expect(field().validationMessage).toBe('Bitte füllen Sie das aus.');
});

test('what was filled in since is not held up by what was said before', async () => {
  let isSent = false;
  document.querySelector('form')!.addEventListener('submit', (event) => {
    event.preventDefault();
    isSent = true;
  });
  await userEvent.click(document.querySelector('button')!);
  expect(isSent).toBe(false);
  expect(field().validationMessage).toBe('Please fill this in.');
  await userEvent.fill(field(), 'Mei');
  await userEvent.click(document.querySelector('button')!);
  expect(isSent).toBe(true);
});

test('a number that is too small or too large is told how far it may go', async () => {
  document.body.innerHTML = '<form><input id="days" type="number" min="5" max="60" /></form>';
  const form = document.querySelector('form')!;
  field().value = '3';
  expect(form.reportValidity()).toBe(false);
  expect(field().validationMessage).toBe('5 is the least.');
  await userEvent.fill(field(), '61');
  expect(form.reportValidity()).toBe(false);
  expect(field().validationMessage).toBe('60 is the most.');
});
