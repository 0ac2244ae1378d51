import assert from 'node:assert/strict';
import { PHONE } from '../browser.mjs';

const ROLES = 'query ($id: ID!) { account(id: $id) { roles signInCount } }';
const idOf = async (person, handle) =>
  (await person.asks('query ($handle: String!) { person(handle: $handle) { id } }', { handle }))
    .person.id;

export default {
  'An administrator finds somebody, makes them one, and takes it back': async ({ person }) => {
    const ines = await person('ines-duarte');
    await ines.opens('/today');
    await ines.opens('/admin/people');
    await ines.seesHeading('People and accounts');
    await ines.fills('A name or an e-mail address', 'priya');
    await ines.isAt(/\?q=priya$/);
    await ines.follows('Priya Raman');
    await ines.isAt(/\/admin\/people\/person_\w+$/);
    await ines.sees('Priya Raman does not look after the organisation.');
    const question = ines.page.getByRole('alertdialog');
    await ines.clicks('Make administrator');
    await ines.clicks('Make administrator', question);
    await ines.sees('Priya Raman is an administrator now.');
    const id = await idOf(ines, 'priya-raman');
    assert.deepEqual((await ines.asks(ROLES, { id })).account.roles, ['ADMINISTRATOR']);

    await ines.clicks('Take administration away');
    await ines.clicks('Take administration away', question);
    await ines.sees('Priya Raman looks after the organisation no longer.');
    assert.deepEqual((await ines.asks(ROLES, { id })).account.roles, []);
  },

  'Ending all sign-ins of somebody shuts the page that they have open': async ({ person }) => {
    const jonas = await person('jonas-lindqvist');
    await jonas.opens('/today');
    jonas.expects(/401|Unauthorized|WebSocket/);
    const ines = await person('ines-duarte', PHONE);
    const id = await idOf(ines, 'jonas-lindqvist');
    await ines.opens(`/admin/people/${id}`);
    await ines.clicks('End all sign-ins');
    await ines.sees('Jonas Lindqvist is signed out everywhere.');
    assert.equal((await ines.asks(ROLES, { id })).account.signInCount, 0);
    await jonas.opens('/inbox');
    await jonas.isAt(/\/signin/);
  },

  'What who may do is read as a table': async ({ person }) => {
    const ines = await person('ines-duarte');
    await ines.opens('/admin/people');
    await ines.follows('Roles');
    await ines.seesHeading('Roles');
    const row = ines.page.getByRole('row', { name: /^Found a community/ });
    await row.waitFor();
    const cells = await row.getByRole('cell').allInnerTexts();
    assert.deepEqual(
      cells.map((cell) => /yes/.test(cell)),
      [false, false, false, false, false, false, true, false],
    );
  },

  'Who does not look after the organisation sees nobody’s account': async ({ person }) => {
    const amara = await person('amara-okafor');
    amara.expects(/403|Forbidden/);
    await amara.opens('/admin/people');
    assert.equal(await amara.field('A name or an e-mail address').count(), 0);
  },
};
