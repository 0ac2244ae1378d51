import assert from 'node:assert/strict';
import { COHORT } from '../pages/conversation.mjs';

/** As many people are on the board at most. */
const PEOPLE_MAX = 12;
const PROPOSED = 'Proposed, nobody knows yet';

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
    await enters(amara, 'Reckon the rest again');
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
};
