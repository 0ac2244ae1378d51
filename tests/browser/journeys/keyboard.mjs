import assert from 'node:assert/strict';

const SILENCE = 'What do I do with silence?';

export default {
  'Everything goes without a mouse: in, to a conversation, an answer, out': async ({ visitor }) => {
    const priya = await visitor();
    await priya.opens('/signin');
    await tabTo(priya, /Priya Raman/);
    await priya.presses('Enter');
    await priya.isAt('/today');

    await priya.presses('Control+k');
    await priya.dialog('Search or jump to').waitFor();
    await priya.types('with silence');
    const found = priya.page.getByRole('option', { name: SILENCE });
    await found.and(priya.page.locator('[data-selected]')).waitFor();
    await priya.presses('Enter');
    await priya.seesHeading(SILENCE);

    await priya.page.locator('[data-post]').nth(2).waitFor();
    await priya.presses('j j');
    const current = priya.page.locator('[data-post]:focus');
    const answered = (await current.getAttribute('aria-label')).replace(/, post .*/, '');
    const helpful = current.getByRole('button', { name: /^Helpful/ });
    const wasPressed = (await helpful.getAttribute('aria-pressed')) === 'true';
    await priya.presses('h');
    await current.getByRole('button', { name: /^Helpful/, pressed: !wasPressed }).waitFor();
    await priya.presses('r');
    const field = priya.page.getByRole('textbox', { name: `Reply to ${answered}` });
    await field.waitFor();
    assert.ok(await field.evaluate((area) => area === document.activeElement));
    await priya.types('Not one click so far.');
    await priya.presses('Control+Enter');
    await priya.page.getByRole('article').filter({ hasText: 'Not one click so far.' }).waitFor();

    await priya.goesBy('g t', '/today');
    await tabTo(priya, /sign out$/);
    await priya.presses('Enter');
    await priya.page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
    await priya.presses('End Enter');
    await priya.isAt(/^\/signin/);
  },

  'Where there is room, a conversation opens beside its list': async ({ person }) => {
    const priya = await person('priya-raman');
    const questions = '/c/leading-change-autumn/channels/questions';
    await priya.opens(questions);
    const row = priya.page.getByRole('listitem').filter({ hasText: SILENCE });
    await row.getByRole('link').focus();
    await priya.presses('Shift+Enter');
    await priya.isAt(/\?beside=thread_/);
    const pane = priya.page.getByRole('region', { name: SILENCE });
    await pane.getByRole('heading', { name: SILENCE }).waitFor();
    await priya.seesHeading('questions');
    // Letters are about the conversation, until the list has the focus again.
    await pane.locator('[data-post]').nth(1).waitFor();
    await priya.presses('j');
    assert.match(await focused(priya), /, post 1$/);
    await row.getByRole('link').focus();
    await priya.presses('j');
    await priya.page.getByRole('listitem').locator('a:focus').waitFor();
    await priya.presses('Enter');
    await pane.waitFor({ state: 'detached' });
    await priya.isAt(/\?beside=thread_/);
    await priya.page.getByRole('region').getByRole('heading').first().waitFor();

    await priya.presses('Escape');
    await priya.isAt(questions);
    await priya.page.getByRole('listitem').locator('a:focus').waitFor();
    await priya.clicks(`Open “${SILENCE}” beside the list`);
    await pane.waitFor();
    await priya.page.setViewportSize({ width: 1000, height: 800 });
    await priya.isAt(/questions\/thread_/);
    await priya.seesHeading(SILENCE);
  },

  'The first Tab skips to the content, and a closed dialog gives the focus back': async ({
    person,
  }) => {
    const priya = await person('priya-raman');
    await priya.opens('/today');
    await priya.presses('Tab');
    assert.equal(await focused(priya), 'Skip to content');
    await tabTo(priya, /^Search or jump to/);
    await priya.presses('Enter');
    await priya.dialog('Search or jump to').waitFor();
    await priya.presses('Escape');
    await priya.dialog('Search or jump to').waitFor({ state: 'detached' });
    assert.match(await focused(priya), /^Search or jump to/);
    await priya.presses('?');
    const sheet = priya.dialog('Keyboard shortcuts');
    await priya.sees('Go to Inbox', sheet);
    await priya.presses('Escape');
    await sheet.waitFor({ state: 'detached' });
  },
};

const focused = (person) =>
  person.page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement === document.body) return '';
    return (activeElement.getAttribute('aria-label') ?? activeElement.innerText).trim();
  });

async function tabTo(person, name, tabsMax = 60) {
  for (let tab = 0; tab < tabsMax; tab += 1) {
    if (name.test(await focused(person))) return;
    await person.presses('Tab');
  }
  throw new Error(`${name} cannot be reached with Tab`);
}
