import assert from 'node:assert/strict';
import { PHONE } from '../browser.mjs';
import { COHORT } from '../pages/conversation.mjs';

const PEOPLE = `query ($slug: String!, $query: String) {
  community(slug: $slug) { memberCount members(first: 100, query: $query) {
    edges { node { role person { name } } }
  } }
}`;
const members = async (person, query) => {
  const { community } = await person.asks(PEOPLE, { slug: COHORT, query });
  return community.members.edges.map(({ node }) => node);
};

const TYPED = `name,email,role
Ruth Adler,ruth.adler@example.org,expert
Priya Raman,priya@demo.interlude.example,observer
,nobody@example.org,learner
Tom Berg,tom.berg@example.org,captain
Ruth again,ruth.adler@example.org,learner`;

export default {
  'An administrator types a roster, sees what each line would do, does it and takes it back':
    async ({ person }) => {
      const ines = await person('ines-duarte');
      await ines.opens(`/c/${COHORT}/people`);
      await ines.follows('Bring in a roster');
      await ines.isAt(`/c/${COHORT}/people/import`);
      const field = ines.field('Or paste the table');
      await field.fill('who,where\nRuth,here');
      await ines.presses('Tab Enter');
      await ines.sees('The first line does not name the columns name and email.');
      await field.fill(TYPED);
      await ines.presses('Tab Enter');
      await ines.isAt(/\/people\/import\/roster_\w+$/);
      await ines.seesHeading('roster.csv');
      await ines.sees(/Nothing has happened yet/);
      await ines.sees('there is no name');
      await ines.sees(/the role is none of learner/);
      await ines.sees('the address stands on line 2 already');
      assert.equal((await members(ines, 'Ruth')).length, 0);

      await ines.follows(/^Left out 3/);
      await ines.isAt(/\?show=refused$/);
      assert.equal(await ines.page.getByRole('row').count(), 4);
      await ines.button(/^Bring in /).focus();
      await ines.presses('Enter');
      await ines.sees(/brought in\.$/);
      assert.equal((await members(ines, 'Ruth'))[0].role, 'EXPERT');

      await ines.clicks('Take it back');
      const question = ines.page.getByRole('alertdialog');
      await ines.clicks('Take it back', question);
      await ines.sees('“roster.csv” is taken back.');
      assert.equal((await members(ines, 'Ruth')).length, 0);
      await ines.opens(`/c/${COHORT}/people/import`);
      await ines.sees('Taken back');
    },

  'On a phone, a long file is read page by page': async ({ person }) => {
    const ines = await person('ines-duarte', PHONE);
    await ines.opens(`/c/${COHORT}/people/import`);
    const lines = Array.from({ length: 250 }, (_, at) => `Person ${at + 1};p${at + 1}@example.org`);
    await ines.page.locator('input[type=file]').setInputFiles({
      name: 'autumn.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`\uFEFFName;E-Mail\r\n${lines.join('\r\n')}\r\n`, 'utf16le'),
    });
    await ines.seesHeading('autumn.csv');
    await ines.sees('1 to 100 of 250');
    await ines.clicks('Next lines');
    await ines.sees('101 to 200 of 250');
    await ines.sees('p150@example.org');
    await ines.clicks('Next lines');
    await ines.sees('201 to 250 of 250');
    await ines.clicks('Previous lines');
    await ines.sees('101 to 200 of 250');
    await ines.button('Bring in 250 people').waitFor();
  },

  'Who does not look after the organisation brings in nobody': async ({ person }) => {
    const amara = await person('amara-okafor');
    await amara.opens(`/c/${COHORT}/people`);
    await amara.button('Invite people').waitFor();
    assert.equal(await amara.link('Bring in a roster').count(), 0);
    amara.expects(/403|Forbidden/);
    await amara.opens(`/c/${COHORT}/people/import`);
    assert.equal(await amara.field('Or paste the table').count(), 0);
  },

  'Many are invited at once, what is wrong is corrected, and one is taken back': async ({
    person,
  }) => {
    const ines = await person('ines-duarte');
    await ines.opens('/admin/people');
    await ines.follows('Invite people');
    await ines.isAt('/admin/people/invite');
    await ines
      .field('Addresses')
      .fill(
        `name,email,community,role\nRosa Lindt,rosa@example.org,${COHORT},expert\n,otto.example.org,${COHORT},learner`,
      );
    await ines.clicks('See what would happen');
    await ines.isAt(/\/invite\/invitelist_\w+$/);
    await ines.sees('Nothing has happened yet. This is what each line would do.');
    await ines.sees('otto.example.org');
    await ines.sees('rosa@example.org');
    await ines.clicks('Correct the line that is left out');
    const wrong = await ines.field('Addresses').inputValue();
    assert.match(wrong, /otto\.example\.org/);
    await ines.clicks('Invite one person');
    await ines.sees('1 of 1 invited');

    await ines.opens('/admin/people/invite');
    await ines.sees('rosa@example.org');
    await ines.clicks(/^Withdraw.*rosa@example\.org$/);
    await ines.clicks('Withdraw', ines.page.getByRole('alertdialog'));
    await ines.sees('The invitation to rosa@example.org is withdrawn.');
  },

  'On a phone, a file of addresses is read into the field': async ({ person }) => {
    const ines = await person('ines-duarte', PHONE);
    await ines.opens('/admin/people/invite');
    await ines.page.locator('input[type=file]').setInputFiles({
      name: 'addresses.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('lena@example.org\nmax@example.org\n'),
    });
    await ines.page.waitForFunction(() =>
      document.querySelector('textarea').value.includes('max@example.org'),
    );
    await ines.clicks('See what would happen');
    await ines.sees('Nothing has happened yet. This is what each line would do.');
    assert.equal(await ines.page.getByText('Left out', { exact: true }).count(), 2);
  },
};
