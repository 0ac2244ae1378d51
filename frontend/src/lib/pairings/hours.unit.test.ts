import { expect, test } from 'vitest';
import { clockOfMinutes, minutesOfClock } from './hours';

test('minutes of a day are a time, and back', () => {
  for (const minutes of [0, 59, 540, 570, 1439]) {
    expect(minutesOfClock(clockOfMinutes(minutes))).toBe(minutes);
  }
  expect(clockOfMinutes(570)).toBe('09:30');
  expect(clockOfMinutes(1440)).toBe('00:00');
});
