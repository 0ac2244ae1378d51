import { beforeEach, expect, test } from 'vitest';
import type { CheckInToChangeFragment } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';
import { Defining, QuestionDraft, opensWords, whoWillSee } from './defining.svelte';

beforeEach(() => speakAlso('boards'));

const known = (more: object = {}) =>
  ({
    id: 'check_in_1',
    title: 'Two weeks on',
    state: 'SCHEDULED',
    audience: ['LEARNER'],
    zone: 'Europe/Berlin',
    opensAt: '2026-12-02T08:00:00Z',
    daysOpen: 7,
    daysAfterSession: null,
    rrule: null,
    session: null,
    community: { id: 'community_1', slug: 'autumn' },
    questions: [
      {
        id: 'question_1',
        kind: 'SCALE',
        words: 'How often?',
        options: ['never', 'once', 'often'],
        visibility: 'COHORT',
        optional: false,
      },
    ],
    ...more,
  }) as unknown as CheckInToChangeFragment;

test('what nobody touched is not said again', () => {
  expect(Defining.of(known()).changes(known())).toEqual({ checkIn: 'check_in_1' });
});

test('another title says the title alone, so that it can be said of one that is open', () => {
  const draft = Defining.of(known());
  draft.title = 'Three weeks on ';
  expect(draft.changes(known())).toEqual({ checkIn: 'check_in_1', title: 'Three weeks on' });
});

test('another day is said with its rule, which would be lost without it', () => {
  const rule = 'FREQ=DAILY;INTERVAL=3;COUNT=4';
  const draft = Defining.of(known({ rrule: rule }));
  expect([draft.day, draft.time, draft.rhythm]).toEqual(['2026-12-02', '09:00', 'kept']);
  draft.day = '2026-12-03';
  expect(draft.changes(known({ rrule: rule }))).toEqual({
    checkIn: 'check_in_1',
    opensAt: '2026-12-03T08:00:00.000Z',
    rrule: rule,
  });
});

test('it comes back as often as somebody says, also every three months', () => {
  const draft = new Defining();
  Object.assign(draft, { day: '2026-12-02', rhythm: 'quarterly', times: 4 });
  const { rrule } = draft.schedule('community_1', 'UTC');
  expect(rrule).toBe('FREQ=MONTHLY;INTERVAL=3;COUNT=4');
  const again = Defining.of(known({ rrule }));
  expect([again.rhythm, again.times]).toEqual(['quarterly', 4]);
  again.times = 8;
  expect(again.changes(known({ rrule }))).toMatchObject({
    rrule: 'FREQ=MONTHLY;INTERVAL=3;COUNT=8',
  });
  again.rhythm = 'once';
  expect(again.changes(known({ rrule }))).toMatchObject({ rrule: null });
});

test('what follows a session is moved by its days', () => {
  const session = { id: 'session_1', number: 4, title: 'Loss' };
  const after = known({ session, daysAfterSession: 14 });
  const draft = Defining.of(after);
  draft.daysAfter = 10;
  expect(draft.changes(after)).toEqual({ checkIn: 'check_in_1', daysAfterSession: 10 });
});

const corrected = {
  id: 'misconception_1',
  number: 17,
  claim: 'A good leader keeps storming short',
  holds: 'Stay in it, and make disagreeing safe',
};

test('what was corrected is asked about in its own words, and says which of them is wrong', () => {
  const draft = new QuestionDraft('MISCONCEPTION');
  draft.words = 'Which would you act on?';
  draft.about(corrected);
  expect(draft.input).toMatchObject({
    options: [corrected.claim, corrected.holds],
    misconception: 'misconception_1',
    mistaken: 0,
  });
  draft.about({ ...corrected, id: 'misconception_2', number: 18, claim: 'Another' });
  expect(draft.input).toMatchObject({ options: [corrected.holds, 'Another'], mistaken: 1 });
  draft.about('');
  expect(draft.input).not.toHaveProperty('misconception');
  draft.about({ ...corrected, number: 18, holds: 'so '.repeat(200) });
  expect(draft.input).toMatchObject({ options: [corrected.claim], mistaken: 0 });
});

test('statements that somebody wrote stay theirs, and only a re-check asks about a misconception', () => {
  const draft = new QuestionDraft('MISCONCEPTION', 'One\nThe other');
  draft.about(corrected);
  draft.mistaken = '1';
  expect(draft.input).toMatchObject({ options: ['One', 'The other'], mistaken: 1 });
  draft.kind = 'CHOICE';
  expect(draft.input).not.toHaveProperty('misconception');
});

test('what is kept comes back as it was', () => {
  const draft = new Defining();
  Object.assign(draft, { title: 'Two weeks on', day: '2026-12-02', rhythm: 'weekly', daysOpen: 5 });
  draft.audience = ['LEARNER', 'FACILITATOR'];
  draft.add();
  const added = draft.questions.at(-1)!;
  Object.assign(added, { kind: 'CHOICE', words: 'Which?', options: 'one\ntwo', optional: true });
  const again = new Defining();
  again.take(draft.words);
  expect(again.words).toBe(draft.words);
  expect(again.schedule('community_1', 'UTC')).toEqual(draft.schedule('community_1', 'UTC'));
  const inputs = (of: Defining) => of.questions.map(({ input }) => input);
  expect(inputs(again)).toEqual(inputs(draft));
  expect(new Set(again.questions.map(({ key }) => key)).size).toBe(3);
});

test('who plans a check-in reads who reads the answers, not that they do', () => {
  expect(whoWillSee('PAIR', 'SHORT_TEXT')).toBe(
    'Only each person and whoever they are paired with',
  );
  expect(whoWillSee('ANONYMOUS', 'SHORT_TEXT')).toMatch(/without names/);
  expect(whoWillSee('ANONYMOUS', 'SCALE')).toMatch(/counts alone/);
  for (const visibility of ['PAIR', 'FACILITATORS', 'COHORT', 'ANONYMOUS'] as const) {
    expect(whoWillSee(visibility, 'CHOICE')).not.toMatch(/\byou/i);
  }
});

test('of what comes back six days are written out, and the rest is counted', () => {
  const days = (count: number) =>
    Array.from(
      { length: count },
      (_, at) => `2027-01-${String(at + 4).padStart(2, '0')}T09:00:00Z`,
    );
  const written = (count: number) => opensWords(days(count), 'UTC').split('; ');
  expect(written(1)).toHaveLength(1);
  expect(written(6)).toHaveLength(6);
  expect(written(6).at(-1)).toMatch(/\b9\b/);
  expect(written(7).at(-1)).toBe('and once more');
  expect(written(9)).toHaveLength(7);
  expect(written(9).at(-1)).toBe('and 3 more times');
});
