import assert from 'node:assert/strict';
import { PHONE } from '../browser.mjs';
import { COHORT, findsConversation } from '../pages/conversation.mjs';

const SPEAK =
  'mutation ($input: UpdatePreferencesInput!) { updatePreferences(input: $input) { email } }';
const speaks = (person, language) => person.asks(SPEAK, { input: { language } });

const EDIT = 'mutation ($input: EditPostInput!) { editPost(input: $input) { id } }';
const MEI = 'the oldest thinks';

/** Somebody of the demonstration reads German until the story is over. */
async function german(person, story) {
  await speaks(person, 'de');
  try {
    await story();
  } finally {
    await speaks(person, 'en');
  }
}

/** What the browser says of a field. */
const toldOf = (field) => field.evaluate((element) => element.validationMessage);

export default {
  'Whoever signs in with a wrong password is told so in German': async ({ visitor }) => {
    const somebody = await visitor({ ...PHONE, locale: 'de-AT' });
    await somebody.opens('/signin');
    await somebody.clicks('Anmelden');
    assert.equal(await toldOf(somebody.field('E-Mail')), 'Bitte füllen Sie das aus.');
    await somebody.fills('E-Mail', 'nobody');
    await somebody.clicks('Anmelden');
    assert.match(
      await toldOf(somebody.field('E-Mail')),
      /^Bitte geben Sie eine E-Mail-Adresse ein\./,
    );
    await somebody.fills('E-Mail', 'nobody@example.org');
    await somebody.fills('Passwort', 'not the password at all');
    await somebody.presses('Enter');
    await somebody.sees(
      /^Diese E-Mail-Adresse und dieses Passwort gehören nicht zusammen\. Prüfen/,
    );
  },

  'A roster with lines that cannot be read says why in German': async ({ person }) => {
    const ines = await person('ines-duarte');
    await german(ines, async () => {
      await ines.opens(`/c/${COHORT}/people/import`);
      const table = ines.field('Oder die Tabelle einfügen');
      await table.fill('who,where\nRuth,here');
      await ines.clicks('Erst ansehen');
      await ines.sees(/^Die erste Zeile nennt nicht die Spalten Name und E-Mail\. Beginnen Sie/);
      await table.fill(
        'name,email,role\n,a@example.org,\nRuth,nowhere,\nTom,tom@example.org,captain\nTim,tom@example.org,\nTum,tim@example.org,\nTam,tim@example.org,',
      );
      await ines.clicks('Erst ansehen');
      await ines.isAt(/\/people\/import\/roster_\w+$/);
      await ines.sees('da ist kein Name');
      await ines.sees('das ist keine E-Mail-Adresse');
      await ines.sees(/^die Rolle ist keine von learner/);
      await ines.sees('die Adresse steht schon in Zeile 6');
      await ines.opens('/settings/security');
      await ines.sees(/^\w+ auf \w+$/);
    });
  },

  'Who edits what somebody else wrote is asked why in German, and which of two texts stands':
    async ({ person }) => {
      const jonas = await person('jonas-lindqvist');
      await german(jonas, async () => {
        const talk = await findsConversation(jonas, 'What do I do with silence?');
        await jonas.opens(talk.path);
        const { list } = await talk.posts();
        const post = list.find(({ body }) => body.includes(MEI));
        const menu = 'Was Sie mit diesem Beitrag tun können';
        await jonas.chooses(menu, 'Bearbeiten', talk.post(MEI));
        const text = jonas.page.getByRole('textbox', { name: 'Diesen Beitrag bearbeiten' });
        await text.fill('In my team silence means “we wait for the eldest”.');
        await jonas.clicks('Änderung speichern');
        await jonas.sees('Sagen Sie, warum Sie ändern, was jemand anderes schrieb.');
        const { id, revision, body } = post;
        const input = { post: id, revision, body: `${body} Is it so?`, reason: 'a question' };
        await jonas.asks(EDIT, { input });
        await jonas.fills('Warum ändern Sie ihn?', 'ein Wort für eine Person');
        await jonas.clicks('Änderung speichern');
        await jonas.sees('Jemand hat diesen Beitrag inzwischen geändert. Welcher Text gilt?');
      });
    },
};
