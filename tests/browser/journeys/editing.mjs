import { opensConversation } from '../pages/conversation.mjs';

const SILENCE = 'What do I do with silence?';
const MEI = 'the oldest thinks';

export default {
  'Two who edit one post see both texts': async ({ person }) => {
    const [laptop, phone] = [await person('priya-raman'), await person('priya-raman')];
    const here = await opensConversation(laptop, SILENCE);
    await here.replies('I waited eleven seconds.');
    const there = await opensConversation(phone, SILENCE);
    await there.edits('I waited eleven seconds.', 'I waited twelve seconds, and it worked.');
    const { list } = await here.posts();
    const post = list.find(({ body }) => body === 'I waited eleven seconds.');
    await here.editBehindThePage(post, 'I waited ten seconds.');
    await phone.clicks('Save the change');

    const both = phone.page.getByRole('alert', { name: /changed this post meanwhile/ });
    await phone.sees('I waited twelve seconds, and it worked.', both);
    await phone.sees('I waited ten seconds.', both);
    await phone.clicks('Go on with this', both);
    await phone.clicks('Save the change');
    await there.post('I waited twelve seconds').getByRole('button', { name: 'edited' }).waitFor();
    await laptop.sees('I waited twelve seconds, and it worked.');
  },

  'A deleted post keeps its place, and comes back with undo': async ({ person }) => {
    const [priya, jonas] = [await person('priya-raman'), await person('jonas-lindqvist')];
    const mine = await opensConversation(priya, SILENCE);
    await mine.replies('Never mind this one.');
    const his = await opensConversation(jonas, SILENCE);
    await mine.fromMenuOf('Never mind this one.', 'Delete');
    await priya.sees('The post is deleted.');
    await jonas.sees('This post was deleted.');
    await priya.clicks('Undo');
    await mine
      .post('Never mind this one.')
      .getByRole('button', { name: 'What you can do with this post' })
      .waitFor();
    await his.post('Never mind this one.').waitFor();
  },

  'A moderator changes a post with a reason, and the history shows both': async ({ person }) => {
    const [jonas, priya] = [await person('jonas-lindqvist'), await person('priya-raman')];
    const talk = await opensConversation(jonas, SILENCE);
    await talk.edits(MEI, 'In my team silence means “we need to hear what the eldest thinks”.');
    await jonas.clicks('Save the change');
    await jonas.sees('Say why you change what somebody else wrote.');
    await jonas.fills('Why do you change it?', 'a word for a person, not for a tree');
    await jonas.clicks('Save the change');
    await talk.post('the eldest thinks').waitFor();

    const hers = await opensConversation(priya, SILENCE);
    await hers.fromMenuOf('the eldest thinks', 'History');
    const history = priya.dialog('History of this post');
    await priya.sees(/^Jonas Lindqvist changed it on /, history);
    await priya.sees('Because: a word for a person, not for a tree', history);
    await history.locator('del', { hasText: 'oldest' }).first().waitFor();
    await history.locator('ins', { hasText: 'eldest' }).first().waitFor();
    await priya.presses('Escape');
    await history.waitFor({ state: 'detached' });
  },

  'A moderator takes a post away with a reason, and closes a conversation': async ({ person }) => {
    const [jonas, priya] = [await person('jonas-lindqvist'), await person('priya-raman')];
    const hers = await opensConversation(priya, 'Say where you felt the loss');
    await hers.replies('This names somebody who is not here.');
    const his = await opensConversation(jonas, 'Say where you felt the loss');
    await his.fromMenuOf('This names somebody who is not here.', 'Delete');
    const dialog = jonas.dialog('Delete the post by Priya Raman?');
    await jonas.fills('Why?', 'it names somebody who is not here', dialog);
    await jonas.clicks('Delete the post', dialog);
    await priya.sees('This post was deleted.');

    await jonas.chooses('This conversation', 'Close conversation');
    await jonas.sees(/^The conversation is closed\./);
    await priya.sees('This conversation is closed. It can be read, not written.');
  },
};
