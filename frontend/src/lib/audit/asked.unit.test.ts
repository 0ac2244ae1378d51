import { expect, test } from 'vitest';
import { addressOf, askedIn, filterOf } from './asked';

test('an address says what of the log is looked at, and nonsense says nothing', () => {
  const asked = askedIn(
    new URLSearchParams('topic=roles&words=%20jonas%20&from=2026-11-01&until=x'),
  );
  expect(asked).toMatchObject({ topic: 'ROLES', words: 'jonas', from: '2026-11-01' });
  expect(asked.until).toBeUndefined();
  expect(askedIn(new URLSearchParams('topic=nothing')).topic).toBeUndefined();
  expect(addressOf(asked)).toMatchObject({ topic: 'roles', words: 'jonas' });
});

test('the last day is among those that are asked for, where the viewer is', () => {
  const filter = filterOf({ from: '2026-11-01', until: '2026-11-01' }, 'Europe/Berlin');
  expect(new Date(filter.from!).toISOString()).toBe('2026-10-31T23:00:00.000Z');
  expect(new Date(filter.until!).toISOString()).toBe('2026-11-01T23:00:00.000Z');
});
