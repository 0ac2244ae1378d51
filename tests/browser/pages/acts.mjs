// What is done on a page before it is looked at.
import { findsConversation } from './conversation.mjs';

export const SILENCE = 'What do I do with silence?';

export async function makesToken(priya) {
  await priya.fills('What it is for', 'Weekly report');
  await priya.clicks('Make a token');
  await priya.sees('This is shown once.');
}

export async function asksSomebodyElse(priya) {
  await priya.clicks('Ask somebody else');
  await priya.dialog('Ask somebody else').waitFor();
}

export async function asksToLook(amara) {
  await amara.page
    .getByRole('button', { name: /^Ask somebody/ })
    .first()
    .click();
  await amara.dialog('Ask somebody').waitFor();
}

export async function changesQuestion(amara) {
  await amara.clicks('Change question 5');
  await amara.dialog('Change question 5').waitFor();
}

export async function writesEachKind(amara) {
  const kinds = amara.page.getByLabel('What it does');
  await kinds.first().waitFor();
  const all = await kinds
    .first()
    .locator('option')
    .evaluateAll((each) => each.map(({ value }) => value));
  for (const [at, kind] of all.entries()) {
    if (at > 0) await amara.clicks('Add a step');
    await kinds.nth(at).selectOption(kind);
  }
}

export async function seesTables(amara) {
  await amara.clicks('Table');
  await amara.page.getByRole('table').first().waitFor();
}

export async function movesSomebody(amara) {
  await amara.page.locator('[data-person]').first().click();
  await amara.page.getByRole('dialog').waitFor();
}

export async function changesCheckIn(amara) {
  await amara.chooses('Manage this check-in', 'Change it');
  await amara.dialog('Change it').waitFor();
}

export async function asksWhoRead(ines) {
  await ines.page
    .getByRole('button', { name: /^Who read it/ })
    .first()
    .click();
  await ines.page.getByRole('dialog').waitFor();
}

export async function reports(priya) {
  const menus = priya.page.getByRole('button', { name: /^What you can do with this post/ });
  await menus.nth(1).click(); // the first is her own
  await priya.page.getByRole('menuitem', { name: 'Report' }).click();
  await priya.page.getByRole('dialog').waitFor();
}

export async function opensFirst(moderator) {
  const { list } = await (await findsConversation(moderator, SILENCE)).posts();
  const post = list.find(({ author }) => author?.handle !== 'jonas-lindqvist').id;
  await moderator.asks('mutation ($input: FlagPostInput!) { flagPost(input: $input) { id } }', {
    input: { post, reason: 'OTHER', note: 'To look at it.' },
  });
  await moderator.reloads();
  await moderator.page.locator('main li a').first().click();
  await moderator.page.getByRole('region', { name: 'What you can do' }).waitFor();
}

export async function mutes(moderator) {
  await moderator.chooses('What you can do with Mei Wu', 'Stop writing for a time');
  await moderator.page.getByRole('dialog').waitFor();
}

export async function parts(moderator) {
  await moderator.chooses('This conversation', 'Make a conversation of its own');
  await moderator.page.getByRole('dialog').waitFor();
}

export async function makesAddress(priya) {
  await priya.clicks('Make an address');
  await priya.field('Address for your calendar program').waitFor();
}

export async function looksAtRoster(ines) {
  const lines = ['name,email,role', 'Ruth Adler,ruth@example.org,expert', ',nobody@example.org,'];
  await ines.fills('Or paste the table', lines.join('\n'));
  await ines.clicks('Look at it first');
  await ines.page.getByRole('table').waitFor();
}

export async function movesByAWeek(amara) {
  await amara.clicks('A week later');
  await amara.clicks('See what follows');
  await amara.seesHeading('What follows');
}

export async function looksForSimilar(priya) {
  await priya.field('Title').pressSequentially('What about silence');
  await priya.page
    .getByText(/ like it$/)
    .first()
    .waitFor({ state: 'attached' });
}

export async function correctsPassage(amara) {
  await amara.page.locator('[data-post]').nth(1).focus();
  await amara.presses('x');
  await amara.dialog('Correct a passage').waitFor();
}

export async function writesReply(priya) {
  await priya.clicks('Reply');
  await priya.page.getByRole('textbox', { name: /^Reply to / }).pressSequentially('Thank you @');
  await priya.page.getByRole('listbox').waitFor();
}
