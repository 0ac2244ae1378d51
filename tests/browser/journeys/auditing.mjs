import { PHONE } from '../browser.mjs';

/** An auditor asks who read the correction of the demonstration; what they are told stands in a dialog alone. */
async function learnsWhoRead(ines, why) {
  await ines.opens('/audit/readers');
  await ines.sees(/^It is easy to think: Whoever pushes back/);
  const ask = ines.page.getByRole('button', { name: /^Who read it/ }).first();
  await ask.focus();
  await ines.presses('Enter');
  const dialog = ines.dialog(/^Who read correction \d+$/);
  await ines.field('Why', dialog).focus();
  await ines.types(why);
  await ines.presses('Enter');
  await ines.sees(/^has (not answered|read the correction)/, dialog);
  await ines.button('Close', dialog).last().focus();
  await ines.presses('Enter');
  await dialog.waitFor({ state: 'detached' });
}

/** The log is written after what was done: it is opened until it says so. */
async function opensLogThatSays(ines, words) {
  for (let tries = 0; tries < 20; tries += 1) {
    await ines.opens('/audit');
    const said = ines.page.getByText(words).first();
    if (
      await said.waitFor({ timeout: 1000 }).then(
        () => true,
        () => false,
      )
    )
      return;
  }
  await ines.sees(words);
}

/** The field of this name, and no other that begins like it. */
const filter = (ines, name) => ines.page.getByLabel(name, { exact: true });

export default {
  'An auditor learns with a reason who read what was corrected, and finds that in the log by its filters':
    async ({ person }) => {
      const ines = await person('ines-duarte');
      await ines.opens('/today');
      await ines.presses('Control+k');
      await ines.dialog('Search or jump to').waitFor();
      await ines.types('Audit');
      const found = ines.page.getByRole('option', { name: 'Audit', exact: true });
      await found.and(ines.page.locator('[data-selected]')).waitFor();
      await ines.presses('Enter');
      await ines.isAt('/audit');
      await learnsWhoRead(ines, 'Somebody was hurt at the depot');

      await opensLogThatSays(ines, 'Somebody was hurt at the depot');
      await filter(ines, 'What').selectOption({ label: 'Answered an appeal' });
      await ines.isAt('/audit?about=appeals');
      await ines.sees('Nothing like that was done.');
      await filter(ines, 'What').selectOption({ label: 'Looked up who asked or who read' });
      await ines.isAt('/audit?about=reveals');
      await ines.sees('Somebody was hurt at the depot');
      await filter(ines, 'Who').selectOption({ label: 'Ines Duarte' });
      await ines.isAt(/^\/audit\?person=person_\w+&about=reveals$/);
      await ines.sees('Somebody was hurt at the depot');
      await filter(ines, 'Through').fill('2020-01-31');
      await ines.isAt(/until=2020-01-31/);
      await ines.sees('Nothing like that was done.');
      await ines.link('Show everything').focus();
      await ines.presses('Enter');
      await ines.isAt('/audit');
      await ines.sees('Somebody was hurt at the depot');
    },

  'On a phone an auditor reads the log, and to a moderator there is none': async ({ person }) => {
    const ines = await person('ines-duarte', PHONE);
    await learnsWhoRead(ines, 'A question of the works council');
    await opensLogThatSays(ines, 'A question of the works council');
    const jonas = await person('jonas-lindqvist', PHONE);
    await jonas.opens('/audit');
    await jonas.seesHeading('There is nothing here');
  },
};
