import assert from 'node:assert/strict';
import { hasPhone } from '../pages/phone.mjs';
import { inspect } from '../pages/places.mjs';

const PASSWORD = 'a quiet room with tall windows';

export default {
  'Who has to have a second factor sets one up right after signing in, and then goes on': async ({
    person,
    visitor,
    house,
  }) => {
    const ines = await person('ines-duarte');
    await ines.opens('/admin/security');
    await ines.field('Administrators').check();
    await ines.fills('Days to set one up', '0');
    await ines.clicks('Save');
    await ines.sees('Saved.');

    const who = ['--name', 'Olga Brandt', '--email', 'olga@example.org', '--administrator'];
    house.runs(['person', 'create', ...who, '--password-stdin'], PASSWORD);
    const olga = await visitor();
    const phone = await hasPhone(olga);
    olga.expects(/403|Forbidden/);
    await olga.opens('/signin');
    await olga.fills('E-mail', 'olga@example.org');
    await olga.fills('Password', PASSWORD);
    await olga.clicks('Sign in');
    await olga.isAt('/second-factor');
    await olga.seesHeading('One more step');
    // Nowhere else is anything before that, not even by its address.
    await olga.opens('/inbox');
    await olga.isAt('/second-factor');
    await inspect(olga, 'a second factor being required');
    await olga.fills('Name', 'Work phone');
    await olga.clicks('Add a passkey');
    await olga.seesHeading('Write these codes down');
    await olga.clicks('I have them');
    await olga.sees('That is all. Next time we ask for it.');
    await olga.clicks('Go on');
    await olga.isAt('/welcome');
    assert.equal((await phone.holds()).length, 1);

    await ines.field('Nobody: who wants to').check();
    await ines.clicks('Save');
  },
};
