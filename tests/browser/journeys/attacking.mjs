import assert from 'node:assert/strict';
import { bodies, lines } from '../attacks.mjs';
import { COHORT } from '../pages/conversation.mjs';

const AT_ONCE = 50;
const LOBBY = `query ($community: String!) {
  community(slug: $community) { id channels { id slug } }
}`;
const BEGIN = `mutation ($input: CreateThreadInput!) {
  createThread(input: $input) { id channel { slug } }
}`;
const REPLY = 'mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }';
const CHANNEL =
  'mutation ($input: CreateChannelInput!) { createChannel(input: $input) { id slug } }';
const PROFILE = 'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { email } }';

export default {
  'Hundreds of attacks in what somebody wrote run nothing and fetch nothing for who reads it':
    async ({ person, say }) => {
      const [mallory, priya] = [await person('jonas-lindqvist'), await person('priya-raman')];
      const attacks = bodies();
      assert.equal(new Set(attacks).size, attacks.length);
      assert.ok(attacks.length >= 500);
      const thread = await begins(mallory, 'A thread of attacks', 'It begins.');
      const sets = Array.from({ length: Math.ceil(attacks.length / AT_ONCE) }, (_, set) =>
        attacks.slice(set * AT_ONCE, (set + 1) * AT_ONCE),
      );
      for (const [number, set] of sets.entries()) {
        const body = [...set, `This was set ${number}.`].join('\n\n');
        await mallory.asks(REPLY, {
          input: { thread: thread.id, body, nonce: crypto.randomUUID() },
        });
      }

      const harm = await guarded(priya);
      await priya.opens(thread.path);
      for (const number of sets.keys()) await priya.sees(`This was set ${number}.`);
      await lives(priya);

      const shown = await priya.page.evaluate(
        () => document.body.textContent.match(/canary/g).length,
      );
      assert.ok(shown >= 500, `only ${shown} attacks are on the page`);
      assert.deepEqual(harm, []);
      say(`${attacks.length} attacks`);
    },

  'Names, titles, purposes and files that attack are words wherever they are shown': async ({
    person,
    say,
  }) => {
    const [mallory, amara] = [await person('jonas-lindqvist'), await person('amara-okafor')];
    const priya = await person('priya-raman');
    const titles = lines(10_001, 150).slice(0, 60);
    const names = lines(20_001, 60).slice(0, 6);
    for (const title of titles) await begins(mallory, title, `@priya-raman ${title}`);
    const files = await Promise.all(names.map((name) => uploads(mallory, `${name}.txt`)));
    const talk = await begins(mallory, 'Files that attack', 'Here they are.', files);
    const { community } = await amara.asks(LOBBY, { community: COHORT });
    const channels = [];
    for (const [index, name] of names.entries()) {
      const input = { community: community.id, kind: 'MIXED', name, purpose: titles[index] };
      channels.push((await amara.asks(CHANNEL, { input })).createChannel.slug);
    }

    const harm = await guarded(priya);
    for (const [index, name] of names.entries()) {
      await mallory.asks(PROFILE, { input: { name, workingOn: titles[index] } });
      await looksAt(priya, '/people/jonas-lindqvist', name);
    }
    for (const path of [talk.path, `/c/${COHORT}/channels`, `/c/${COHORT}/people`]) {
      await looksAt(priya, path);
    }
    for (const slug of channels) await looksAt(priya, `/c/${COHORT}/channels/${slug}`);
    await looksAt(priya, '/today');
    for (const path of ['/inbox', '/search?q=canary', '/search?q=onerror']) {
      await looksAt(priya, path, /canary|onerror/);
    }

    assert.deepEqual(harm, []);
    say(`${titles.length + 3 * names.length} attacks`);
  },
};

/** What happens on this person's pages from now on that must not: scripts, dialogs, requests to elsewhere. */
async function guarded(person) {
  const harm = [];
  const { context, page, house } = person;
  await context.exposeFunction('canary', (n) => harm.push(`attack ${n} ran`));
  page.on('dialog', async (dialog) => {
    harm.push(`a dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('popup', (popup) => harm.push(`a window: ${popup.url()}`));
  await context.route(
    (url) => url.origin !== house.origin && !/^(data|blob):/.test(url.protocol),
    (route) => {
      harm.push(`a request to ${route.request().url()}`);
      return route.abort();
    },
  );
  return harm;
}

async function looksAt(person, path, words) {
  await person.opens(path);
  if (words) await person.sees(words);
  await lives(person);
}

/** Nothing on the page waits to be touched: no handlers, no frames, no addresses that would run. */
async function lives(person) {
  const waiting = await person.page.evaluate(() => {
    const bad = [];
    for (const element of document.querySelectorAll('body *')) {
      const name = element.localName;
      if (['iframe', 'object', 'embed', 'base', 'meta', 'link'].includes(name)) bad.push(name);
      for (const { name: attribute, value } of element.attributes) {
        if (attribute.startsWith('on')) bad.push(`${name} ${attribute}`);
        const runs = /^[\s\u0000-\u0020]*(javascript|vbscript|data|blob|feed|view-source):/i;
        const leads = ['href', 'action', 'formaction', 'xlink:href', 'srcdoc'].includes(attribute);
        if (leads && runs.test(value)) bad.push(`${name} ${attribute}=${value}`);
      }
    }
    return bad;
  });
  assert.deepEqual(waiting, [], `at ${person.page.url()}`);
}

async function begins(person, title, body, attachments = []) {
  const { community } = await person.asks(LOBBY, { community: COHORT });
  const channel = community.channels.find(({ slug }) => slug === 'practice-log');
  const input = {
    channel: channel.id,
    kind: 'DISCUSSION',
    title,
    body,
    attachments,
    nonce: crypto.randomUUID(),
  };
  const { id, channel: place } = (await person.asks(BEGIN, { input })).createThread;
  return { id, path: `/c/${COHORT}/channels/${place.slug}/${id}` };
}

async function uploads(person, name) {
  const response = await person.context.request.post('/files', {
    headers: { origin: person.house.origin, 'x-file-name': encodeURIComponent(name) },
    data: Buffer.from('plain words'),
  });
  return (await response.json()).id;
}
