import { expect, test } from 'vitest';
import type { TodayQuery } from '$lib/api';
import { allThings, firstName, newsOf, thingsOf } from './things';

type Today = TodayQuery['today'];

const item = (id: string, doneAt: string | null = null) => ({ id, doneAt });
const norms = (id: string, normsAcknowledgedAt: string | null = null) => ({
  id,
  viewerMembership: { id: `membership-${id}`, normsAcknowledgedAt },
});
const question = (id: string, isAnswered = false) => ({ id, isAnswered });

const today = (some: object) =>
  ({
    since: '2026-10-24T00:00:00Z',
    waiting: [],
    norms: [],
    unanswered: [],
    news: [],
    drafts: [],
    ...some,
  }) as unknown as Today;
const order = (some: object) => thingsOf(today(some)).map(({ id }) => id);

test('who spoke to you comes first, then norms, then the oldest question, then the others', () => {
  const waiting = [item('mention'), item('reply')];
  const unanswered = [question('oldest'), question('newer')];
  expect(order({ waiting, norms: [norms('guild')], unanswered })).toEqual([
    'mention',
    'guild',
    'oldest',
    'reply',
    'newer',
  ]);
});

test('nobody is shown more than five things, and a moderator always sees a question', () => {
  const waiting = ['one', 'two', 'three', 'four', 'five'].map((id) => item(id));
  const shown = order({ waiting, unanswered: [question('rota'), question('map')] });
  expect(shown).toEqual(['one', 'rota', 'two', 'three', 'four']);
});

test('what was dealt with on this screen waits no longer', () => {
  const done = '2026-10-25T08:00:00Z';
  expect(
    order({
      waiting: [item('mention', done), item('reply')],
      norms: [norms('guild', done)],
      unanswered: [question('rota', true)],
    }),
  ).toEqual(['reply']);
});

test('what is due comes before all else, and what was done of it is gone', () => {
  const prompt = (id: string, isAnswered = false) => ({
    prompt: { id, isAnswered, withdrawnAt: null },
    preWork: null,
  });
  const reading = (id: string, isDone = false) => ({
    prompt: null,
    preWork: { id, isDone, withdrawnAt: null },
  });
  const due = [prompt('answered', true), prompt('stuck'), reading('read', true), reading('loss')];
  const later = [...due, prompt('later')] as unknown as Parameters<typeof thingsOf>[1];
  const shown = thingsOf(today({ waiting: [item('mention'), item('reply')] }), later);
  expect(shown.map(({ id }) => id)).toEqual(['stuck', 'loss', 'mention', 'later', 'reply']);
});

test('a correction that needs an answer comes before what is due, and another one after it', () => {
  const told = [
    { id: 'rota', viewerNotice: { answer: null, isRequired: false } },
    { id: 'ladder', viewerNotice: { answer: null, isRequired: true } },
    { id: 'answered', viewerNotice: { answer: 'GOT_IT', isRequired: true } },
  ] as unknown as Parameters<typeof allThings>[2];
  const due = [
    { prompt: { id: 'stuck', isAnswered: false, withdrawnAt: null }, preWork: null },
  ] as unknown as Parameters<typeof allThings>[1];
  const shown = allThings(today({ waiting: [item('mention')] }), due, told);
  expect(shown.map(({ id }) => id)).toEqual(['ladder', 'stuck', 'rota', 'mention']);
});

test('somebody new reads the norms first', () => {
  expect(order({ norms: [norms('cohort'), norms('guild')] })).toEqual(['cohort', 'guild']);
});

test('news is what is unread, and fresh when all of it is younger than yesterday', () => {
  const news = [
    { id: 'rota', unreadCount: 2, lastPostAt: '2026-10-25T08:00:00Z' },
    { id: 'read', unreadCount: 0, lastPostAt: '2026-09-01T08:00:00Z' },
  ];
  expect(newsOf(today({ news }))).toMatchObject({ unread: [{ id: 'rota' }], isFresh: true });
  const older = [...news, { id: 'old', unreadCount: 1, lastPostAt: '2026-10-20T08:00:00Z' }];
  expect(newsOf(today({ news: older })).isFresh).toBe(false);
});

test('a person is greeted by the first of their names', () => {
  expect(firstName(' Priya Raman ')).toBe('Priya');
  expect(firstName('Madonna')).toBe('Madonna');
});

test('a check-in stands among what is due by its closing, and is gone once it was answered', () => {
  const due = [
    { dueAt: '2026-10-27T12:00:00Z', prompt: { id: 'stuck', isAnswered: false } },
    { dueAt: null, prompt: { id: 'whenever', isAnswered: false } },
  ] as unknown as Parameters<typeof allThings>[1];
  const checkInsDue = [
    { id: 'weeks', closesAt: '2026-10-26T15:00:00Z', isWaiting: true },
    { id: 'answered', closesAt: '2026-10-25T15:00:00Z', isWaiting: false },
    { id: 'later', closesAt: '2026-10-30T15:00:00Z', isWaiting: true },
  ] as unknown as TodayQuery['checkInsDue'];
  const shown = allThings(today({ waiting: [item('mention')] }), due, [], { checkInsDue });
  expect(shown.map(({ id }) => id)).toEqual(['weeks', 'stuck', 'mention', 'later', 'whenever']);
});

test('one check-in is seen, however much else is due before it', () => {
  const due = ['one', 'two', 'three'].map((id) => ({
    dueAt: '2026-10-25T12:00:00Z',
    prompt: { id, isAnswered: false },
  })) as unknown as Parameters<typeof allThings>[1];
  const checkInsDue = ['weeks', 'later'].map((id) => ({
    id,
    closesAt: '2026-10-26T15:00:00Z',
    isWaiting: true,
  })) as unknown as TodayQuery['checkInsDue'];
  const shown = allThings(today({ waiting: [item('mention')] }), due, [], { checkInsDue });
  expect(shown.map(({ id }) => id)).toEqual(['one', 'two', 'weeks', 'mention', 'three', 'later']);
});

test('a talk with a colleague stands by its day, and is gone once it is on its way', () => {
  const consultationsDue = [
    { id: 'chosen', state: 'ASKED', dueAt: '2026-10-25T12:00:00Z', isColleague: false },
    { id: 'asked', state: 'ASKED', dueAt: null, isColleague: true },
    { id: 'choose', state: 'ASSIGNED', dueAt: '2026-10-28T12:00:00Z', isColleague: false },
  ] as unknown as TodayQuery['consultationsDue'];
  const shown = allThings(today({}), [], [], { consultationsDue });
  expect(shown.map(({ id }) => id)).toEqual(['choose', 'asked']);
});

test('a survey is seen where no check-in waits, however much else is due', () => {
  const due = ['one', 'two', 'three'].map((id) => ({
    dueAt: '2026-10-25T12:00:00Z',
    prompt: { id, isAnswered: false },
  })) as unknown as Parameters<typeof allThings>[1];
  const pulsesDue = [
    { id: 'survey', closesAt: '2026-10-26T15:00:00Z', isWaiting: true },
  ] as unknown as TodayQuery['pulsesDue'];
  const checkInsDue = [
    { id: 'weeks', closesAt: '2026-10-27T15:00:00Z', isWaiting: true },
  ] as unknown as TodayQuery['checkInsDue'];
  const shown = (others: object) => allThings(today({}), due, [], others).map(({ id }) => id);
  expect(shown({ pulsesDue })).toEqual(['one', 'two', 'survey', 'three']);
  expect(shown({ pulsesDue, checkInsDue })).toEqual(['one', 'two', 'weeks', 'three', 'survey']);
});

test('what somebody handed in waits until it is looked at, by the day when it is due', () => {
  const feedback = (id: string, state: string, dueAt: string) => ({ id, state, dueAt });
  const feedbackDue = [
    feedback('later', 'ASKED', '2026-10-30T08:00:00Z'),
    feedback('given', 'GIVEN', '2026-10-26T08:00:00Z'),
    feedback('late', 'PASSED_ON', '2026-10-25T08:00:00Z'),
  ];
  const things = allThings(today({}), [], [], { feedbackDue } as never);
  expect(things.map(({ kind, id }) => [kind, id])).toEqual([
    ['feedback', 'late'],
    ['feedback', 'later'],
  ]);
});
