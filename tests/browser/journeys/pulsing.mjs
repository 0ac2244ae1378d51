import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { PHONE } from '../browser.mjs';
import { COHORT } from '../pages/conversation.mjs';
import { plansPulse, pulseClosed, reactionOpen, transferOpen } from '../pages/pulses.mjs';

/** Answers every question of a form on a phone: the middle word of scales, and sends. */
async function answersAll(somebody) {
  const { page } = somebody;
  const step = page.getByText(/^Question \d+ of \d+$/);
  await step.waitFor();
  for (;;) {
    const [, number, count] = /(\d+) of (\d+)/.exec(await step.innerText()).map(Number);
    const scale = page.getByRole('radio');
    if ((await scale.count()) > 0) await scale.nth(2).check();
    if (number === count) return somebody.clicks('Send');
    await somebody.clicks('Next');
    await page.getByText(`Question ${number + 1} of ${count}`).waitFor();
  }
}

export default {
  'Everybody in the room fills in a form from a code on the wall, once and without a sign-in':
    async ({ person, visitor }) => {
      const amara = await person('amara-okafor');
      const { id } = await reactionOpen(amara);
      await amara.opens(`/c/${COHORT}/pulses/${id}`);
      await amara.follows('Show the code');
      await amara.page.getByRole('img', { name: 'The code that leads to the form' }).waitFor();
      const address = await amara.page.getByText(/^https?:.*\/react\//).innerText();

      const somebody = await visitor(PHONE);
      const path = new URL(address).pathname;
      await somebody.opens(path);
      await somebody.clicks('Next');
      await somebody.sees('Choose or write something first.');
      await answersAll(somebody);
      await somebody.seesHeading('Thank you');
      await somebody.opens(path);
      await somebody.seesHeading('You have answered already');

      await amara.presses('Escape');
      await amara.isAt(`/c/${COHORT}/pulses/${id}`);
    },

  'Somebody answers on a phone without their name, and what they began is kept on the way': async ({
    person,
  }) => {
    const [amara, priya] = [await person('amara-okafor'), await person('priya-raman', PHONE)];
    const { id } = await transferOpen(amara);
    await priya.opens(`/c/${COHORT}`);
    await priya.chooses('Leading change, autumn', 'Pulse surveys');
    await priya.seesHeading('Pulse surveys');
    await priya.page.locator(`main a[href*="${id}"]`).click();
    const first = priya.page.getByRole('radio').nth(3);
    await first.check();
    await priya.sees('Kept on this device');
    await priya.reloads();
    // One goes on where one stopped; what was said is one step back.
    await priya.page.getByText(/^Question 2 of \d+$/).waitFor();
    await priya.clicks('Back');
    await priya.page.getByText(/^Question 1 of \d+$/).waitFor();
    await priya.page.getByRole('radio', { checked: true }).waitFor();
    await answersAll(priya);
    await priya.sees('Thank you. It counts without your name.');
    await priya.opens('/today');
    await priya.sees('That is all.');
    await priya.page.locator(`main a[href*="${id}"]`).first().waitFor({ state: 'detached' });
  },

  'Who leads reads what the group said: as plots, as tables, and as a file': async ({ person }) => {
    const amara = await person('amara-okafor');
    const { id } = await pulseClosed(amara);
    await amara.opens(`/c/${COHORT}/pulses/${id}`);
    await amara.seesHeading('Answers');
    await amara.page.locator('main').getByRole('img').first().waitFor();
    await amara.sees(/^Nothing here stands for fewer than \d+ people\.$/);
    await amara.clicks('Table');
    await amara.page.getByRole('table').first().waitFor();
    const [file] = await Promise.all([
      amara.page.waitForEvent('download'),
      amara.clicks('All of it as a file'),
    ]);
    assert.match(file.suggestedFilename(), /\.csv$/);
    const lines = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\n');
    assert.ok(lines.length > 3, `the file has ${lines.length} lines`);

    // It was shared with everybody: who learns reads the same, and can do nothing with it.
    const priya = await person('priya-raman');
    await priya.opens(`/c/${COHORT}/pulses/${id}`);
    await priya.seesHeading('Answers');
    assert.equal(await priya.button('Manage this survey').count(), 0);
  },

  'Who leads plans one from a template, changes its words, and takes it back': async ({
    person,
  }) => {
    const amara = await person('amara-okafor');
    await amara.opens(`/c/${COHORT}`);
    await amara.presses('g u');
    await amara.seesHeading('Pulse surveys');
    await amara.follows('Plan a pulse survey');
    await amara.page.getByRole('radio', { name: /^Before anything was learned/ }).check();
    const preview = amara.page.getByRole('region', { name: 'As people will see it' });
    await preview.getByRole('radio').first().waitFor();
    await amara.page.getByLabel('What you ask').first().fill('I name what people lose.');
    await preview.getByText('I name what people lose.').waitFor();
    await amara.fills('What it is called', 'Where we begin');
    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    await amara.page.locator('input[type="date"]').fill(soon);
    await amara.clicks('Plan it');
    await amara.sees('“Where we begin” is planned');
    await amara.seesHeading('Where we begin');
    await amara.sees('Until then nobody is asked.');
    await amara.chooses('Manage this survey', 'Take it back');
    await amara.clicks('Take it back', amara.page.getByRole('alertdialog'));
    await amara.sees('This was taken back: nobody is asked.');
  },

  'One that is planned is changed before anybody is asked': async ({ person }) => {
    const amara = await person('amara-okafor');
    const { id } = await plansPulse(amara, 'Too soon');
    await amara.opens(`/c/${COHORT}/pulses/${id}`);
    await amara.chooses('Manage this survey', 'Change it');
    await amara.holds(amara.field('What it is called'), 'Too soon');
    await amara.fills('What it is called', 'Soon enough');
    await amara.clicks('Save');
    await amara.sees('“Soon enough” is changed');
    await amara.seesHeading('Soon enough');
  },

  'A link that leads nowhere says so without a sign-in, and stands in the audit log': async ({
    person,
    visitor,
  }) => {
    const somebody = await visitor(PHONE);
    for (const path of ['/pulse/guessed', '/react/guessed']) {
      await somebody.opens(path);
      await somebody.seesHeading('This link does not lead anywhere');
    }
    const ines = await person('ines-duarte');
    await ines.opensUntilItSays('/audit-log', 'A link to a pulse survey opened nothing');
  },
};
