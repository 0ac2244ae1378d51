import { expect, test } from 'vitest';
import type { DraftLineFragment, DraftPlaceQuery, TodayQuery } from '$lib/api';
import { draftInWords, placeOf } from './drafts';
import { newsInWords, reasonsInWords } from './words';

const thread = (more: object) =>
  ({
    kind: 'QUESTION',
    title: 'What do I do with silence?',
    replyCount: 2,
    author: { name: 'Priya Raman' },
    lastAuthor: { name: 'Mei Wu' },
    ...more,
  }) as unknown as TodayQuery['today']['news'][number];

test('news says who did what in which conversation', () => {
  expect(newsInWords(thread({}))).toBe('Mei Wu answered in “What do I do with silence?”');
  expect(newsInWords(thread({ kind: 'DISCUSSION' }))).toMatch(/^Mei Wu wrote in/);
  const fresh = { replyCount: 0, lastAuthor: { name: 'Priya Raman' } };
  expect(newsInWords(thread(fresh))).toMatch(/^Priya Raman asks/);
  expect(newsInWords(thread({ lastAuthor: null, author: null }))).toMatch(/^Somebody answered/);
});

test('reasons are words', () => {
  expect(reasonsInWords(['MENTION', 'FOLLOWED'])).toBe('You are mentioned · You follow this');
});

const draft = (key: string, title: string | null = null) =>
  ({ key, title, body: 'I did it', version: 1 }) as DraftLineFragment;
const place = {
  title: 'What do I do with silence?',
  channel: { name: 'Questions' },
  community: { name: 'Leading change' },
};

test('a draft says what it will become, and where', () => {
  const known = { thread: place } as unknown as DraftPlaceQuery;
  expect(draftInWords(draft('reply:thread_1'), known)).toEqual({
    words: 'Reply in “What do I do with silence?”',
    where: 'Questions · Leading change',
  });
  const edited = { post: { id: 'post_1', thread: place } } as unknown as DraftPlaceQuery;
  expect(draftInWords(draft('edit:post_1'), edited).words).toMatch(/^A change to your words/);
  const channel = {
    channel: { id: 'channel_1', name: 'Questions', community: { name: 'Leading change' } },
  } as unknown as DraftPlaceQuery;
  expect(draftInWords(draft('new:channel_1'), channel)).toEqual({
    words: 'A new conversation in Questions',
    where: 'Questions · Leading change',
  });
  expect(draftInWords(draft('new:channel_1', 'Silence'), channel).words).toBe('Silence');
});

test('where a draft belongs is asked of the one thing that it names', () => {
  expect(placeOf(draft('reply:thread_1:post_2'))).toEqual({
    id: 'thread_1',
    reply: true,
    edit: false,
    new: false,
  });
});
