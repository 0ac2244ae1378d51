import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { PHONE } from '../browser.mjs';
import { COHORT } from '../pages/conversation.mjs';

const CHOICES = `{ viewer { notificationSettings {
  preset digestAt lettersADay pausedUntil quiet { from until } kinds { kind when }
} } }`;
const COMMUNITY = 'query ($slug: String!) { community(slug: $slug) { id zone } }';
const PLAN =
  'mutation ($input: CreateSessionInput!) { createSession(input: $input) { id parts { id } } }';
const PUBLISH = 'mutation ($input: PublishSessionInput!) { publishSession(input: $input) { id } }';
const MOVE =
  'mutation ($input: RescheduleSessionInput!) { rescheduleSession(input: $input) { session { id } } }';
const CANCEL = 'mutation ($input: CancelSessionInput!) { cancelSession(input: $input) { id } }';
const CHANGE = `mutation ($input: UpdateNotificationSettingsInput!) {
  updateNotificationSettings(input: $input) { preset }
}`;
const OUTBOX = '{ outbox(first: 50) { edges { node { to state text } } } }';

/** The title of a page that is not there. */
const NOWHERE = 'There is nothing here';

const DAY_MS = 86_400_000;
const dayIn = (days) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

const chosen = async (person) => (await person.asks(CHOICES)).viewer.notificationSettings;
/** Waits until the server has what the page shows already. */
async function keeps(person, test) {
  while (!test(await chosen(person))) await pause(100);
}
const isChosen = (person, name) =>
  person.page.getByRole('radio', { name, checked: true }).waitFor();

/** A session that everybody in the cohort hears of. */
async function plans(amara, title, days) {
  const { community } = await amara.asks(COMMUNITY, { slug: COHORT });
  const day = dayIn(days);
  const { createSession } = await amara.asks(PLAN, {
    input: {
      community: community.id,
      title,
      format: 'VIRTUAL',
      parts: [{ starts: `${day}T09:00`, ends: `${day}T10:30` }],
    },
  });
  await amara.asks(PUBLISH, { input: { session: createSession.id } });
  return createSession.id;
}

export default {
  'Somebody chooses with keys alone what comes by letter, and takes it back': async ({
    person,
  }) => {
    const priya = await person('priya-raman');
    await priya.opens('/settings/notifications');
    await isChosen(priya, /^Calm/);
    await priya.page.getByRole('radio', { name: /^Calm/ }).focus();
    await priya.presses('ArrowDown');
    await priya.sees('Saved. Letters come like this from now on.');
    await isChosen(priya, /^Close/);
    await keeps(priya, ({ preset }) => preset === 'CLOSE');
    await priya.clicks('Undo');
    await isChosen(priya, /^Calm/);

    const mentions = priya.page.getByRole('radiogroup', { name: 'Mentions' });
    await mentions.getByRole('radio', { name: 'Once a day' }).focus();
    await priya.presses('ArrowLeft');
    await priya.sees('You have chosen a mix of your own, below.');
    await priya.reloads();
    await mentions.getByRole('radio', { name: 'At once', checked: true }).waitFor();
    const { kinds, preset } = await chosen(priya);
    assert.equal(preset, null);
    assert.equal(kinds.find(({ kind }) => kind === 'MENTION').when, 'AT_ONCE');
    const questions = priya.page.getByRole('radiogroup', { name: 'Open questions' });
    assert.equal(await questions.getByRole('radio').count(), 3);
  },

  'Quiet hours and the number of letters are kept, and what makes no sense is not': async ({
    person,
  }) => {
    const jonas = await person('jonas-lindqvist');
    await jonas.opens('/settings/notifications');
    const from = jonas.page.getByLabel('From', { exact: true });
    await from.fill('19:00');
    await jonas.presses('Tab');
    await jonas.sees('Saved. Letters come like this from now on.');
    await keeps(jonas, ({ quiet }) => quiet.from === '19:00');
    await jonas.fills('Letters a day at the most', '99');
    await jonas.presses('Tab');
    await jonas.sees('Choose 1 to 50 letters a day.');
    await jonas.fills('Letters a day at the most', '3');
    await jonas.presses('Tab');
    await jonas.seesNoMore('Choose 1 to 50 letters a day.');
    await keeps(jonas, ({ lettersADay }) => lettersADay === 3);
    await jonas.page.getByRole('switch', { name: 'Quiet hours' }).focus();
    await jonas.presses('Space');
    await from.waitFor({ state: 'detached' });
    await keeps(jonas, ({ quiet }) => quiet === null);
  },

  'Somebody stops following a conversation from the list of them, and thinks again': async ({
    person,
  }) => {
    const priya = await person('priya-raman');
    await priya.opens('/settings/notifications');
    const leave = priya.button('Stop following “Say where you felt the loss”');
    await leave.focus();
    await priya.presses('Enter');
    await priya.sees('“Say where you felt the loss” is followed no more.');
    await leave.waitFor({ state: 'detached' });
    await priya.clicks('Undo');
    await leave.waitFor();
  },

  'On a phone, letters pause for holidays, and go on sooner': async ({ person }) => {
    const amara = await person('amara-okafor', PHONE);
    await amara.opens('/settings/notifications');
    await amara.fills('No letters until', dayIn(12));
    await amara.clicks('Pause letters');
    await amara.sees(/^No letters until \w+day/);
    await keeps(amara, ({ pausedUntil }) => pausedUntil !== null);
    await amara.clicks('Go on now');
    await amara.button('Pause letters').waitFor();
    await keeps(amara, ({ pausedUntil }) => pausedUntil === null);
  },

  'A calendar program reads the sessions until the address is revoked': async ({ person }) => {
    const priya = await person('priya-raman');
    await priya.opens('/settings/calendar');
    await priya.sees('You have made no address yet.');
    await priya.page.getByLabel('Sessions of').selectOption('Leading change, autumn');
    await priya.clicks('Make an address');
    const address = new URL(await priya.field('Address for your calendar program').inputValue());
    const reads = () => priya.context.request.get(address.pathname);
    const feed = await reads();
    assert.match(await feed.text(), /^BEGIN:VCALENDAR/);
    await priya.clicks('Finished');
    await priya.reloads();
    await priya.page.getByRole('listitem').filter({ hasText: 'Leading change, autumn' }).waitFor();
    assert.equal(await priya.page.getByText(address.pathname).count(), 0);

    await priya.clicks(/^Revoke/);
    const question = priya.page.getByRole('alertdialog');
    await priya.clicks('Revoke the address', question);
    await priya.sees('You have made no address yet.');
    assert.equal((await reads()).status(), 404);
  },

  'What a session brings stands in the inbox at once, and is dealt with by keys': async ({
    person,
  }) => {
    const [amara, priya] = [await person('amara-okafor'), await person('priya-raman')];
    await priya.opens('/inbox?filter=notices');
    const title = 'What holds after a year';
    const session = await plans(amara, title, 40);
    await priya.sees(`A session: ${title}`);
    const parts = [{ starts: `${dayIn(41)}T14:00`, ends: `${dayIn(41)}T15:30` }];
    await amara.asks(MOVE, { input: { session, parts, reason: 'The room is taken.' } });
    await priya.sees(`Changed: ${title}`);
    await priya.sees('The room is taken.');
    await amara.asks(CANCEL, { input: { session, reason: 'Too few can come.' } });
    await priya.sees(`Does not take place: ${title}`);

    const row = priya.page.getByRole('listitem').filter({ hasText: title });
    await row.getByRole('link').focus();
    await priya.presses('e');
    await priya.sees(`“${title}” is dealt with.`);
    await row.waitFor({ state: 'detached' });
    await priya.presses('Shift+E');
    await row.waitFor();
    await row.getByRole('link').focus();
    await priya.presses('Enter');
    await priya.isAt(/^\/c\/leading-change-autumn\/sessions\/\d+$/);
    await priya.seesHeading(title);
  },

  'Every link of a letter leads to a page, and the last one stops such letters': async ({
    person,
    visitor,
  }) => {
    // An administrator reads letters as they are only when they are to herself.
    const [amara, ines] = [await person('amara-okafor'), await person('ines-duarte')];
    const title = 'A letter about this one';
    await ines.opens('/inbox?filter=notices');
    await plans(amara, title, 50);
    await ines.sees(`A session: ${title}`);
    // Whoever changes their hours is written to at once, whatever the hour is.
    await ines.asks(CHANGE, { input: { quiet: null, lettersADay: 9 } });

    const text = await letterAbout(ines, title);
    await ines.opens('/outbox');
    await ines.clicks(new RegExp(`^${title}: in your calendar`));
    await ines.sees('Choose when letters come', ines.page.getByRole('region'));

    const links = [...text.matchAll(/https?:\/\/\S+/g)].map(([link]) => new URL(link).pathname);
    const kinds = links.map((path) => path.split('/')[1]);
    assert.deepEqual(kinds.filter(Boolean), ['go', 'mail', 'settings']);
    for (const path of links) {
      await ines.opens(path);
      assert.equal(await ines.page.getByText(NOWHERE).count(), 0, `nothing is at ${path}`);
    }
    const somebody = await visitor();
    await somebody.opens(links.find((path) => path.startsWith('/mail/')));
    await somebody.seesHeading('Letters');
    await somebody.page.getByRole('radio', { name: /^No letters like that one/ }).focus();
    await somebody.presses('Space');
    await somebody.clicks('Save');
    await somebody.sees('Done. No letters like that one come any more.');
    const { kinds: kept } = await chosen(ines);
    assert.equal(kept.find(({ kind }) => kind === 'SESSION').when, 'NOT');
  },
};

/** The words of her own letter that tells of `title`, as soon as it is written. */
async function letterAbout(ines, title) {
  for (;;) {
    const { outbox } = await ines.asks(OUTBOX);
    const letter = outbox.edges.find(
      ({ node }) => node.to.startsWith('ines-duarte@') && node.text?.includes(title),
    );
    if (letter) return letter.node.text;
    await pause(100);
  }
}
