import { expect, test } from 'vitest';
import { isElsewhere, momentThere } from './when';

const part = { startsAt: '2026-10-30T13:00:00Z', endsAt: '2026-10-30T15:00:00Z' };

test('the time of another zone is worth saying only where its clocks show something else', () => {
  expect(isElsewhere({ ...part, zone: 'Europe/Berlin' }, 'Europe/Stockholm')).toBe(false);
  expect(isElsewhere({ ...part, zone: 'Europe/Berlin' }, 'Europe/Lisbon')).toBe(true);
});

test('two zones that agree only after a change of the clocks do not agree while it goes on', () => {
  const night = { startsAt: '2026-10-25T00:30:00Z', endsAt: '2026-10-25T02:00:00Z' };
  expect(isElsewhere({ ...night, zone: 'Europe/Berlin' }, 'Africa/Lagos')).toBe(true);
});

test('a moment is told by the clocks there, which are named where they differ', () => {
  const now = new Date('2026-10-20T12:00:00Z');
  const told = (zone: string, here: string) => momentThere(zone, '2026-10-30T23:30:00Z', here, now);
  expect(told('Asia/Kolkata', 'Europe/Berlin')).toContain('31');
  expect(told('Asia/Kolkata', 'Europe/Berlin')).toContain('Kolkata');
  expect(told('Europe/Berlin', 'Europe/Stockholm')).not.toContain('Berlin');
});
