import assert from 'node:assert/strict';
import { hasPhone } from '../pages/phone.mjs';

const PASSWORD = 'a quiet room with tall windows';

export default {
  'A passkey is added, signs in, gets another name and is removed': async ({ visitor, house }) => {
    const who = ['--name', 'Pia Sommer', '--email', 'pia@example.org'];
    house.runs(['person', 'create', ...who, '--password-stdin'], PASSWORD);
    const pia = await visitor();
    const phone = await hasPhone(pia);
    await pia.opens('/signin');
    await pia.fills('E-mail', 'pia@example.org');
    await pia.fills('Password', PASSWORD);
    await pia.clicks('Sign in');
    await pia.isAt('/welcome');
    await pia.clicks('Skip everything');
    await pia.isAt('/today');

    await pia.opens('/settings/security');
    await pia.fills('Name', 'My phone');
    await pia.clicks('Add a passkey');
    await pia.seesHeading('Write these codes down');
    assert.equal(await pia.page.locator('main ol li').count(), 10);
    await pia.clicks('I have them');
    await pia.sees('Never used yet');
    const [credential] = await phone.holds();
    assert.equal(credential.rpId, 'localhost');
    assert.equal(credential.isResidentCredential, true);

    // On another computer, with the same phone and nothing typed.
    const elsewhere = await visitor();
    const same = await hasPhone(elsewhere);
    await same.takes(credential);
    await elsewhere.opens('/signin');
    await elsewhere.clicks('Sign in with a passkey');
    await elsewhere.isAt('/today');
    await elsewhere.opens('/settings/security');
    await elsewhere.sees('Last used');
    await elsewhere.page.getByRole('button', { name: /^Rename ?: My phone/ }).click();
    await elsewhere.fills('Name', 'Old phone');
    await elsewhere.clicks('Save');
    await elsewhere.sees('Old phone');
    await elsewhere.page.getByRole('button', { name: /^Remove ?: Old phone/ }).click();
    await elsewhere.clicks('Remove', elsewhere.page.getByRole('alertdialog'));
    await elsewhere.sees('“Old phone” opens nothing any more.');

    const third = await visitor();
    const left = await hasPhone(third);
    await left.takes((await same.holds())[0]);
    await third.opens('/signin');
    await third.clicks('Sign in with a passkey');
    await third.sees(/^This passkey opens nothing here/);
  },
};
