import { COHORT, opensConversation } from '../pages/conversation.mjs';

const LOSS = 'Say where you felt the loss';

export default {
  'A draft survives a reload, and appears on a second device': async ({ person }) => {
    const laptop = await person('priya-raman');
    const talk = await opensConversation(laptop, LOSS);
    await talk.composer.click();
    await laptop.types('I felt it on the stairs');
    await laptop.sees(/^Draft kept on this device, /);
    await laptop.reloads();
    await talk.person.holds(talk.composer, 'I felt it on the stairs');
    await laptop.sees(/^Draft kept, /);

    const phone = await person('priya-raman');
    const there = await opensConversation(phone, LOSS);
    await phone.holds(there.composer, 'I felt it on the stairs');
    await phone.opens('/drafts');
    await phone.sees(`Reply in “${LOSS}”`);
    await phone.sees('I felt it on the stairs');
  },

  'Two devices that write at once lose no word': async ({ person }) => {
    const [laptop, phone] = [await person('jonas-lindqvist'), await person('jonas-lindqvist')];
    const here = await opensConversation(laptop, LOSS);
    const there = await opensConversation(phone, LOSS);
    await here.composer.fill('On the laptop');
    await laptop.sees(/^Draft kept, /);
    await there.composer.fill('On the phone');
    const conflict = phone.page.getByRole('alert', { name: /changed on another device/ });
    await conflict.waitFor();
    await phone.sees('On the phone', conflict);
    await phone.sees('On the laptop', conflict);
    await phone.clicks('Go on with this', conflict);
    await phone.sees(/^Draft kept, /);
    await laptop.reloads();
    await laptop.holds(here.composer, 'On the phone');
  },

  'A conversation is begun from a draft, and the draft is gone': async ({ person }) => {
    const amara = await person('amara-okafor');
    await amara.opens(`/c/${COHORT}/channels/questions`);
    await amara.follows('Ask a question');
    await amara.fills('Title', 'Who speaks first on Monday?');
    await amara.page.getByRole('textbox', { name: 'More about it' }).fill('It was never me.');
    await amara.fills('Tags', 'meetings, monday');
    await amara.clicks('Ask the community');
    await amara.seesHeading('Who speaks first on Monday?');
    await amara.sees('#monday');
    await amara.sees('It was never me.');
    await amara.opens('/drafts');
    await amara.sees('Nothing is half written.');
  },

  'What was discarded can be brought back': async ({ person }) => {
    const amara = await person('amara-okafor');
    const talk = await opensConversation(amara, LOSS);
    await talk.writes('Perhaps not.');
    await amara.clicks('Discard');
    await talk.person.holds(talk.composer, '');
    await amara.clicks('Undo');
    await talk.person.holds(talk.composer, 'Perhaps not.');
  },
};
