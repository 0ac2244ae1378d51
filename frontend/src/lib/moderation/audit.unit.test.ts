import { describe, expect, test } from 'vitest';
import { askedIn, filterOf } from './audit';

const asked = (address: string) => askedIn(new URLSearchParams(address));

describe('what of the log is looked at', () => {
  test('an address says it, and what makes no sense asks for nothing', () => {
    expect(asked('about=reveals&person=person_1&from=2026-11-02')).toEqual({
      about: 'reveals',
      person: 'person_1',
      from: '2026-11-02',
      until: undefined,
    });
    expect(asked('about=everything&from=2026-13-45&until=soon')).toEqual({});
  });

  test('days are those of the viewer, the last one among them', () => {
    expect(filterOf({ from: '2026-11-02', until: '2026-11-02' }, 'Asia/Kolkata')).toEqual({
      person: null,
      kinds: null,
      from: '2026-11-01T18:30:00.000Z',
      until: '2026-11-02T18:30:00.000Z',
    });
    expect(filterOf({ about: 'appeals' }, 'UTC').kinds).toEqual([
      'APPEAL_UPHELD',
      'APPEAL_DECLINED',
    ]);
  });
});
