import { expect, test } from 'vitest';
import type { NoticeLineFragment, WaitingFragment } from '$lib/api';
import { merged } from './inbox';

const at = (hour: number) => `2026-11-21T${String(hour).padStart(2, '0')}:00:00Z`;

const pile = <Thing>(hours: number[], name: string, hasNextPage = false) => ({
  edges: hours.map((hour) => ({
    node: { id: `${name} ${hour}`, at: at(hour), doneAt: null } as Thing,
  })),
  pageInfo: { hasNextPage },
});
const items = (hours: number[], hasMore?: boolean) => pile<WaitingFragment>(hours, 'item', hasMore);
const notices = (hours: number[], hasMore?: boolean) =>
  pile<NoticeLineFragment>(hours, 'notice', hasMore);
const ids = (entries: { id: string }[]) => entries.map(({ id }) => id);

test('the newest stands first, whatever it is', () => {
  expect(ids(merged(items([12, 8]), notices([10])))).toEqual(['item 12', 'notice 10', 'item 8']);
});

test('what is dealt with is gone', () => {
  const list = items([12, 8]);
  list.edges[0]!.node.doneAt = at(13);
  expect(ids(merged(list, notices([])))).toEqual(['item 8']);
});

test('nothing stands below what may still come between', () => {
  expect(ids(merged(items([12, 9], true), notices([10, 7])))).toEqual([
    'item 12',
    'notice 10',
    'item 9',
  ]);
  expect(ids(merged(items([12, 9]), notices([10, 7])))).toHaveLength(4);
});
