import assert from 'node:assert/strict';
import { obstacles } from '../access.mjs';
import { COHORT } from '../pages/conversation.mjs';
import { screenshot } from '../screenshots.mjs';

/** As many people are on the board at most. */
const PEOPLE_MAX = 12;
const PROPOSED = 'Proposed, nobody knows yet';
const WORDS = 'Meet once before the session, if only for a coffee.';

/** Where the keyboard is. */
const focused = (somebody) => somebody.page.locator('[data-person]:focus');

/** Presses a button by its key, wherever it stands. */
async function enters(somebody, name, place) {
  await somebody.button(name, place).focus();
  await somebody.presses('Enter');
}

export default {
  'Who administers, and leads nothing here, is shown no way to a board that is not theirs': async ({
    person,
  }) => {
    const ines = await person('ines-duarte');
    for (const [page, heading] of [
      ['plan', 'Plan'],
      ['pairing', 'Pairing'],
    ]) {
      await ines.opens(`/c/${COHORT}/${page}`);
      await ines.seesHeading(heading);
      assert.equal(await ines.page.locator('main a[href$="/plan/pairings"]').count(), 0);
    }
  },

  'Who leads drags somebody out of all, takes that back, and drags them to others': async ({
    person,
  }) => {
    const amara = await person('amara-okafor');
    await amara.opens(`/c/${COHORT}/plan/pairings`);
    await amara.sees(PROPOSED);
    const { page } = amara;
    const cards = page.locator('[data-pair]');
    const alone = page.getByRole('region', { name: /without a pair$|^Nobody is left out$/ });
    const named = (name) => page.locator(`[data-name="${name}"]`);
    const three = cards.filter({ hasText: 'Three, because' }).locator('[data-person]');
    const [name, beside] = await three.evaluateAll((all) => all.map(({ dataset }) => dataset.name));

    await cards.locator(named(name)).dragTo(alone);
    await amara.sees(`${name} moved`);
    await alone.locator(named(name)).waitFor();
    await amara.button('Undo').last().click();
    await cards.locator(named(name)).waitFor();

    await cards.locator(named(name)).dragTo(alone);
    await alone.locator(named(name)).waitFor();
    await alone.locator(named(name)).dragTo(cards.locator(named(beside)));
    await cards
      .filter({ has: named(name) })
      .filter({ has: named(beside) })
      .waitFor();
  },

  'Where no proposal comes out, the board says why, and other rules help': async ({ person }) => {
    const amara = await person('amara-okafor');
    await amara.opens(`/c/${COHORT}/plan/pairings`);
    await amara.sees(PROPOSED);
    await amara.clicks('Take it back');
    await amara.clicks('Begin a round');
    const begins = amara.dialog('Begin a round');
    await begins.getByRole('radio', { name: /^Mentoring/ }).check();
    await amara.clicks('Propose pairs', begins);
    const card = amara.page.getByRole('region', { name: /^No proposal came out of round / });
    await card.waitFor();
    await amara.sees(/there is no mentor for any mentee/i, card);
    const named = (theme) => screenshot(`a round that failed ${theme}`);
    assert.deepEqual(await obstacles(amara.page, named), []);

    await amara.clicks('Other rules', card);
    const rules = amara.dialog('Other rules');
    await rules.getByRole('radio', { name: /^Pairs/ }).check();
    await amara.clicks('Work it out again', rules);
    await amara.sees(PROPOSED);
    await card.waitFor({ state: 'detached' });
  },

  'Who leads puts people together by keys alone, and publishes': async ({ person }) => {
    const amara = await person('amara-okafor');
    await amara.opens(`/c/${COHORT}/plan/pairings`);
    await amara.sees(PROPOSED);
    await enters(amara, 'Take it back');
    await amara.button('Begin a round').waitFor();

    await amara.presses('c');
    const begins = amara.dialog('Begin a round');
    await begins.waitFor();
    await enters(amara, 'Propose pairs', begins);
    await begins.waitFor({ state: 'detached' });
    await amara.sees(PROPOSED);

    // By keys to Priya, and with her to somebody whose day has hours in common with hers.
    const name = 'Priya Raman';
    await amara.presses('j');
    await focused(amara).waitFor();
    for (let step = 0; step < PEOPLE_MAX; step += 1) {
      if ((await focused(amara).getAttribute('data-name')) === name) break;
      await amara.presses('j');
    }
    const card = amara.page.locator('[data-pair]').filter({ hasText: name });
    const beside = await card
      .locator('[data-person]')
      .evaluateAll((all) => all.map(({ dataset }) => dataset.name));
    const other = ['Kofi Mensah', 'Noor Haddad', 'Sipho Dlamini'].find(
      (each) => !beside.includes(each),
    );
    await amara.presses('m');
    const moves = amara.dialog(`Move ${name}`);
    await moves.waitFor();
    await amara.types(other);
    await amara.presses('Enter');
    await amara.sees(`${name} moved`);
    const together = amara.page.locator('[data-pair]').filter({ hasText: name });
    await together.filter({ hasText: other }).waitFor();

    await focused(amara).waitFor();
    await amara.presses('l');
    await together.getByRole('button', { pressed: true }).waitFor();
    const asked = await together.elementHandle();
    await enters(amara, 'Work out the rest again');
    await asked.waitForElementState('hidden');
    await amara.sees(PROPOSED);
    await together.filter({ hasText: other }).getByRole('button', { pressed: true }).waitFor();

    await amara.presses('p');
    const publishes = amara.page.getByRole('dialog', { name: /^Publish round / });
    await publishes.waitFor();
    await enters(amara, /^Publish (one pair|\d+ pairs)$/, publishes);
    await amara.sees(/ (knows|know) now$/);
    await amara.sees('Running');
  },

  'What everybody will read stands there before it is published, and arrives with the words of who leads':
    async ({ person }) => {
      const [amara, priya] = [await person('amara-okafor'), await person('priya-raman')];
      await amara.opens(`/c/${COHORT}/plan/pairings`);
      await amara.sees('Running');
      await amara.clicks('Begin a round');
      const begins = amara.dialog('Begin a round');
      await amara.clicks('Propose pairs', begins);
      await amara.sees(PROPOSED);

      await amara.clicks('Publish');
      const publishes = amara.page.getByRole('dialog', { name: /^Publish round / });
      await publishes.getByRole('region', { name: 'What each of them will read' }).waitFor();
      await amara.sees(/Priya Raman/, publishes);
      await amara.sees(/ends with it: its pairs and their talks close now\.$/, publishes);
      await amara.fills('Your words to all of them', WORDS, publishes);
      await amara.clicks('Cancel', publishes);
      await publishes.waitFor({ state: 'detached' });
      await amara.sees(PROPOSED);

      await amara.clicks('Publish');
      await amara.fills('Your words to all of them', WORDS, publishes);
      await amara.clicks(/^Publish (one pair|\d+ pairs)$/, publishes);
      await amara.sees(/ (knows|know) now$/);
      await priya.opens('/inbox?filter=notices');
      await priya.sees(WORDS);
    },
};
