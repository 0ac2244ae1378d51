import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COHORT, opensConversation } from '../pages/conversation.mjs';

const CLOSED = 'This community is archived. It can be read, not written.';

export default {
  'A facilitator opens a channel, and somebody talks in it': async ({ person }) => {
    const [amara, priya] = [await person('amara-okafor'), await person('priya-raman')];
    await amara.opens(`/c/${COHORT}/channels`);
    await amara.clicks('New channel');
    const dialog = amara.dialog('A new channel');
    await amara.fills('Name', 'Pairs', dialog);
    await amara.fills('What it is for', 'Who meets whom, and what came of it.', dialog);
    await dialog.getByRole('radio', { name: /^Both/ }).check();
    await amara.clicks('Open the channel', dialog);
    await amara.isAt(`/c/${COHORT}/channels/pairs`);
    await amara.seesHeading('Pairs');

    await priya.opens(`/c/${COHORT}/channels/pairs`);
    await priya.sees('Nothing here yet. The first conversation sets the tone.');
    await priya.follows('Start a conversation');
    await priya.page.getByRole('radio', { name: 'A conversation' }).check();
    await priya.fills('Title', 'Kofi and I, on Thursdays');
    await priya.page.getByRole('textbox', { name: 'What you want to say' }).fill('We walked.');
    await priya.clicks('Share with the community');
    await priya.seesHeading('Kofi and I, on Thursdays');
    await amara.sees('Kofi and I, on Thursdays');

    await amara.chooses('This channel', 'Archive channel');
    await amara.sees('The channel is archived.');
    await priya.reloads();
    await priya.sees('This channel is archived. It can be read, not written.');
    await amara.clicks('Undo');
    await amara.sees('The channel is open again.');
  },

  'A facilitator archives the community: everybody reads on, and nobody writes': async ({
    person,
  }) => {
    const [amara, priya] = [await person('amara-okafor'), await person('priya-raman')];
    const talk = await opensConversation(priya, 'Say where you felt the loss');
    await talk.composer.waitFor();
    await amara.opens(`/c/${COHORT}`);
    await amara.chooses('Look after it', 'Archive the community');
    await amara.sees('Leading change, autumn is archived. Its members can go on reading.');
    await amara.sees(CLOSED);
    await priya.sees(CLOSED);
    await talk.composer.waitFor({ state: 'detached' });
    for (const page of ['channels', 'channels/questions', 'people']) {
      await priya.opens(`/c/${COHORT}/${page}`);
      await priya.sees(CLOSED);
    }
    await priya.link('Ask a question').waitFor({ state: 'detached' });

    await amara.clicks('Undo');
    await amara.sees('Leading change, autumn is open again.');
    await priya.opens(talk.path);
    await talk.composer.waitFor();
  },

  'An administrator invites somebody to be whom an archive knew': async ({ person, house }) => {
    const ines = await person('ines-duarte');
    house.runs(['import', 'stackexchange', archive(), '--community', 'Old questions']);
    await ines.opens('/c/old-questions');
    await ines.clicks('Join as a facilitator');
    await ines.opens('/c/old-questions/people');
    const row = ines.page.getByRole('listitem').filter({ hasText: 'Basho' });
    await ines.sees('Not here yet', row);
    await ines.chooses('What you can do with Basho', 'Invite Basho');
    const dialog = ines.dialog('Invite somebody to be Basho');
    const { viewer } = await ines.asks('{ viewer { email } }');
    await ines.fills('Their e-mail', viewer.email, dialog);
    await ines.clicks('Send the invitation', dialog);
    await dialog.getByRole('alert').waitFor();
    await ines.fills('Their e-mail', 'basho@example.org', dialog);
    await ines.clicks('Send the invitation', dialog);
    await ines.sees('Basho is invited. The letter to basho@example.org is on its way.');
    await ines.follows('Basho', row);
    await ines.sees('Not here yet');
    await ines.button('Invite Basho').waitFor();
  },

  'A facilitator gives somebody another role, and takes it back': async ({ person }) => {
    const [amara, priya] = [await person('amara-okafor'), await person('priya-raman')];
    await amara.opens(`/c/${COHORT}/people`);
    const row = amara.page.getByRole('listitem').filter({ hasText: 'Priya Raman' });
    await amara.chooses('What you can do with Priya Raman', 'Observer');
    await amara.sees('Priya Raman is an observer now.');
    await row.getByText('Observer').first().waitFor();
    await priya.opens(`/c/${COHORT}/channels/questions`);
    await priya.link('Ask a question').waitFor({ state: 'detached' });
    await amara.clicks('Undo');
    await amara.sees('Priya Raman is a learner now.');
    await priya.reloads();
    await priya.link('Ask a question').waitFor();
  },

  'A facilitator changes what the community says of itself': async ({ person }) => {
    const amara = await person('amara-okafor');
    await amara.opens(`/c/${COHORT}`);
    await amara.chooses('Look after it', 'Edit the community');
    await amara.isAt(`/c/${COHORT}/edit`);
    await amara.fills('What it is for', 'Six sessions, and the weeks between them.');
    await amara.fills('Last day', '2020-01-01');
    await amara.clicks('Save');
    await amara.sees('The last day cannot be before the first.');
    await amara.fills('Last day', '2030-01-01');
    await amara.clicks('Save');
    await amara.isAt(`/c/${COHORT}`);
    await amara.sees('Six sessions, and the weeks between them.');
  },

  'A cohort is founded with what follows each of its sessions': async ({ person }) => {
    const ines = await person('ines-duarte');
    await ines.opens('/communities/new');
    await ines.fills('Name', 'Press, late shift');
    await ines.fills('What it is for', 'To learn the press, from two to ten.');
    await ines.clicks('Found Press, late shift');
    await ines.isAt('/c/press-late-shift');
    await ines.opens('/c/press-late-shift/plan');
    await ines.sees('After a session: four ways to go on');
    await ines.sees('for each session');
    // It has them: a second set would ask everybody twice.
    await ines.sees('Nothing happens by itself yet.');
    const begin = ines.link('Four ways to go on after a session');
    assert.equal(await begin.count(), 0);
  },

  'An administrator founds a community, and brings in somebody they know': async ({ person }) => {
    const ines = await person('ines-duarte');
    await ines.opens('/communities/new');
    await ines.page.getByRole('radio', { name: /^A community of practice/ }).check();
    await ines.fills('Name', 'Night shift trainers');
    await ines.fills('What it is for', 'For everybody who teaches after ten in the evening.');
    await ines.fills('How you treat each other', 'Whoever is tired says so.');
    await ines.clicks('Found Night shift trainers');
    await ines.isAt('/c/night-shift-trainers');
    await ines.seesHeading('Night shift trainers');

    await ines.opens('/c/night-shift-trainers/people');
    await ines.clicks('Add a member');
    const dialog = ines.dialog('Add somebody to Night shift trainers');
    await dialog.getByRole('searchbox', { name: 'Who' }).pressSequentially('Kofi');
    await ines.clicks(/Kofi Mensah/, dialog);
    await ines.clicks('Add Kofi Mensah', dialog);
    await ines.sees('Kofi Mensah belongs to Night shift trainers now.');
    await ines.page.getByRole('listitem').filter({ hasText: 'Kofi Mensah' }).first().waitFor();

    // It was founded without what follows a session: there that is offered, once.
    await ines.opens('/c/night-shift-trainers/plan');
    await ines.follows('Four ways to go on after a session');
    await ines.page.getByLabel('What you call it').nth(3).waitFor();
    await ines.clicks('Save the template');
    await ines.isAt('/c/night-shift-trainers/plan');
    await ines.sees('for each session');
    assert.equal(await ines.link('Four ways to go on after a session').count(), 0);
  },
};

/** A folder as a site of questions gives it: one question of somebody nobody here knows. */
function archive() {
  const folder = mkdtempSync(join(tmpdir(), 'interlude-archive-'));
  const table = (name, row) =>
    writeFileSync(
      join(folder, `${name}.xml`),
      `<${name.toLowerCase()}><row ${row} /></${name.toLowerCase()}>`,
    );
  table('Users', 'Id="10" DisplayName="Basho"');
  table(
    'Posts',
    'Id="1" PostTypeId="1" OwnerUserId="10" Score="4" CreationDate="2018-02-06T20:00:00.000" ' +
      'Title="Do we answer in haiku?" Tags="&lt;form&gt;" Body="&lt;p&gt;Is it allowed?&lt;/p&gt;"',
  );
  return folder;
}
