import { expect, test } from 'vitest';
import type { AskingPlaceFragment } from '$lib/api';
import { Asking, type Given } from './asking.svelte';

const place = {
  zone: 'Europe/Berlin',
  calendar: { workDays: ['MONDAY'], holidays: [] },
  sessions: { edges: [] },
} as unknown as AskingPlaceFragment;

const given: Given = {
  session: null,
  due: null,
  dueAt: '2025-10-28T16:00:00Z',
  minutes: 15,
  audience: ['LEARNER'],
  objectives: [],
};

test('a day that stays is not said again, so what has passed can be edited', () => {
  const asking = new Asking(place, given);
  asking.minutes = '20';
  expect(asking.change).not.toHaveProperty('dueAt');
  expect(asking.change.minutes).toBe(20);
});

test('another day is said, and so is none', () => {
  const asking = new Asking(place, given);
  asking.day = '2025-11-04';
  expect(asking.change).toHaveProperty('dueAt', '2025-11-04T16:00:00.000Z');
  asking.kind = 'never';
  expect(asking.change).toHaveProperty('dueAt', null);
});
