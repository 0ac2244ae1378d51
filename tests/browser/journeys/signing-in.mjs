import assert from 'node:assert/strict';

const PASSWORD = 'a quiet room with tall windows';

export default {
  'A visitor comes in with one click and goes again': async ({ visitor }) => {
    const somebody = await visitor();
    await somebody.opens('/');
    await somebody.isAt(/^\/signin/);
    await somebody.clicks(/Priya Raman/);
    await somebody.isAt('/today');
    await somebody.seesHeading(/Priya$/);

    await somebody.chooses(/Priya Raman/, 'Sign out');
    await somebody.isAt(/^\/signin/);
    await somebody.opens('/inbox');
    await somebody.isAt(/^\/signin/);
  },

  'Whoever was on the way somewhere comes there after signing in': async ({ visitor }) => {
    const somebody = await visitor();
    await somebody.opens('/inbox?filter=mentions');
    await somebody.isAt(/^\/signin\?next=/);
    await somebody.clicks(/Jonas Lindqvist/);
    await somebody.isAt('/inbox?filter=mentions');
  },

  'A wrong password gets words, and says nothing about who is here': async ({ visitor, house }) => {
    house.runs(
      [
        'person',
        'create',
        '--name',
        'Lena Fischer',
        '--email',
        'lena@example.org',
        '--password-stdin',
      ],
      PASSWORD,
    );
    const somebody = await visitor();
    await somebody.opens('/signin');
    const refusalFor = async (email) => {
      await somebody.fills('E-mail', email);
      await somebody.fills('Password', 'not the password at all');
      await somebody.clicks('Sign in');
      const alert = somebody.page.getByRole('alert').filter({ hasText: /\w/ });
      await alert.waitFor();
      return alert.innerText();
    };
    const known = await refusalFor('lena@example.org');
    assert.match(known, /password/i);
    await somebody.reloads();
    assert.equal(await refusalFor('nobody@example.org'), known);
  },

  'Somebody whom the operator created signs in with their password': async ({ visitor, house }) => {
    house.runs(
      [
        'person',
        'create',
        '--name',
        'Sam Rivera',
        '--email',
        'sam@example.org',
        '--password-stdin',
      ],
      PASSWORD,
    );
    const sam = await visitor();
    await sam.opens('/signin');
    await sam.fills('E-mail', 'sam@example.org');
    await sam.fills('Password', PASSWORD);
    await sam.clicks('Sign in');
    await sam.isAt('/welcome');
    await sam.clicks('Skip everything');
    await sam.isAt('/today');
    await sam.seesHeading('Good to see you, Sam');
    // Who says nothing of a zone has that of their device.
    await sam.opens('/settings/profile');
    await sam.holds(sam.field('Time zone'), 'Europe/Lisbon');
  },
};
