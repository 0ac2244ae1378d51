import { COHORT, findsConversation, opensConversation } from '../pages/conversation.mjs';

const SILENCE = 'What do I do with silence?';
const MEI = 'the oldest thinks';

/** Puts conversations into an order of their own: what one story moves, no other reads. */
const begins = async (person, title, body) => {
  const { community } = await person.asks(
    `query ($slug: String!) { community(slug: $slug) { channels { id kind slug } } }`,
    { slug: COHORT },
  );
  const { id: channel } = community.channels.find(
    ({ kind }) => kind === 'MIXED' || kind === 'DISCUSSION',
  );
  const nonce = crypto.randomUUID();
  await person.asks(
    'mutation ($input: CreateThreadInput!) { createThread(input: $input) { id } }',
    { input: { channel, kind: 'DISCUSSION', title, body, tags: [], attachments: [], nonce } },
  );
  return findsConversation(person, title);
};

/** The field or button of this name, with the focus in it. */
const goesTo = async (place, role, name) => place.getByRole(role, { name }).first().focus();

export default {
  'Somebody reports a post, a moderator decides by keyboard, and who reported hears of it': async ({
    person,
  }) => {
    const [priya, jonas] = [await person('priya-raman'), await person('jonas-lindqvist')];
    const talk = await opensConversation(priya, SILENCE);
    await talk.fromMenuOf(MEI, 'Report');
    const dialog = priya.dialog('Report what Mei Wu wrote');
    await dialog.getByRole('radio', { name: 'Out of date' }).focus();
    await priya.presses('Space');
    await goesTo(dialog, 'textbox', 'What the moderators should know');
    await priya.types('We changed the order of speaking.');
    await goesTo(dialog, 'button', 'Report to the moderators');
    await priya.presses('Enter');
    await priya.sees('The moderators have your report.');

    await jonas.opens('/today');
    await jonas.goesBy('g m', /^\/moderation/);
    await goesTo(jonas.page, 'link', /^Reported/);
    await jonas.presses('Enter');
    await jonas.isAt(/tab=reported/);
    await jonas.presses('j');
    await jonas.isAt(/^\/moderation\/\w+/);
    // What waits longest stands first; this report is the last.
    await jonas.presses('j');
    await jonas.sees('We changed the order of speaking.');
    await jonas.sees('Out of date');
    const choices = jonas.page.getByRole('region', { name: 'What you can do' });
    await jonas.sees('What people will read', choices);
    await jonas.presses('.');
    await jonas.presses('Tab');
    await goesTo(choices, 'textbox', 'What those who reported it read');
    await jonas.types('It was like this then.');
    await goesTo(choices, 'button', 'Leave it as it is');
    await jonas.presses('Enter');
    await jonas.sees('Nothing to do: done.');

    await priya.opens('/reports');
    await priya.sees('It stays as it is');

    // By one key it waits again, as before.
    await jonas.presses('z');
    await jonas.sees(/waits again, as before\.$/);
    await priya.reloads();
    await priya.sees('A moderator has not decided yet.');
    await priya.button('Take it back').first().focus();
    await priya.presses('Enter');
    await priya.sees('Your report is taken back.');
  },

  'Two moderators see who has what, and the second is told what the first decided': async ({
    person,
  }) => {
    const [priya, jonas, amara] = [
      await person('priya-raman'),
      await person('jonas-lindqvist'),
      await person('amara-okafor'),
    ];
    const talk = await begins(amara, 'A talk that two look at', 'It says something.');
    const { list } = await talk.posts();
    await priya.asks('mutation ($input: FlagPostInput!) { flagPost(input: $input) { id } }', {
      input: { post: list[0].id, reason: 'OFF_TOPIC' },
    });
    await jonas.opens('/moderation?tab=reported');
    await jonas
      .link(/A talk that two look at/)
      .first()
      .focus();
    await jonas.presses('Enter');
    await jonas.seesHeading('A talk that two look at');
    await amara.opens('/moderation?tab=reported');
    await amara.sees('Jonas Lindqvist has this');
    await amara
      .link(/A talk that two look at/)
      .first()
      .focus();
    await amara.presses('Enter');
    await amara.seesHeading('A talk that two look at');
    await amara.sees('Jonas Lindqvist has this');
    await jonas.presses('y');
    await jonas.types('It is about somebody who is not here.');
    await jonas.presses('Enter');
    await jonas.sees('Hide it: done.');
    await amara.sees('It is about somebody who is not here.');

    await priya.opens(talk.path);
    await priya.sees(/^Hidden by a moderator: It is about somebody/);
    await amara.opens(talk.path);
    await amara.page.getByText('Show what it said').click();
    await amara.sees('It says something.');
  },

  'A moderator corrects a passage from the queue by keyboard, and takes that back': async ({
    person,
  }) => {
    const [amara, priya, jonas] = [
      await person('amara-okafor'),
      await person('priya-raman'),
      await person('jonas-lindqvist'),
    ];
    const WRONG = 'Whoever is silent has nothing to say.';
    const talk = await begins(priya, 'A talk with a wrong idea', `${WRONG} So I go on.`);
    const { list } = await talk.posts();
    await amara.asks('mutation ($input: FlagPostInput!) { flagPost(input: $input) { id } }', {
      input: { post: list[0].id, reason: 'FACTUALLY_WRONG' },
    });
    await jonas.opens('/moderation?tab=reported');
    await jonas
      .link(/A talk with a wrong idea/)
      .first()
      .focus();
    await jonas.presses('Enter');
    await jonas.seesHeading('A talk with a wrong idea');
    await jonas.presses('x');
    await jonas.presses('Enter');
    const panel = jonas.dialog('Correct a passage');
    await panel.getByRole('radio', { name: WRONG }).focus();
    await jonas.presses('Space');
    await panel.getByLabel('What that misses').fill('People are silent for many reasons.');
    await panel.getByLabel('What holds instead').fill('Ask what the silence is about.');
    await panel.getByLabel('Source 1').fill('Session 3, slide 9');
    await goesTo(panel, 'button', 'Tell the author');
    await jonas.presses('Enter');
    await jonas.sees(/^Correct.*: done\.$/);

    await priya.opens(talk.path);
    await priya.sees('Only you see this');
    await jonas.presses('z');
    await jonas.sees(/waits again, as before\.$/);
    await priya.reloads();
    await priya.seesNoMore('Only you see this');
  },

  'A moderator stops somebody from writing for a time, and lets them write again': async ({
    person,
  }) => {
    const [jonas, priya] = [await person('jonas-lindqvist'), await person('priya-raman')];
    await jonas.opens(`/c/${COHORT}/people`);
    await jonas.chooses('What you can do with Priya Raman', 'Stop writing for a time');
    const dialog = jonas.page.getByRole('dialog', { name: /^Stop Priya Raman from writing/ });
    await goesTo(dialog, 'textbox', 'Why');
    await jonas.types('Three unkind posts on one day.');
    await jonas.sees(/^You can read in .* Why: Three unkind posts on one day\.$/, dialog);
    await goesTo(dialog, 'button', 'Stop Priya Raman from writing');
    await jonas.presses('Enter');
    await jonas.sees(/^Priya Raman does not write until /);

    const talk = await opensConversation(priya, SILENCE);
    await priya.sees(/^You do not write here until /);
    await priya.sees('Three unkind posts on one day.');
    await priya.button('Ask for another look').first().focus();
    await priya.presses('Enter');
    await goesTo(
      priya.dialog('Ask for another look'),
      'textbox',
      'Why it should be decided otherwise',
    );
    await priya.types('It was one post.');
    await priya.button('Ask for another look', priya.dialog('Ask for another look')).focus();
    await priya.presses('Enter');
    await priya.sees('Somebody else will look at it and answer you.');

    await jonas.opens(`/c/${COHORT}/moderation`);
    await jonas.seesHeading('Who does not write for a time');
    await jonas.button('Let Priya Raman write again').focus();
    await jonas.presses('Enter');
    await jonas.sees('Priya Raman writes again.');
    await priya.opens(talk.path);
    await talk.composer.waitFor();
  },
};
