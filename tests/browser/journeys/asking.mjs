import assert from 'node:assert/strict';
import { obstacles } from '../access.mjs';
import { PHONE } from '../browser.mjs';
import { COHORT, findsConversation } from '../pages/conversation.mjs';
import { screenshot } from '../screenshots.mjs';

const QUESTIONS = `/c/${COHORT}/questions`;
const SILENCE = 'What do I do with silence?';
const body = (person) => person.page.getByRole('textbox', { name: 'More about it' });
const similar = (person) => person.page.getByRole('complementary', { name: 'Asked before' });

/** Asks through the page, and stands on the page of the question then. */
async function asks(person, title, words) {
  await person.opens(`${QUESTIONS}/new`);
  await person.fills('Title', title);
  await body(person).fill(words);
  await person.clicks('Ask the community');
  await person.seesHeading(title);
}

export default {
  'Whoever asks sees from the third word on what was asked before, by keyboard alone': async ({
    person,
  }) => {
    const priya = await person('priya-raman');
    await priya.opens(QUESTIONS);
    await priya.presses('a');
    await priya.seesHeading('Ask a question');
    await priya.field('Title').focus();
    await priya.types('What about');
    assert.equal(await similar(priya).getByRole('link').count(), 0);
    await priya.types(' silence');
    await similar(priya).getByRole('link', { name: SILENCE }).waitFor();
    await priya.presses('ArrowDown');
    await priya.page.locator('a:focus').waitFor();
  },

  'What was asked before opens beside by a key, and what is being written stays': async ({
    person,
  }) => {
    const priya = await person('priya-raman');
    await priya.opens(`${QUESTIONS}/new`);
    await priya.field('Title').focus();
    await priya.types('What about silence');
    const asked = similar(priya).getByRole('link', { name: SILENCE });
    await asked.waitFor();
    assert.deepEqual(await obstacles(priya.page, (theme) => screenshot(`similar ${theme}`)), []);
    const focused = priya.page.locator('a:focus').filter({ hasText: SILENCE });
    const shown = await similar(priya).getByRole('link').count();
    for (let step = 0; step < shown && !(await focused.isVisible()); step += 1) {
      await priya.presses(step === 0 ? 'ArrowDown' : 'Tab');
    }
    const opening = priya.context.waitForEvent('page');
    await priya.presses('Enter');
    const beside = await opening;
    await beside.getByRole('heading', { name: SILENCE }).first().waitFor();
    await beside.close();
    await priya.holds(priya.field('Title'), 'What about silence');
  },

  'On a phone what was asked before opens as a sheet': async ({ person }) => {
    const priya = await person('priya-raman', PHONE);
    await priya.opens(`${QUESTIONS}/new`);
    await priya.field('Title').pressSequentially('What about silence');
    await priya.page.getByRole('button', { name: / like it$/ }).click();
    const sheet = priya.dialog('Asked before');
    await sheet.getByRole('link', { name: SILENCE }).waitFor();
    await priya.presses('Escape');
    await sheet.waitFor({ state: 'detached' });
    await priya.page.getByRole('button', { name: / like it$/ }).waitFor();
  },

  'An answer gets its two marks, one from who asked and one from who moderates': async ({
    person,
  }) => {
    const title = 'How long do I wait before I ask a second time?';
    const [priya, jonas] = [await person('priya-raman'), await person('jonas-lindqvist')];
    await asks(priya, title, 'I counted to five, and nobody spoke.');
    const path = new URL(priya.page.url()).pathname;
    assert.match(path, /\/questions\/thread_\w+\/how-long-do-i-wait/);

    await jonas.opens(path);
    await jonas.clicks('I have this question too');
    await jonas.page.getByRole('button', { name: /I have this question too 1/ }).waitFor();
    const composer = jonas.page.getByRole('textbox', { name: 'Your answer' });
    await composer.fill('Twelve seconds. Then say what you heard.');
    await jonas.clicks('Post answer');
    const answer = (one) => one.page.locator('[data-post]').filter({ hasText: 'Twelve seconds.' });
    await answer(jonas).first().focus();
    await jonas.presses('b');
    await jonas.sees('Jonas stands behind this');
    await jonas.sees('Verified by Jonas Lindqvist');

    await answer(priya).first().waitFor();
    await answer(priya).first().focus();
    await priya.presses('Shift+H');
    await priya.sees('Priya: this helped');
    await priya.sees('Jonas stands behind this');
    await jonas.sees('Priya: this helped');

    await priya.opens(QUESTIONS);
    const row = priya.page.getByRole('listitem').filter({ hasText: title });
    await row.getByText('Verified').waitFor();
  },

  'A question is put on the agenda of a session, and everyone reads when': async ({ person }) => {
    const title = 'Can we practise the third step together?';
    const [priya, amara] = [await person('priya-raman'), await person('amara-okafor')];
    await asks(priya, title, 'I understood the first two.');
    const talk = await findsConversation(amara, title);
    await amara.opens(talk.path);
    await amara.chooses('This conversation', 'Cover it in a session');
    await amara.clicks('Put it on the agenda');
    await amara.sees(/^Will be covered on /);
    await priya.sees(/^Will be covered on /);
  },

  'Whoever asks without a name reads who can see what, and peers see no name': async ({
    person,
  }) => {
    const title = 'What if I am the one who resists?';
    const [amara, priya, jonas] = [
      await person('amara-okafor'),
      await person('priya-raman'),
      await person('jonas-lindqvist'),
    ];
    const { community } = await amara.asks('query($s:String!){community(slug:$s){id}}', {
      s: COHORT,
    });
    await amara.asks(
      'mutation($input:UpdateCommunityInput!){updateCommunity(input:$input){id namelessQuestions}}',
      { input: { community: community.id, namelessQuestions: true } },
    );
    await priya.opens(`${QUESTIONS}/new`);
    await priya.fills('Title', title);
    await body(priya).fill('I say yes and do nothing.');
    await priya.field('Ask without my name').check();
    await priya.sees(/^Nobody in the community sees your name/);
    await priya.sees(/^Moderators do not see it either/);
    await priya.clicks('Ask the community');
    await priya.seesHeading(title);
    await priya.sees(/You, without your name/);

    const path = new URL(priya.page.url()).pathname;
    await jonas.opens(path);
    await jonas.seesHeading(title);
    await jonas.sees(/Somebody, without a name/);
    assert.equal(await jonas.page.getByRole('main').getByText('Priya').count(), 0);
    await jonas.chooses('This conversation', 'Who asked this');
    await jonas.fills('Why', 'The words sound like somebody in trouble.');
    await jonas.clicks('Show me the name');
    await jonas.sees('Priya Raman', jonas.dialog('Who asked this'));
    await jonas.presses('Escape');
    assert.equal(await jonas.page.getByRole('main').getByText('Priya').count(), 0);
  },
};
