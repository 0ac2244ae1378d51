import assert from 'node:assert/strict';
import { PHONE } from '../browser.mjs';
import { COHORT } from '../pages/conversation.mjs';
import { plansSeries, seriesFor } from '../pages/series.mjs';

const SERIES = 'What stays of “Listening until they say so”';

/** Writes one question of the form: the fields of the card with its number. */
async function writes(amara, number, { title, body, expected }) {
  const card = amara.page.getByRole('listitem').filter({
    has: amara.page.getByRole('heading', { name: `Question ${number}`, exact: true }),
  });
  await amara.fills('What it is about', title, card);
  await amara.fills('What you ask', body, card);
  if (expected) await amara.fills('What is to be recalled', expected, card);
}

export default {
  'Who leads plans a series after a session, and what was begun is kept on the way': async ({
    person,
  }) => {
    const amara = await person('amara-okafor');
    await amara.opens(`/c/${COHORT}/sessions/3`);
    await amara.seesHeading('Questions that come later');
    await amara.follows('Plan a series');
    const name = amara.field('What the series is called');
    await amara.holds(name, 'What stays of “What resistance protects”');
    const dates = amara.page.getByRole('complementary', { name: 'When they come' });
    assert.equal(await dates.getByRole('listitem').count(), 5);
    for (const number of [5, 4, 3]) await amara.clicks(`Remove question ${number}`);
    await writes(amara, 1, {
      title: 'What it protects',
      body: 'What does resistance protect?',
      expected: 'What somebody would lose.',
    });
    await writes(amara, 2, { title: 'The question', body: 'What do you ask first?' });
    await amara.sees('The question', dates);
    await amara.sees(/^Draft kept on this device/);

    await amara.reloads();
    await amara.sees('The question', dates);
    const first = amara.field('What it is about').first();
    await amara.holds(first, 'What it protects');
    await amara.clicks('Move question 2 up');
    await amara.holds(first, 'The question');
    await amara.page.getByLabel('Days after the session').nth(1).fill('1');
    await amara.clicks('Plan the series');
    await amara.sees('This comes on a later day than the question before.');
    await amara.page.getByLabel('Days after the session').nth(1).fill('9');
    await amara.clicks('Plan the series');
    await amara.sees('“What stays of “What resistance protects”” is planned.');
    await amara.seesHeading('What stays of “What resistance protects”');
    await amara.sees(/^0 of 2 asked/);
  },

  'What is still to come is changed, held, and taken back': async ({ person }) => {
    const amara = await person('amara-okafor');
    const { id } = await plansSeries(amara, 'What is left of it');
    await amara.opens(`/go/${id}`);
    await amara.isAt(`/c/${COHORT}/prompts/series/${id}`);
    await amara.clicks('Change question 1');
    const dialog = amara.dialog('Change question 1');
    await amara.fills('What it is about', 'Another question', dialog);
    await amara.clicks('Save', dialog);
    await amara.sees('Question 1 is changed');
    await amara.page.getByRole('main').getByText('Another question').waitFor();
    await amara.clicks('Undo');
    await amara.seesNoMore('Another question');

    await amara.chooses('Manage this series', 'Hold it');
    await amara.sees(/^This is held: nothing is asked until it goes on\./);
    await amara.clicks('Undo');
    await amara.seesNoMore(/^This is held/);
    await amara.chooses('Manage this series', 'Take it back');
    await amara.clicks('Take it back', amara.page.getByRole('alertdialog'));
    await amara.sees('This was taken back. What was asked stays.');
    await amara.opens(`/c/${COHORT}/prompts`);
    await amara.sees('Taken back');
  },

  'Whoever answers reads what was expected, says by a key how well they knew it, and reads how it goes on':
    async ({ person }) => {
      const jonas = await person('jonas-lindqvist', PHONE);
      const { questions } = await seriesFor(jonas, SERIES);
      const [{ prompt }] = questions;
      await jonas.opens(`/c/${COHORT}/prompts/${prompt.id}`);
      await jonas.sees('Question 1 of 5');
      const expected = 'The other says that they were understood, in words of their own.';
      assert.equal(await jonas.page.getByText(expected).count(), 0);
      const answer = jonas.page.getByRole('textbox', { name: /^Your (answer|reply)$/ });
      await answer.fill('When they say that they were understood.');
      await jonas.presses('Control+Enter');
      await jonas.sees(expected);
      await jonas.page.locator('h1').click();
      await jonas.presses('2');
      await jonas.sees('Kept: you knew a part of it.');
      await jonas.sees('Your series so far: 1 in part.');
      await jonas.clicks('I knew it');
      await jonas.sees('Your series so far: 1 known.');

      const priya = await person('priya-raman');
      await priya.opens(`/c/${COHORT}/sessions/2`);
      await priya.follows(SERIES);
      await priya.sees('Your series so far: 2 known and 1 in part.');
      // What comes a month after is not shown before.
      await priya.sees('Not asked yet');
      assert.equal(await priya.page.getByText('How much stayed').count(), 0);
    },

  'Who leads reads how much stayed, as bars and as a table, while people answer': async ({
    person,
  }) => {
    const amara = await person('amara-okafor');
    const series = await seriesFor(amara, SERIES);
    await amara.opens(`/c/${COHORT}/prompts/series/${series.id}`);
    await amara.seesHeading('How much stayed');
    await amara.page.getByRole('img', { name: /times people said that they knew it\.$/ }).waitFor();
    await amara.clicks('Table');
    await amara.page.getByRole('columnheader', { name: 'Not yet' }).waitFor();
    await amara.page
      .getByRole('row', { name: /^1\. When you have listened long enough/ })
      .waitFor();
  },
};
