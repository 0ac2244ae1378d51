import assert from 'node:assert/strict';
import { PHONE } from '../browser.mjs';

const theme = (person) => person.page.evaluate(() => document.documentElement.dataset.theme);
const check = (person, name) => person.page.getByRole('radio', { name }).check();

export default {
  'On a phone one sees on which page of the settings one is': async ({ person }) => {
    const priya = await person('priya-raman', PHONE);
    await priya.opens('/settings/security');
    const box = await priya.link('Security').boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 390, JSON.stringify(box));
  },

  'The dark appearance stays, also on another device': async ({ person }) => {
    const laptop = await person('priya-raman');
    await laptop.opens('/settings/appearance');
    await check(laptop, 'Dark');
    await laptop.page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
    await laptop.reloads();
    assert.equal(await theme(laptop), 'dark');
    const phone = await person('priya-raman');
    await phone.opens('/today');
    assert.equal(await theme(phone), 'dark');
  },

  'German switches every word, and back': async ({ person }) => {
    const priya = await person('priya-raman');
    await priya.opens('/settings/appearance');
    await check(priya, 'Deutsch');
    await priya.page.waitForFunction(() => document.documentElement.lang === 'de');
    for (const path of [
      '/today',
      '/inbox',
      '/settings/appearance',
      '/settings/keyboard',
      '/search',
    ]) {
      await priya.opens(path);
      const words = await priya.page.locator('body').innerText();
      const english = words.match(
        /\b(Today|Search|Inbox|Settings|Keyboard|People|Questions|Channels|Open|Done|Reply|Profile)\b/,
      );
      assert.equal(english?.[0], undefined, `on ${path}`);
    }
    await priya.opens('/settings/appearance');
    await check(priya, 'English');
    await priya.seesHeading('Appearance');
  },

  'Single letters do nothing when they are switched off': async ({ person }) => {
    const priya = await person('priya-raman');
    await priya.opens('/settings/keyboard');
    await priya.page.getByRole('switch', { name: 'Single-letter keys' }).uncheck();
    await priya.reloads();
    await priya.page.locator('body').click({ position: { x: 1, y: 1 } });
    await priya.presses('g i ?');
    await priya.presses('Control+k');
    await priya.dialog('Search or jump to').waitFor();
    await priya.isAt('/settings/keyboard');
    assert.equal(await priya.dialog('Keyboard shortcuts').count(), 0);
  },

  'A profile is changed, and the others see it': async ({ person }) => {
    const [priya, jonas] = [await person('priya-raman'), await person('jonas-lindqvist')];
    await priya.opens('/settings/profile');
    await priya.fills('Ask me about', 'rotas that people like');
    await priya.clicks('Save profile');
    await priya.sees('Your profile is saved.');
    await jonas.opens('/people/priya-raman');
    await jonas.sees('rotas that people like');
  },

  'Whoever changes their password is signed out everywhere else': async ({ visitor, house }) => {
    const before = 'a bicycle leans against the wall';
    const after = 'two bicycles lean against the wall';
    house.runs(
      ['person', 'create', '--name', 'Uma Berg', '--email', 'uma@example.org', '--password-stdin'],
      before,
    );
    const enters = async (password) => {
      const uma = await visitor();
      await uma.opens('/signin');
      await uma.fills('E-mail', 'uma@example.org');
      await uma.fills('Password', password);
      await uma.clicks('Sign in');
      return uma;
    };
    const here = await enters(before);
    await here.isAt('/welcome');
    await here.clicks('Skip everything');
    await here.isAt('/today');
    const elsewhere = await enters(before);
    await elsewhere.isAt('/today');
    await here.opens('/settings/security');
    await here.fills('Your password now', before);
    await here.fills(/^New password/, after);
    await here.clicks('Change password');
    await here.sees(/^Your password is changed\./);
    await elsewhere.opens('/inbox');
    await elsewhere.isAt(/^\/signin/);
    await (await enters(after)).isAt('/today');
  },
};
