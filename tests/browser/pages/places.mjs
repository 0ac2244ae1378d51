// Every page there is, and the states of a page that look like another one.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { obstacles, overflows } from '../access.mjs';
import { screenshot } from '../screenshots.mjs';
import {
  SILENCE,
  asksSomebodyElse,
  asksToLook,
  asksWhoRead,
  changesCheckIn,
  changesQuestion,
  correctsPassage,
  looksAtRoster,
  looksForSimilar,
  makesAddress,
  makesToken,
  movesByAWeek,
  movesSomebody,
  mutes,
  opensFirst,
  parts,
  reports,
  seesTables,
  writesEachKind,
  writesReply,
} from './acts.mjs';
import { COHORT, GUILD, findsConversation } from './conversation.mjs';
import { misconceptionBy } from './corrections.mjs';
import { checkInFor } from './checkins.mjs';
import { consultationBy } from './consultations.mjs';
import { feedbackFor, roundFor } from './feedback.mjs';
import { plansPulse, pulseClosed, reactionOpen, transferOpen } from './pulses.mjs';
import { seriesFor } from './series.mjs';
import { PROVIDING, providerBy } from './providers.mjs';
import { journeyBy, preWorkBy, promptBy, templateBy } from './prompts.mjs';

const LOSS = 'Say where you felt the loss';
const RESISTANCE = 'How do I tell resistance from a reasonable objection?';

/**
 * Places to look at: an address, or a name with an address (or a conversation's title) and what to do
 * there first.
 */
export const OUTSIDE = [
  '/signin',
  '/signin?refused=EMAIL_TAKEN',
  '/forgot',
  '/reset/guessed',
  '/enter/guessed',
  '/mail/guessed',
  '/checkin/guessed',
  '/consult/guessed',
  '/pulse/guessed',
  '/react/guessed',
  '/invite/guessed',
  '/nowhere',
  ['an invitation', '/invite/TOKEN'],
];
export const PRIYA = [
  '/today',
  '/inbox',
  '/inbox?filter=following',
  '/inbox?filter=notices',
  '/drafts',
  '/search',
  '/search?q=loss',
  '/search?q=loss+from:priya-raman+-is:obsolete',
  `/c/${COHORT}`,
  `/c/${GUILD}`,
  `/c/${COHORT}/people`,
  `/c/${COHORT}/sessions`,
  `/c/${COHORT}/sessions/3`,
  `/c/${COHORT}/sessions/4`,
  `/c/${COHORT}/sessions/4/check-in`,
  `/c/${COHORT}/channels`,
  `/c/${COHORT}/channels/questions`,
  `/c/${COHORT}/channels/practice-log/new`,
  `/c/${COHORT}/questions`,
  `/c/${COHORT}/questions?show=corrected`,
  `/c/${COHORT}/questions/new`,
  ['what was asked before', `/c/${COHORT}/questions/new`, looksForSimilar],
  `/c/${COHORT}/prompts`,
  `/c/${COHORT}/prompts/series/SERIES`,
  `/c/${COHORT}/corrections`,
  ['a question', RESISTANCE],
  ['a conversation', LOSS],
  ['a reply being written', SILENCE, writesReply],
  ['a menu', SILENCE, (priya) => priya.clicks(/^You hear/)],
  ['the palette', '/today', (priya) => priya.presses('Control+k')],
  ['the keys', '/today', (priya) => priya.presses('?')],
  `/c/${COHORT}/checkins`,
  `/c/${COHORT}/checkins?show=diary`,
  `/c/${COHORT}/checkins/CHECKIN`,
  `/c/${COHORT}/checkins/CHECKIN/answer`,
  `/c/${COHORT}/pairing`,
  `/c/${COHORT}/pairing?show=past`,
  `/c/${COHORT}/pairing?show=you`,
  `/c/${COHORT}/pulses`,
  `/c/${COHORT}/pulses/SURVEY/answer`,
  `/c/${COHORT}/feedback`,
  `/c/${COHORT}/feedback/ROUND`,
  `/c/${COHORT}/feedback/ROUND/LOOKED`,
  `/c/${COHORT}/consultations`,
  `/c/${COHORT}/consultations/new?session=3`,
  '/consultations/CONSULTATION',
  ['somebody else being asked', '/consultations/CONSULTATION', asksSomebodyElse],
  ['being away', `/c/${COHORT}/checkins`, (priya) => priya.clicks('I am away')],
  `/c/${COHORT}/resources`,
  `/c/${COHORT}/resources/new`,
  `/c/${COHORT}/stories`,
  `/c/${COHORT}/stories/new`,
  '/reports',
  ['a report being written', SILENCE, reports],
  '/people/amara-okafor',
  '/people/priya-raman',
  '/settings/profile',
  '/settings/notifications',
  '/settings/calendar',
  ['an address for calendars', '/settings/calendar', makesAddress],
  '/settings/appearance',
  '/settings/keyboard',
  '/settings/security',
  ['a token being shown', '/settings/tokens', makesToken],
  '/settings/data',
  '/nowhere',
];
/** The same in two parts: what a story takes is bounded. */
const isOfOne = (_, at) => at % 2 === 0;
export const PRIYA_ONE = PRIYA.filter(isOfOne);
export const PRIYA_TWO = PRIYA.filter((...place) => !isOfOne(...place));

/** Where Amara asks and plans. */
export const PLANNING = [
  `/c/${COHORT}/prompts`,
  `/c/${COHORT}/prompts/new?session=4`,
  `/c/${COHORT}/prompts/PROMPT`,
  `/c/${COHORT}/prompts/PROMPT/edit`,
  `/c/${COHORT}/prompts/series/new?session=3`,
  ['how much stayed', `/c/${COHORT}/prompts/series/SERIES`, seesTables],
  ['a question that is to come', `/c/${COHORT}/prompts/series/SERIES`, changesQuestion],
  `/c/${COHORT}/pre-work/new?session=4`,
  `/c/${COHORT}/pre-work/PREWORK`,
  `/c/${COHORT}/pre-work/PREWORK/edit`,
  `/c/${COHORT}/sessions/4/brief`,
  `/c/${COHORT}/plan/journeys/JOURNEY`,
  `/c/${COHORT}/plan`,
  `/c/${COHORT}/plan?as=learner`,
  `/c/${COHORT}/plan/apply?session=4`,
  `/c/${COHORT}/plan/templates/new`,
  `/c/${COHORT}/plan/templates/TEMPLATE`,
  ['every kind of step being written', `/c/${COHORT}/plan/templates/new`, writesEachKind],
  `/c/${COHORT}/plan/pairings`,
  ['somebody being moved', `/c/${COHORT}/plan/pairings`, movesSomebody],
  ['other rules', `/c/${COHORT}/plan/pairings`, (amara) => amara.clicks('Other rules')],
  ['a round being published', `/c/${COHORT}/plan/pairings`, (amara) => amara.clicks('Publish')],
  `/c/${COHORT}/pulses`,
  `/c/${COHORT}/pulses?show=closed`,
  `/c/${COHORT}/pulses/new?session=3`,
  ['what a group said', `/c/${COHORT}/pulses/ANSWERED`, (amara) => amara.seesHeading('Answers')],
  ['what a group said, as tables', `/c/${COHORT}/pulses/ANSWERED`, seesTables],
  `/c/${COHORT}/pulses/FORM/code`,
  `/c/${COHORT}/pulses/PLANNED/edit`,
  `/c/${COHORT}/feedback/new?session=3`,
  `/c/${COHORT}/feedback/ROUND`,
  `/c/${COHORT}/feedback/ROUND/edit`,
  ['somebody being asked to look', `/c/${COHORT}/feedback/ROUND`, asksToLook],
  `/c/${COHORT}/corrections?show=work`,
  `/c/${COHORT}/corrections?show=resembling`,
  `/c/${COHORT}/corrections/MISCONCEPTION`,
  ['a passage being corrected', SILENCE, correctsPassage],
];
/** Where she leads. */
export const LEADING = [
  `/c/${COHORT}`,
  `/c/${COHORT}/edit`,
  `/c/${COHORT}/edit/calendar`,
  `/c/${COHORT}/edit/alumni`,
  `/c/${COHORT}/people`,
  `/c/${COHORT}/sessions/new`,
  `/c/${COHORT}/sessions/4`,
  `/c/${COHORT}/sessions/4/edit`,
  `/c/${COHORT}/sessions/4/agenda`,
  `/c/${COHORT}/sessions/4/code`,
  `/c/${COHORT}/checkins`,
  `/c/${COHORT}/checkins/CHECKIN`,
  ['a check-in being planned', `/c/${COHORT}/checkins`, (amara) => amara.clicks('Plan a check-in')],
  ['a check-in being changed', `/c/${COHORT}/checkins/CHECKIN`, changesCheckIn],
  `/c/${COHORT}/sessions/3/attendance`,
  `/c/${COHORT}/sessions/5/attendance`,
  `/c/${COHORT}/coverage`,
  '/programs',
  '/programs/leading-change',
  ['what follows from moving', `/c/${COHORT}/sessions/4/move`, movesByAWeek],
  ['an invitation being written', `/c/${COHORT}/people`, (amara) => amara.clicks('Invite people')],
  ['a channel being opened', `/c/${COHORT}/channels`, (amara) => amara.clicks('New channel')],
];
/** Where moderators look after what is written. */
export const MODERATING = [
  '/moderation',
  '/moderation?tab=to_check',
  ['an item of the queue', '/moderation?tab=reported', opensFirst],
  `/c/${COHORT}/moderation`,
  `/c/${COHORT}/reviews`,
  `/c/${COHORT}/asked`,
  ['a conversation being parted', SILENCE, parts],
  ['somebody being stopped from writing', `/c/${COHORT}/people`, mutes],
];
export const INES = [
  '/programs/new',
  '/programs/leading-change/edit',
  '/jobs',
  '/communities/new',
  `/c/${COHORT}`,
  `/c/${COHORT}/edit/next-run`,
  `/c/${COHORT}/people/import`,
  ['a roster looked at', `/c/${COHORT}/people/import`, looksAtRoster],
  '/outbox',
  '/suspensions',
  '/tokens',
  '/admin/people',
  '/admin/people?state=suspended',
  '/admin/people/PERSON',
  '/admin/roles',
  '/admin/people/invite',
  '/admin/people/invite/INVITES',
  '/admin/data',
  '/admin/security',
  '/synonyms',
  ...PROVIDING,
  '/audit',
  '/audit-log',
  '/audit-log?topic=roles',
  '/audit?about=appeals',
  '/audit/readers',
  ['who read it being asked', '/audit/readers', asksWhoRead],
  ['a letter', '/outbox', (ines) => ines.page.locator('main li button').first().click()],
];

const ROUTES = join(import.meta.dirname, '../../../frontend/src/routes');
const A_QUESTION = `/c/${COHORT}/questions/thread/title`;
const A_TALK = `/c/${COHORT}/channels/practice-log/thread`;
const addressOf = ([, address]) => {
  if (address.startsWith('/')) return address;
  return address === LOSS ? A_TALK : A_QUESTION;
};

/** Routes of the web app where none of the places is, apart from `elsewhere`. */
export function overlooked(elsewhere) {
  const places = [...OUTSIDE, ...PRIYA, ...PLANNING, ...LEADING, ...MODERATING, ...INES];
  const seen = places.map(
    (place) => (Array.isArray(place) ? addressOf(place) : place).split('?')[0],
  );
  const pages = readdirSync(ROUTES, { recursive: true }).filter((file) =>
    file.endsWith('+page.svelte'),
  );
  const routes = pages.map((file) => `/${dirname(file).replace(/\(\w+\)\//, '')}`);
  const isSeen = (route) => {
    const pattern = new RegExp(`^${route.replace(/\[\w+\]/g, '[^/]+')}$`);
    return seen.some((address) => pattern.test(address));
  };
  return routes.filter((route) => !elsewhere.includes(route) && !isSeen(route));
}

/** The path by which somebody new may come in. */
export function invitation(house) {
  const email = `${crypto.randomUUID()}@example.org`;
  const words = house.runs(['person', 'invite', '--community', GUILD, email]);
  return new URL(words.match(/http\S+\/invite\/\S+/)[0]).pathname;
}

export const withInvitation = (places, house) =>
  places.map((place) =>
    Array.isArray(place)
      ? [place[0], place[1].replace(/\/invite\/TOKEN/, () => invitation(house))]
      : place,
  );

/** Looks at one place after the other through the eyes of whoever comes. */
export async function inspects(come, places) {
  const somebody = await come();
  for (const place of places) {
    const [name, address, act] = Array.isArray(place) ? place : [place, place];
    await goes(somebody, address);
    await act?.(somebody);
    await inspect(somebody, name);
  }
}

const listOfInvites = async (ines) => {
  const text = 'name,email\nRuth,ruth@example.org\nTom,nowhere';
  const preview = `mutation ($text: String!) { previewInvites(input: { text: $text }) { id } }`;
  return (await ines.asks(preview, { text })).previewInvites;
};

const accountOfPriya = async (ines) =>
  (await ines.asks('{ person(handle: "priya-raman") { id } }', {})).person;

/** Words in an address that stand for something which is made first. */
const MADE = {
  PROMPT: (leader) => promptBy(leader, 'One thing you say, and one that they say'),
  JOURNEY: journeyBy,
  TEMPLATE: templateBy,
  MISCONCEPTION: misconceptionBy,
  CHECKIN: checkInFor,
  CONSULTATION: consultationBy,
  SURVEY: transferOpen,
  ANSWERED: pulseClosed,
  FORM: reactionOpen,
  'ROUND/LOOKED': feedbackFor,
  ROUND: roundFor,
  SERIES: (person) => seriesFor(person),
  PROVIDER: providerBy,
  PERSON: accountOfPriya,
  INVITES: listOfInvites,
  PLANNED: (leader) => plansPulse(leader, 'In a month'),
  PREWORK: (leader) => preWorkBy(leader, 'Read “Naming what is lost”'),
};

async function made(somebody, address) {
  const word = Object.keys(MADE).find((each) => address.includes(each));
  return word ? address.replace(word, (await MADE[word](somebody)).id) : address;
}

async function goes(somebody, place) {
  const address = await made(somebody, place);
  const isTitle = !address.startsWith('/');
  await somebody.opens(isTitle ? (await findsConversation(somebody, address)).path : address);
  await somebody.page.locator('.skeleton').first().waitFor({ state: 'detached' });
}

export async function inspect(somebody, name) {
  const { width } = somebody.page.viewportSize();
  const named = (theme) => screenshot(`${name} ${width} ${theme}`);
  const found = await obstacles(somebody.page, named);
  assert.deepEqual([...found, ...(await overflows(somebody.page))], [], `${name} at ${width}`);
}
