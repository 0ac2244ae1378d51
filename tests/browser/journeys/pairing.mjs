import { PHONE } from '../browser.mjs';
import { COHORT } from '../pages/conversation.mjs';

const TALK = `query ($slug: String!) {
  community(slug: $slug) { id pairing { pairs { id thread { id } } } }
}`;

export default {
  'On a phone somebody commits to one thing, changes their mind, and says that they met': async ({
    person,
  }) => {
    const priya = await person('priya-raman', PHONE);
    await priya.opens(`/c/${COHORT}`);
    await priya.chooses('Leading change, autumn', 'Pairing');
    await priya.isAt(`/c/${COHORT}/pairing`);
    const pair = priya.page.getByRole('article').first();
    await pair.waitFor();
    await priya.sees('Hello Noor.');
    const words = 'Ask the night team what they would miss';
    await priya.fills('One thing you will do', words, pair);
    const due = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    await priya.fills('By when', due, pair);
    await priya.clicks('Commit to it', pair);
    const line = pair.getByRole('listitem').filter({ hasText: words });
    await line.waitFor();
    await priya.sees('Open', line);

    await priya.clicks('Changed my mind', line);
    await priya.fills('Why did you change your mind?', 'They asked me first.', line);
    await priya.clicks('Changed my mind', line);
    await priya.sees('They asked me first.', line);
    await priya.clicks('Open again', line);
    await priya.button('It is done', line).waitFor();
    await priya.clicks('It is done', line);
    await priya.sees('Done', line);

    await priya.clicks('Yes, we met', pair);
    await priya
      .button('Yes, we met', pair)
      .and(priya.page.locator('[aria-pressed=true]'))
      .waitFor();
  },

  'The page of a community shows the pair, and leads to it': async ({ person }) => {
    const priya = await person('priya-raman');
    await priya.opens(`/c/${COHORT}`);
    const card = priya.page.getByRole('region', { name: /^You and / });
    await card.waitFor();
    await priya.follows('Open pairing', card);
    await priya.isAt(`/c/${COHORT}/pairing`);
  },

  'The talk of a pair is read on its page, wherever the way begins': async ({ person }) => {
    const priya = await person('priya-raman');
    const { community } = await priya.asks(TALK, { slug: COHORT });
    const { thread } = community.pairing.pairs.find((pair) => pair.thread);
    await priya.opens(`/go/${thread.id}`);
    await priya.isAt(`/c/${COHORT}/pairing`);
    await priya.sees('Hello Noor.');
    // What two people say to each other stands beside nothing.
    await priya.page.getByRole('heading', { name: 'In this conversation' }).first().waitFor();
    const beside = priya.page.getByRole('region', { name: 'About the same' });
    if ((await beside.count()) > 0) throw new Error('a private talk is compared');
  },
};
