import assert from 'node:assert/strict';
import { obstacles } from '../access.mjs';
import { COHORT, findsConversation, opensConversation } from '../pages/conversation.mjs';
import { screenshot } from '../screenshots.mjs';

const LOSS = 'Say where you felt the loss';
const TOOLBOX = 'Toolbox talk, second attempt: I asked instead of telling';

export default {
  'What was just said is found by its words, and opened with the keyboard': async ({ person }) => {
    const priya = await person('priya-raman');
    const talk = await findsConversation(priya, LOSS);
    const { id } = await talk.replyBehindThePage('It was in the greenhouse, under the tomatoes.');
    await priya.opens('/today');
    await priya.presses('/');
    await priya.isAt('/search');
    await untilFound(priya, 'greenhouse');
    await priya.sees('One result');
    const found = priya.page.getByRole('article').filter({ hasText: LOSS });
    await found.locator('mark', { hasText: 'greenhouse' }).first().waitFor();
    await priya.presses('ArrowDown Enter');
    await priya.seesHeading(LOSS);
    await priya.page.locator(`#${id}`).waitFor();
  },

  'Nobody finds what was said where they do not belong': async ({ person, visitor, house }) => {
    const priya = await person('priya-raman');
    const talk = await findsConversation(priya, LOSS);
    await talk.replyBehindThePage('The word is zugzwang.');
    await priya.opens('/search');
    await untilFound(priya, 'zugzwang');

    const words = house.runs([
      'person',
      'invite',
      '--community',
      'facilitation-guild',
      'out@example.org',
    ]);
    const outsider = await visitor();
    await outsider.opens(new URL(words.match(/http\S+\/invite\/\S+/)[0]).pathname);
    await outsider.fills('Your name', 'Olu Outside');
    await outsider.fills(/^New password/, 'the ferry leaves at half past six');
    await outsider.clicks('Join Facilitation guild');
    await outsider.isAt('/welcome');
    await outsider.clicks('Skip everything');
    await outsider.isAt('/today');

    await outsider.opens('/search?q=zugzwang');
    await outsider.sees('Nothing for “zugzwang”.');
    assert.equal(await outsider.page.getByText(LOSS).count(), 0);
    await outsider.opens(talk.path);
    await outsider.seesHeading('There is nothing here');
    await outsider.opens(`/c/${COHORT}`);
    await outsider.seesHeading('There is nothing here');
  },

  'A search is narrowed, saved and asked again with the keyboard alone': async ({ person }) => {
    const priya = await person('priya-raman');
    await priya.opens('/today');
    await priya.presses('/');
    await priya.isAt('/search');
    await priya.types('loss');
    await priya.page.getByRole('article').first().waitFor();
    const all = await counted(priya);

    // From the field to the chips: the community to look in stands between.
    await priya.presses('Tab Tab Enter');
    await priya.page.getByRole('menuitem', { name: 'Replies' }).waitFor();
    await priya.types('Repl');
    await priya.presses('Enter');
    await priya.isAt('/search?q=loss+kind%3Areply');
    const chip = priya.page.getByRole('button', { name: 'Replies : take it out' });
    await chip.waitFor();
    await priya.seesNoMore(all);
    assert.deepEqual(await obstacles(priya.page, (theme) => screenshot(`narrowed ${theme}`)), []);

    await priya.button('Save this search').focus();
    await priya.presses('Enter');
    await priya.button('Saved').waitFor();
    await chip.focus();
    await priya.presses('Enter');
    await priya.isAt('/search?q=loss');
    await priya.sees(all);
    await priya.presses('ArrowDown Escape');
    const field = priya.page.getByRole('searchbox', { name: 'Search what was said' });
    assert.ok(await field.evaluate((it) => it === document.activeElement));

    await priya.presses('Control+k');
    await priya.dialog('Search or jump to').waitFor();
    await priya.types('loss kind');
    const saved = priya.page.getByRole('option', { name: /^loss kind:reply/ });
    await saved.and(priya.page.locator('[data-selected]')).waitFor();
    await priya.presses('Enter');
    await priya.isAt('/search?q=loss%20kind%3Areply');

    await priya.opens('/search');
    await priya.link(/^loss kind:reply/).waitFor();
    await priya.button('Hear of what is new for “loss kind:reply”').focus();
    await priya.presses('Enter');
    const mute = priya.button('Hear of what is new for “loss kind:reply”');
    await mute.and(priya.page.locator('[aria-pressed=false]')).waitFor();
    assert.deepEqual(await obstacles(priya.page, (theme) => screenshot(`saved ${theme}`)), []);
    await priya.chooses('What you can do with “loss kind:reply”', 'Remove');
    await priya.sees('“loss kind:reply” is not saved any more.');
    await priya.clicks('Undo');
    await priya.link(/^loss kind:reply/).waitFor();
  },

  'A tag is typed, taken from the list, and followed on with the keyboard alone': async ({
    person,
  }) => {
    const priya = await person('priya-raman');
    await priya.opens('/today');
    await priya.presses('Control+k');
    await priya.dialog('Search or jump to').waitFor();
    await priya.types('listen');
    const tag = priya.page.getByRole('option', { name: 'listening', exact: true });
    await tag.waitFor();
    const selected = tag.and(priya.page.locator('[data-selected]'));
    for (let step = 0; step < 20 && !(await selected.isVisible()); step += 1) {
      await priya.presses('ArrowDown');
    }
    await priya.presses('Enter');
    await priya.isAt('/search?q=tag%3A%22listening%22');
    await priya.page.getByRole('button', { name: 'Tag listening : take it out' }).waitFor();
    await priya.page.getByRole('article').first().waitFor();
    assert.deepEqual(await obstacles(priya.page, (theme) => screenshot(`tagged ${theme}`)), []);

    // What is found has the tag, and it leads back to all that has it.
    await priya.presses('ArrowDown Enter');
    const own = priya.link('#listening');
    await own.waitFor();
    await own.focus();
    await priya.presses('Enter');
    await priya.isAt('/search?q=tag%3A%22listening%22');
    await priya.page.getByRole('article').first().waitFor();
  },

  'Beside a conversation stand others about the same, and the keyboard leads there': async ({
    person,
  }) => {
    const priya = await person('priya-raman');
    await opensConversation(priya, TOOLBOX);
    const beside = priya.page.getByRole('region', { name: 'About the same' });
    const first = beside.getByRole('link').first();
    await first.waitFor();
    assert.deepEqual(await obstacles(priya.page, (theme) => screenshot(`related ${theme}`)), []);
    const title = await first.innerText();
    assert.notEqual(title, TOOLBOX);
    await first.focus();
    await priya.presses('Enter');
    await priya.seesHeading(title);
  },

  'Somebody is found by their name, and a session by its title, with the keyboard alone': async ({
    person,
  }) => {
    const priya = await person('priya-raman');
    await priya.opens('/search?q=amara+okafor');
    const amara = priya.page.getByRole('article').first();
    await amara.getByRole('link', { name: 'Amara Okafor' }).waitFor();
    await priya.sees('ah-MAH-rah oh-KAH-for', amara);
    await priya.sees(/Loss, listening/, amara);
    assert.deepEqual(await obstacles(priya.page, (theme) => screenshot(`a person ${theme}`)), []);
    await priya.presses('ArrowDown Enter');
    await priya.isAt('/people/amara-okafor');

    await priya.opens('/search?q=kind%3Asession');
    const session = priya.page.getByRole('article').first();
    const title = await session.getByRole('link').innerText();
    assert.deepEqual(await obstacles(priya.page, (theme) => screenshot(`sessions ${theme}`)), []);
    await priya.presses('ArrowDown Enter');
    await priya.isAt(/\/sessions\/\d+$/);
    await priya.seesHeading(title);

    await priya.presses('Control+k');
    await priya.dialog('Search or jump to').waitFor();
    await priya.types(title.slice(0, 12));
    await priya.page.getByRole('option', { name: title }).first().waitFor();
  },

  'Administrators say which words mean the same': async ({ person }) => {
    const ines = await person('ines-duarte');
    await ines.opens('/synonyms');
    await ines.fills('Words and short phrases', 'bereavement, loss');
    await ines.presses('Enter');
    await ines.sees('bereavement, loss');

    const priya = await person('priya-raman');
    await priya.opens('/search?q=bereavement');
    for (let attempt = 0; attempt < 10; attempt += 1) {
      if (await priya.page.getByText('Also searched: loss').isVisible()) break;
      await priya.reloads();
    }
    await priya.sees('Also searched: loss');
    await priya.page.locator('mark').first().waitFor();

    await ines.clicks('Remove : bereavement, loss');
    await ines.sees('bereavement, loss: they do not mean the same any more.');
  },

  'A search that finds nothing can become a question': async ({ person }) => {
    const priya = await person('priya-raman');
    await priya.opens(`/c/${COHORT}`);
    await priya.opens(`/search?q=xylophones&in=${COHORT}`);
    await priya.sees('Nothing for “xylophones”.');
    await priya.follows('Ask it as a question');
    await priya.holds(priya.field('Title'), 'xylophones');
  },
};

const counted = (person) =>
  person.page
    .getByText(/^\d+ results?$/)
    .first()
    .innerText();

/** The index follows the log: it has the newest words a moment later. */
async function untilFound(person, word) {
  const field = person.page.getByRole('searchbox', { name: 'Search what was said' });
  const hit = person.page.getByRole('article').first();
  for (let attempt = 0; attempt < 10 && !(await hit.isVisible()); attempt += 1) {
    await field.fill('');
    await field.pressSequentially(word);
    await hit.waitFor({ timeout: 1500 }).catch(() => undefined);
  }
  await hit.waitFor();
  await field.focus();
}
