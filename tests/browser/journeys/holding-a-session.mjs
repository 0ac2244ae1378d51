import { COHORT } from '../pages/conversation.mjs';

const HEAD = `query ($slug: String!) { community(slug: $slug) { id sessions(first: 50) { edges { node { id number title } } } } }`;
const CREATE =
  'mutation ($input: CreateSessionInput!) { createSession(input: $input) { id number } }';
const PUBLISH = 'mutation ($input: PublishSessionInput!) { publishSession(input: $input) { id } }';

/** What the clocks in Stockholm show so many minutes from now. */
const wall = (minutes) =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Stockholm',
    dateStyle: 'short',
    timeStyle: 'short',
  })
    .format(new Date(Date.now() + minutes * 60_000))
    .replace(' ', 'T');

/** A session of the cohort that goes on at this moment; its number. */
export async function goingOn(amara, title) {
  const { community } = await amara.asks(HEAD, { slug: COHORT });
  const parts = [{ starts: wall(-5), ends: wall(90), zone: 'Europe/Stockholm' }];
  const input = {
    community: community.id,
    title,
    format: 'CLASSROOM',
    place: 'Mälaren',
    parts,
  };
  const { createSession } = await amara.asks(CREATE, { input });
  await amara.asks(PUBLISH, { input: { session: createSession.id } });
  return createSession.number;
}

/** Exactly so: “To” is not “Today”. */
const called = (person, label) => person.page.getByLabel(label, { exact: true });

const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export default {
  'A facilitator plans a session by keyboard, publishes it, and everybody sees it': async ({
    person,
  }) => {
    const [amara, priya] = [await person('amara-okafor'), await person('priya-raman')];
    await priya.opens(`/c/${COHORT}/sessions`);
    await amara.opens(`/c/${COHORT}`);
    await amara.goesBy('g s', `/c/${COHORT}/sessions`);
    await amara.link('Plan a session').press('Enter');
    await amara.seesHeading('Plan a session');
    await called(amara, 'Title').fill('A talk that is overdue');
    await called(amara, 'Day').fill(day(9));
    await called(amara, 'From').fill('09:00');
    await called(amara, 'To').fill('10:00');
    await amara.page.getByRole('radio', { name: /^Workshop/ }).press('Space');
    await called(amara, 'Link to the video call').fill('no link');
    await amara.button('Keep as a draft').press('Enter');
    await called(amara, 'Link to the video call').fill('');
    await called(amara, 'Place').fill('Stockholm, Room Mälaren');
    await amara.button('Keep as a draft').press('Enter');
    await amara.seesHeading('A talk that is overdue');
    await amara.sees('Draft');
    await priya.seesNoMore('A talk that is overdue');

    await amara.button('Publish').press('Enter');
    await amara.sees(/is published\. Everybody in Leading change, autumn sees it\./);
    await priya.sees('A talk that is overdue');
  },

  'An agenda is written row by row by keyboard, and its checks are current': async ({ person }) => {
    const amara = await person('amara-okafor');
    await amara.opens(`/c/${COHORT}/sessions/5`);
    await amara.link('Write the agenda').press('Enter');
    await amara.seesHeading('Edit the agenda');
    await amara.sees('120 minutes are not planned yet.');
    await amara.clicks('Add a segment');
    await amara.types('Where it faded');
    await called(amara, 'Minutes').first().fill('20');
    await called(amara, 'What people do').first().selectOption('INPUT');
    await amara.sees(/people only listen for 20 minutes/);
    await called(amara, 'Segment 1').press('Enter');
    await amara.types('Who would notice');
    await called(amara, 'Minutes').nth(1).fill('100');
    await amara.sees('it fits');
    await called(amara, 'Segment 2').press('Alt+ArrowUp');
    await amara.holds(called(amara, 'Segment 1'), 'Who would notice');
    await amara.clicks('Guide for segment 1');
    await called(amara, 'Say or ask').first().fill('Ask for a date and a name.');
    await amara.clicks('Remove segment 2');
    await amara.sees('20 minutes are not planned yet.');
    await amara.clicks('Undo');
    await amara.sees('it fits');
    await amara.sees('Saved');
    await amara.link('Finished').press('Enter');
    await amara.sees('Ask for a date and a name.');

    const priya = await person('priya-raman');
    await priya.opens(`/c/${COHORT}/sessions/5`);
    await priya.sees('Who would notice');
    await priya.seesNoMore('Ask for a date and a name.');
  },

  'A session is moved once what follows from it was seen, and whoever looks sees it move': async ({
    person,
  }) => {
    const [amara, priya] = [await person('amara-okafor'), await person('priya-raman')];
    await priya.opens(`/c/${COHORT}/sessions/6`);
    await amara.opens(`/c/${COHORT}/sessions/6`);
    await amara.chooses('Look after this session', 'Move the session');
    await amara.seesHeading('Move the session');
    await amara.button('A week later').press('Enter');
    await called(amara, 'Why, in a sentence').fill('The room is taken.');
    await amara.button('See what follows').press('Enter');
    await amara.seesHeading('What follows');
    await amara.button('Move it now').press('Enter');
    await amara.sees('“What stays” is moved. Everybody is told.');
    await priya.sees('This session was moved: The room is taken.');
  },

  'What counts from a session is due at its new time as soon as it is moved': async ({
    person,
  }) => {
    const amara = await person('amara-okafor');
    await amara.opens(`/c/${COHORT}/sessions/4`);
    const due = amara.page.getByText(/^Due /).first();
    const before = await due.textContent();
    await amara.chooses('Look after this session', 'Move the session');
    await amara.clicks('A week later');
    await amara.clicks('See what follows');
    await amara.seesHeading('What follows');
    await amara.clicks('Move it now');
    await amara.sees(/ is moved\. Everybody is told\./);
    await amara.page.getByText(before, { exact: true }).waitFor({ state: 'detached' });
    await due.waitFor();
  },

  'Before its time nobody is recorded as present, and who cannot come is excused': async ({
    person,
  }) => {
    const amara = await person('amara-okafor');
    await amara.opens(`/c/${COHORT}/sessions/5/attendance`);
    const row = amara.page.locator('[data-person]').filter({ hasText: 'Mei Wu' });
    await row.getByRole('button', { name: 'Present', disabled: true }).waitFor();
    await amara.clicks('Excused', row);
    await amara.sees('Mei Wu: Excused.');
  },

  'A session is begun, recorded by keys, and closed': async ({ person }) => {
    const amara = await person('amara-okafor');
    const number = await goingOn(amara, 'Held by keyboard');
    await amara.opens(`/c/${COHORT}/sessions/${number}`);
    await amara.button('Start the session').press('Enter');
    await amara.sees('Going on');
    await amara.presses('a');
    await amara.seesHeading('Attendance');
    await amara.sees('Aroha Ngata');
    await amara.presses('j p l x');
    await amara.sees('Mei Wu: Absent.');
    await amara.presses('z');
    await amara.sees('Taken back: Mei Wu.');
    await amara.sees(/Not recorded/);
    await amara.clicks(/^The \d+ not recorded are present$/);
    await amara.clicks('What was recorded about Kofi Mensah');
    const history = amara.dialog('What was recorded about Kofi Mensah');
    await amara.sees('Late', history);
    await amara.fills('A note', 'The train.', history);
    await amara.clicks('Add', history);
    await amara.sees(/The train\./);
    await amara.follows('Held by keyboard');
    await amara.button('Close the session').press('Enter');
    await amara.clicks('Close the session', amara.page.getByRole('alertdialog'));
    await amara.sees('“Held by keyboard” is over. What comes after it begins.');
    await amara.seesHeading('What happens by itself');
    await amara.link(/^Two weeks on/).waitFor();
    await amara.sees('Held');
  },

  'A session that does not take place says why': async ({ person }) => {
    const [amara, priya] = [await person('amara-okafor'), await person('priya-raman')];
    const number = await goingOn(amara, 'Not today');
    await priya.opens(`/c/${COHORT}/sessions/${number}`);
    await amara.opens(`/c/${COHORT}/sessions/${number}`);
    await amara.chooses('Look after this session', 'Cancel the session');
    const dialog = amara.dialog('Cancel “Not today”?');
    await amara.fills('Why', 'Nobody slept.', dialog);
    await amara.clicks('Cancel the session', dialog);
    await priya.sees('This session does not take place: Nobody slept.');
    await amara.chooses('Look after this session', 'Let it take place after all');
    await priya.seesNoMore('This session does not take place: Nobody slept.');
  },

  'A link belongs to a session, and goes when it is taken away': async ({ person }) => {
    const amara = await person('amara-okafor');
    await amara.opens(`/c/${COHORT}/sessions/4`);
    await amara.clicks('Add a link');
    const dialog = amara.dialog('Add a link');
    await amara.fills('What it is', 'The halving sheet', dialog);
    await amara.fills('Its address', 'https://example.com/sheet', dialog);
    await amara.clicks('Add a link', dialog);
    await amara.link('The halving sheet').waitFor();
    await amara.clicks('Remove “The halving sheet”');
    await amara.link('The halving sheet').waitFor({ state: 'detached' });
    await amara.clicks('Undo');
    await amara.link('The halving sheet').waitFor();
  },
};
