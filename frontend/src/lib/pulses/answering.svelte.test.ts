import { afterEach, expect, test, vi } from 'vitest';
import type { PulseAskedFragment } from '$lib/api';
import { viewer } from '$lib/identity/viewer.svelte';
import { PulseAnswering } from './answering.svelte';

const options = ['1', '2', '3', '4', '5'];
const asked = [
  { id: 'scale', kind: 'SCALE', words: 'Did it help?', options, barriers: [], optional: false },
  { id: 'words', kind: 'TEXT', words: 'An example', options: [], barriers: [], optional: true },
  { id: 'way', kind: 'BARRIERS', words: 'What?', options: [], barriers: ['TIME', 'TOOLS'] },
] as unknown as PulseAskedFragment[];

afterEach(() => sessionStorage.clear());

test('a scale must be answered; an example and what got in the way may be left out', () => {
  const answering = new PulseAnswering(asked);
  expect(answering.missing.map(({ id }) => id)).toEqual(['scale']);
  answering.choose('scale', 3);
  answering.write('words', '  ');
  expect(answering.missing).toEqual([]);
  expect(answering.input).toEqual([{ question: 'scale', choice: 3, barriers: [] }]);
});

test('what was begun is kept on this device alone, and forgotten once it was sent', () => {
  const answering = new PulseAnswering(asked);
  answering.name('way', 'TIME', true);
  answering.name('way', 'TOOLS', true);
  answering.name('way', 'TIME', false);
  expect(new PulseAnswering(asked).input).toEqual([{ question: 'way', barriers: ['TOOLS'] }]);
  answering.forget();
  expect(new PulseAnswering(asked).input).toEqual([]);
});

test('what one person began is not there for the next who signs in on the same device', () => {
  const person = vi.spyOn(viewer, 'person', 'get');
  person.mockReturnValue({ id: 'person_1' } as typeof viewer.person);
  new PulseAnswering(asked).choose('scale', 4);
  person.mockReturnValue({ id: 'person_2' } as typeof viewer.person);
  expect(new PulseAnswering(asked).input).toEqual([]);
  person.mockRestore();
});

test('a survey that is only looked at is kept nowhere', () => {
  new PulseAnswering(asked, 'nowhere').choose('scale', 1);
  expect(new PulseAnswering(asked).input).toEqual([]);
});
