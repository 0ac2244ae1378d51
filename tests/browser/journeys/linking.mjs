import assert from 'node:assert/strict';
import { findsConversation, opensConversation } from '../pages/conversation.mjs';

const RESISTANCE = 'How do I tell resistance from a reasonable objection?';

export default {
  'The address of a post leads to it, wherever it stands': async ({ person }) => {
    const priya = await person('priya-raman');
    const talk = await findsConversation(priya, RESISTANCE);
    const { list } = await talk.posts();
    const last = list.at(-1);
    await priya.opens(`/go/${last.id}`);
    await priya.seesHeading(RESISTANCE);
    assert.ok(priya.page.url().includes(talk.path));
    await inView(priya.page.locator(`#${last.id}`));

    await priya.opens(`/go/${talk.id}`);
    await priya.seesHeading(RESISTANCE);
    await priya.opens('/go/post_00000000000000000000000000');
    await priya.seesHeading('There is nothing here');
  },

  'Copy link gives that address': async ({ person }) => {
    const priya = await person('priya-raman', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const talk = await opensConversation(priya, RESISTANCE);
    const { list } = await talk.posts();
    const opening = list.find(({ number }) => number === 1);
    await priya.clicks('Copy link');
    await priya.sees('The link is copied.');
    const copied = await priya.page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, priya.house.origin + opening.path);
  },

  'A quote carries who said it, and leads back': async ({ person }) => {
    const priya = await person('priya-raman');
    const talk = await opensConversation(priya, RESISTANCE);
    const { list } = await talk.posts();
    const source = list.find(({ number, author }) => number > 1 && author.handle !== 'priya-raman');
    const post = priya.page.locator(`#${source.id}`);
    await priya.chooses('What you can do with this post', 'Quote', post);
    const written = await talk.composer.inputValue();
    assert.match(written, /^> /);
    assert.ok(written.includes(source.path), written);
    await talk.composer.press('End');
    await priya.types('That is the part I use.');
    await talk.sends();
    const mine = talk.page.locator('[data-post]').filter({ hasText: 'That is the part I use.' });
    await mine.locator('blockquote').first().waitFor();
    await mine
      .getByRole('link')
      .and(mine.locator(`[href*="${source.id}"]`))
      .first()
      .click();
    await inView(priya.page.locator(`#${source.id}`));
  },

  'What is marked unread from here is unread when one comes back': async ({ person }) => {
    const amara = await person('amara-okafor');
    const title = 'How do I know whether a change has stalled or is only slow?';
    const talk = await opensConversation(amara, title);
    const { list, readThrough } = await talk.posts();
    const third = list.find(({ number }) => number === 3);
    assert.ok(readThrough >= 3);
    const post = amara.page.locator(`#${third.id}`);
    await amara.chooses('What you can do with this post', 'Mark unread from here', post);
    await amara.sees(/^Unread from here\./);
    assert.equal((await talk.posts()).readThrough, 2);
    await amara.opens('/c/leading-change-autumn/channels/questions?filter=unread');
    const line = amara.page.getByRole('listitem').filter({ hasText: title });
    await line
      .getByText(`${list.length - 2} new`)
      .first()
      .waitFor();
    await amara.opens(talk.path);
    await amara.sees(/^New since /);
  },
};

async function inView(post) {
  await post.waitFor();
  await post.page().waitForFunction(
    (element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight && document.activeElement === element;
    },
    await post.elementHandle(),
  );
}
