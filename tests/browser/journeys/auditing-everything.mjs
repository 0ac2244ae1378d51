import assert from 'node:assert/strict';
import { PHONE } from '../browser.mjs';

/** Looks for words. */
async function finds(ines, words) {
  const field = ines.page.getByRole('searchbox');
  await field.fill(words);
  await ines.presses('Enter');
  await ines.isAt(/words=/);
}

export default {
  'An administrator finds who was given which role, opens it by keyboard, checks the chain and takes it along':
    async ({ person }) => {
      const ines = await person('ines-duarte');
      await ines.opens('/today');
      await ines.presses('Control+k');
      await ines.dialog('Search or jump to').waitFor();
      await ines.types('Audit log');
      const found = ines.page.getByRole('option', { name: 'Audit log', exact: true });
      await found.and(ines.page.locator('[data-selected]')).waitFor();
      await ines.presses('Enter');
      await ines.isAt('/audit-log');
      await ines.sees(/Ines Duarte signed in/);

      await ines.link('People and roles').focus();
      await ines.presses('Enter');
      await ines.isAt('/audit-log?topic=roles');
      const entry = ines.page.locator('summary').first();
      await entry.focus();
      await ines.presses('Enter');
      await ines.sees('Hash');

      await ines.button('Check the chain').focus();
      await ines.presses('Enter');
      await ines.sees(/^The chain is whole: [\d,]+ entries, checked/);

      const saving = ines.page.waitForEvent('download');
      await ines.button('Export').focus();
      await ines.presses('Enter');
      assert.match((await saving).suggestedFilename(), /^audit-log\.csv$/);
      await ines.sees(/entries were exported/);

      await ines.opens('/audit-log');
      await finds(ines, 'nobodysaidthis');
      await ines.sees('Nothing like that was done.');
    },

  'On a phone the log is read, and to a moderator there is none': async ({ person }) => {
    const ines = await person('ines-duarte', PHONE);
    await ines.opens('/audit-log');
    await ines.sees(/signed in/);
    const jonas = await person('jonas-lindqvist', PHONE);
    await jonas.opens('/audit-log');
    await jonas.seesHeading('There is nothing here');
  },
};
