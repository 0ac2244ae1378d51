import assert from 'node:assert/strict';
import { COHORT, findsConversation } from '../pages/conversation.mjs';

const LOSS = 'Say where you felt the loss';

export default {
  'What was just said is found by its words, and opened with the keyboard': async ({ person }) => {
    const priya = await person('priya-raman');
    const talk = await findsConversation(priya, LOSS);
    const { id } = await talk.replyBehindThePage('It was in the greenhouse, under the tomatoes.');
    await priya.opens('/today');
    await priya.presses('/');
    await priya.isAt('/search');
    await untilFound(priya, 'greenhouse');
    await priya.sees('One post');
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

  'A search that finds nothing can become a question': async ({ person }) => {
    const priya = await person('priya-raman');
    await priya.opens(`/c/${COHORT}`);
    await priya.opens(`/search?q=xylophones&in=${COHORT}`);
    await priya.sees('Nothing for “xylophones”.');
    await priya.follows('Ask it as a question');
    await priya.holds(priya.field('Title'), 'xylophones');
  },
};

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
