import assert from 'node:assert/strict';
import { PHONE } from '../browser.mjs';
import { COHORT, findsConversation } from '../pages/conversation.mjs';
import { draftsCorrection, publishesCorrection } from '../pages/corrections.mjs';

const SILENCE = 'What do I do with silence?';
const WRONG = 'Silence means that they agree.';
const REST = 'So I go on to the next point.';
const postOf = (one, words) => one.page.locator('[data-post]').filter({ hasText: words }).first();

export default {
  'A moderator corrects a passage, its author revises it, and it shows thanks': async ({
    person,
  }) => {
    const [jonas, priya] = [await person('jonas-lindqvist'), await person('priya-raman')];
    const talk = await findsConversation(priya, SILENCE);
    await talk.replyBehindThePage(`${WRONG} ${REST}`);

    // By keyboard alone, from the post to the author.
    await jonas.opens(talk.path);
    await postOf(jonas, WRONG).focus();
    await jonas.presses('x');
    const panel = jonas.dialog('Correct a passage');
    await panel.getByRole('radio', { name: WRONG }).focus();
    await jonas.presses('Space');
    await jonas.holds(panel.getByLabel('It is easy to think'), WRONG);
    await panel.getByLabel('What that misses').fill('People are silent for many reasons.');
    await panel.getByLabel('What holds instead').fill('Ask what the silence is about.');
    await panel.getByLabel('Source 1').fill('Session 3, slide 9');
    await jonas.clicks('Preview', panel);
    await jonas.sees('As its author reads it first', panel);
    await jonas.clicks('Tell the author', panel);
    await jonas.sees('Its author is told.');

    const path = (await findsConversation(priya, SILENCE)).path;
    await priya.opens(path);
    const own = postOf(priya, WRONG);
    await priya.sees('Only you see this', own);
    await priya.clicks('Revise my words', own);
    const field = priya.page.getByRole('textbox', { name: 'Edit this post' });
    await field.fill(`I ask what the silence is about. ${REST}`);
    await field.press('Control+Enter');
    await priya.sees(/^You revised it\. Thank you/);
  },

  'Whoever read it is told once, and answers from Today on a phone': async ({ person }) => {
    const [amara, jonas] = [await person('amara-okafor'), await person('jonas-lindqvist')];
    const talk = await findsConversation(jonas, 'Say where you felt the loss');
    const priya = await person('priya-raman', PHONE);
    const claim = 'Loss passes by itself when nobody mentions it.';
    const post = await talk.replyBehindThePage(`${claim} I have seen it.`);
    await priya.opens(talk.path);
    await postOf(priya, claim).scrollIntoViewIfNeeded();
    await talk.replyBehindThePage('More tomorrow.');
    await priya.asks('mutation($input:MarkReadInput!){markRead(input:$input){id}}', {
      input: { thread: talk.id, through: post.number },
    });
    await publishesCorrection({ by: jonas, agreedBy: amara }, post.id, claim);

    await priya.opens(talk.path);
    const mark = priya.page.locator('mark.corrected').filter({ hasText: claim });
    await mark.waitFor();
    const note = priya.page.locator(`#${await mark.getAttribute('aria-describedby')}`);
    await priya.sees('A common misconception, corrected', note);

    await priya.opens('/today');
    await priya.seesHeading('You read this before it was corrected');
    await priya.sees(claim);
    await priya.clicks('Yes, it does');
    await priya.seesNoMore(claim);
  },

  'What was corrected stands in the library, and who moderates sees how far it spread': async ({
    person,
  }) => {
    const [amara, jonas] = [await person('amara-okafor'), await person('jonas-lindqvist')];
    const talk = await findsConversation(jonas, SILENCE);
    const claim = 'A map is done once it is drawn.';
    const post = await talk.replyBehindThePage(`${claim} Mine hangs on the wall.`);
    await publishesCorrection({ by: jonas, agreedBy: amara }, post.id, claim);

    const priya = await person('priya-raman');
    await priya.opens(`/c/${COHORT}/corrections`);
    await priya.fills('Look for a misconception', 'map drawn');
    await priya.sees(claim);
    assert.equal(await priya.page.getByText('Its life').count(), 0);
    await jonas.opens(`/c/${COHORT}/corrections`);
    await jonas.follows('In work');
    await jonas.follows(new RegExp(claim));
    await jonas.seesHeading('How far it spread');
    await jonas.clicks('Take it back');
    await jonas.sees('It is a draft again. Nobody sees the correction.');
  },

  'A colleague is asked to agree by a notice, and agrees': async ({ person }) => {
    const [amara, jonas] = [await person('amara-okafor'), await person('jonas-lindqvist')];
    const talk = await findsConversation(jonas, SILENCE);
    const claim = 'A map is for the leader alone.';
    const post = await talk.replyBehindThePage(`${claim} Nobody else reads it.`);
    const id = await draftsCorrection(jonas, post.id, claim);

    await jonas.opens(`/c/${COHORT}/corrections/${id}`);
    await jonas.button('Ask a colleague to agree').focus();
    await jonas.presses('Enter');
    const dialog = jonas.dialog('Ask a colleague to agree');
    await dialog.getByRole('radio', { name: 'Amara Okafor' }).focus();
    await jonas.presses('Space');
    await dialog.getByRole('button', { name: 'Ask them' }).focus();
    await jonas.presses('Enter');
    await jonas.sees('Amara Okafor is asked, and told of it.');

    await amara.opens('/inbox?filter=notices');
    await amara.follows(/^A colleague asks you to agree to a correction/);
    await amara.sees(/^You are asked to agree to this correction/);
    await amara.button('I agree to the correction').focus();
    await amara.presses('Enter');
    await amara.sees('You agree to this correction.');
    await jonas.sees('Publish the correction');
  },
};
