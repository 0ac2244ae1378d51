import { expect, test } from 'vitest';
import { firstOf } from './first';

const member = (slug: string, role: 'LEARNER' | 'FACILITATOR', kind: 'COHORT' | 'PRACTICE') => ({
  role,
  community: { slug, kind, archivedAt: null },
});

test('a learner meets their cohort before the circle that goes on for years', () => {
  const memberships = [
    member('guild', 'LEARNER', 'PRACTICE'),
    member('autumn', 'LEARNER', 'COHORT'),
    member('winter', 'LEARNER', 'COHORT'),
  ];
  expect(firstOf(memberships)).toBe('autumn');
});

test('who leads meets what they lead', () => {
  const memberships = [
    member('north', 'LEARNER', 'COHORT'),
    member('guild', 'FACILITATOR', 'PRACTICE'),
    member('autumn', 'FACILITATOR', 'COHORT'),
  ];
  expect(firstOf(memberships)).toBe('autumn');
});

test('what is archived comes last, and stands there when there is nothing else', () => {
  const old = member('spring', 'FACILITATOR', 'COHORT');
  const archived = { ...old, community: { ...old.community, archivedAt: '2026-01-01T00:00:00Z' } };
  expect(firstOf([archived, member('guild', 'LEARNER', 'PRACTICE')])).toBe('guild');
  expect(firstOf([archived])).toBe('spring');
  expect(firstOf([])).toBeUndefined();
});
