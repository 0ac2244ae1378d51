import { expect, test } from 'vitest';
import { dayAfter, maySay, openOnes, siteOf } from './sharing';

const community = { id: 'com_1', slug: 'guild', name: 'Guild', archivedAt: null };

test('who only reads shares nothing, and neither does anybody in an archive', () => {
  const viewerMembership = { id: 'mem_1', role: 'LEARNER' as const };
  expect(maySay({ ...community, viewerMembership })).toBe(true);
  expect(maySay({ ...community, viewerMembership: { id: 'mem_1', role: 'OBSERVER' } })).toBe(false);
  expect(maySay({ ...community, viewerMembership: null })).toBe(false);
  expect(maySay({ ...community, viewerMembership, archivedAt: '2026-01-01T00:00:00Z' })).toBe(
    false,
  );
});

test('where an address leads is told by its site', () => {
  expect(siteOf('https://www.example.org/loss?x=1')).toBe('example.org');
  expect(siteOf('no address')).toBeUndefined();
  expect(siteOf(null)).toBeUndefined();
});

test('something is begun only in channels that are open to the viewer', () => {
  const channel = (id: string, archivedAt: string | null, post: boolean) => ({
    id,
    archivedAt,
    viewerCan: { post },
  });
  const channels = [
    channel('a', '2026-01-01T00:00:00Z', true),
    channel('b', null, false),
    channel('c', null, true),
  ];
  expect(openOnes(channels).map(({ id }) => id)).toEqual(['c']);
});

test('what holds today is looked at again some months later', () => {
  expect(dayAfter(6, new Date('2026-11-22T12:00:00Z'))).toBe('2027-05-22');
});
