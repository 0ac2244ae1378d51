import assert from 'node:assert/strict';
import { PHONE } from '../browser.mjs';

const WHO = JSON.stringify({ query: '{ viewer { person { name } } }' });

/** What a program hears that brings a token and nothing else. */
const asks = (origin, token, path = '/graphql') =>
  fetch(origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: WHO,
  });

export default {
  'A token is made, shown once, used by a program, and revoked': async ({ person }) => {
    const priya = await person('priya-raman', PHONE);
    await priya.opens('/settings/tokens');
    await priya.sees('You have made no token yet.');
    await priya.fills('What it is for', 'Weekly report');
    await priya.clicks('Make a token');
    await priya.sees('This is shown once.');
    const token = await priya.field('The token').inputValue();
    assert.match(token, /^ilp_[0-9A-Za-z]{49}$/);

    const answer = await asks(priya.house.origin, token);
    const { data } = await answer.json();
    assert.equal(data.viewer.person.name, 'Priya Raman');

    await priya.reloads();
    await priya.sees('Weekly report');
    await priya.seesNoMore(token);
    await priya.clicks(/^Revoke.*Weekly report$/);
    await priya.clicks('Revoke', priya.page.getByRole('alertdialog'));
    await priya.sees('Weekly report is revoked.');
    await priya.sees('You have made no token yet.');
    assert.equal((await asks(priya.house.origin, token)).status, 401);
  },

  'An administrator makes a token for a directory, sees those of all, and revokes one': async ({
    person,
  }) => {
    const priya = await person('priya-raman');
    await priya.opens('/settings/tokens');
    await priya.fills('What it is for', 'A forgotten script');
    await priya.clicks('Make a token');
    await priya.sees('This is shown once.');

    const ines = await person('ines-duarte');
    await ines.opens('/tokens');
    await ines.fills('What it is for', 'Our directory');
    await ines.clicks('Make a token');
    const token = await ines.field('The token').inputValue();
    assert.match(token, /^ils_/);
    assert.equal((await asks(ines.house.origin, token)).status, 403);
    const address = await ines.field('The address for the directory').inputValue();
    const told = await fetch(`${address}/Users?filter=userName%20eq%20%22nobody%22`, {
      headers: { authorization: `Bearer ${token}` },
    });
    assert.equal(told.headers.get('content-type'), 'application/scim+json');
    assert.equal((await told.json()).totalResults, 0);
    await ines.clicks('Finished');
    await ines.sees('A forgotten script');
    await ines.clicks(/^Revoke.*A forgotten script$/);
    await ines.clicks('Revoke', ines.page.getByRole('alertdialog'));
    await ines.sees('A forgotten script is revoked.');
  },
};
