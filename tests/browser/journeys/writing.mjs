import assert from 'node:assert/strict';
import { PHONE } from '../browser.mjs';
import { opensConversation } from '../pages/conversation.mjs';

const SILENCE = 'What do I do with silence?';

export default {
  'A name is chosen from the list with keys, and its owner hears of it': async ({ person }) => {
    const [priya, jonas] = [await person('priya-raman'), await person('jonas-lindqvist')];
    await jonas.opens('/inbox');
    const talk = await opensConversation(priya, SILENCE);
    await talk.composer.click();
    await priya.types('Thank you @jo');
    const names = priya.page.getByRole('listbox', { name: 'People' });
    await names.getByRole('option', { name: 'Jonas Lindqvist' }).waitFor();
    await priya.presses('ArrowDown ArrowUp Enter');
    assert.equal(await talk.composer.inputValue(), 'Thank you @jonas-lindqvist ');
    await names.waitFor({ state: 'detached' });
    await priya.types('for the minute.');
    await priya.presses('Control+Enter');
    await talk.post('for the minute.').getByRole('link', { name: '@Jonas Lindqvist' }).waitFor();
    await jonas.sees(/for the minute\./);
  },

  'On a phone one writes at the foot of the screen': async ({ person }) => {
    const priya = await person('priya-raman', PHONE);
    const { page } = priya;
    const talk = await opensConversation(priya, SILENCE);
    const tabs = page.getByRole('navigation', { name: 'Places' });
    const sends = priya.button('Post answer');
    const foot = async () => {
      const box = await talk.composer.boundingBox();
      return { height: box.height, below: page.viewportSize().height - box.y - box.height };
    };
    // One line above the tabs, wherever one reads.
    await talk.composer.waitFor();
    const folded = await foot();
    assert.ok(folded.height < 50 && folded.below < 90, JSON.stringify(folded));
    await sends.waitFor({ state: 'hidden' });
    await page.locator('[data-post]').last().scrollIntoViewIfNeeded();
    assert.deepEqual(await foot(), folded);

    await talk.composer.tap();
    await sends.waitFor();
    await tabs.waitFor({ state: 'hidden' });
    assert.ok((await foot()).height > folded.height);
    await talk.writes('From the tram, with one thumb.');
    await sends.tap();
    await talk.post('From the tram, with one thumb.').waitFor();
    await sends.waitFor({ state: 'hidden' });
    await tabs.waitFor();
    // What was written last can be read above it.
    const last = await talk.post('From the tram, with one thumb.').boundingBox();
    const { y } = await talk.composer.boundingBox();
    assert.ok(last.y + last.height <= y, `${last.y + last.height} is below ${y}`);
  },

  'Escape leaves the name as it is typed': async ({ person }) => {
    const priya = await person('priya-raman');
    const talk = await opensConversation(priya, SILENCE);
    await talk.composer.click();
    await priya.types('@am');
    const names = priya.page.getByRole('listbox', { name: 'People' });
    await names.waitFor();
    await priya.presses('Escape');
    await names.waitFor({ state: 'detached' });
    assert.equal(await talk.composer.inputValue(), '@am');
  },

  'Marks are set with keys, and the preview shows what will stand there': async ({ person }) => {
    const priya = await person('priya-raman');
    const talk = await opensConversation(priya, SILENCE);
    await talk.composer.fill('eleven');
    await priya.presses('Control+a Control+b');
    assert.equal(await talk.composer.inputValue(), '**eleven**');
    await talk.composer.fill(
      '**eleven** <img src=x onerror=alert(1)>\n\n| a | b |\n|---|---|\n| 1 | 2 |',
    );
    await priya.clicks('Preview');
    const preview = priya.page.getByRole('group', { name: 'Your answer' });
    await preview.locator('strong', { hasText: 'eleven' }).waitFor();
    await preview.getByRole('table').waitFor();
    assert.equal(await preview.locator('img').count(), 0);
  },

  'A reply to a reply stands beside it': async ({ person }) => {
    const priya = await person('priya-raman');
    const talk = await opensConversation(priya, SILENCE);
    await priya.clicks('Reply', talk.post('let them write first'));
    await priya.page
      .getByRole('textbox', { name: 'Reply to Elise Dubois' })
      .fill('On which paper?');
    await priya.clicks(
      'Reply',
      priya.page.locator('form').filter({ hasText: 'Reply to Elise Dubois' }).locator('.foot'),
    );
    await talk.post('On which paper?').waitFor();
    const { list } = await talk.posts();
    const bodies = list.map(({ body }) => body);
    const place = bodies.indexOf('On which paper?');
    assert.match(bodies[place - 1], /let them write first/);
  },
};
