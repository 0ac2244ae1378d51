import assert from 'node:assert/strict';
import { PHONE } from '../browser.mjs';
import { COHORT } from '../pages/conversation.mjs';

const PLAN = `query ($slug: String!) { community(slug: $slug) {
  alumniAccess alumniCommunity { slug } startsOn endsOn channels { name } leads { name }
  calendar { workDays holidays { day name } }
} }`;
const planOf = async (person, slug = COHORT) => (await person.asks(PLAN, { slug })).community;

const DAY_MS = 86_400_000;
const dayIn = (days) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

export default {
  'Who leads names working days and holidays with keys alone, and takes one back': async ({
    person,
  }) => {
    const amara = await person('amara-okafor');
    await amara.opens(`/c/${COHORT}/edit`);
    await amara.follows('Calendar');
    await amara.isAt(`/c/${COHORT}/edit/calendar`);
    const before = (await planOf(amara)).calendar.workDays;
    assert.ok(!before.includes('SATURDAY'));
    await amara.page.getByRole('checkbox', { name: 'Saturday' }).focus();
    await amara.presses('Space');
    await amara.sees('The working days are saved.');
    assert.ok((await planOf(amara)).calendar.workDays.includes('SATURDAY'));
    await amara.clicks('Undo');
    await amara.page.getByRole('checkbox', { name: 'Saturday', checked: false }).waitFor();

    await amara.page.getByLabel('Day', { exact: true }).fill(dayIn(30));
    await amara.fills('What it is called', 'The long lunch');
    await amara.presses('Enter');
    await amara.sees(/^The long lunch on .* is a holiday\.$/);
    await amara.button('Remove The long lunch').focus();
    await amara.presses('Enter');
    await amara.sees('The long lunch is no holiday any more.');
    await amara.clicks('Undo');
    await amara.button('Remove The long lunch').waitFor();
    const { holidays } = (await planOf(amara)).calendar;
    assert.ok(holidays.some(({ name }) => name === 'The long lunch'));
  },

  'On a phone, somebody says what becomes of alumni, and whither they go': async ({ person }) => {
    const ines = await person('ines-duarte', PHONE);
    await ines.opens(`/c/${COHORT}/edit/alumni`);
    await ines.page.getByRole('radio', { name: /^Leave/ }).check();
    await ines.page.getByLabel('And they come into').selectOption('Facilitation guild');
    await ines.sees('They are members of Facilitation guild then.');
    await ines.clicks('Save what happens');
    await ines.sees('Saved.');
    const plan = await planOf(ines);
    assert.equal(plan.alumniAccess, 'NONE');
    assert.equal(plan.alumniCommunity.slug, 'facilitation-guild');
  },

  'An administrator founds the next run, and sees before what comes along': async ({ person }) => {
    const [amara, ines] = [await person('amara-okafor'), await person('ines-duarte')];
    await ines.opens(`/c/${COHORT}/edit/next-run`);
    await ines.sees(/^Who leads it: .*Amara Okafor/);
    await ines.fills('Name', 'Leading change, summer');
    await ines.fills('First day', dayIn(90));
    assert.ok(await ines.field('Last day').inputValue());
    await ines.clicks('Found the next run');
    await ines.isAt('/c/leading-change-summer');
    const [before, after] = [await planOf(amara), await planOf(amara, 'leading-change-summer')];
    assert.equal(after.startsOn, dayIn(90));
    const names = ({ channels }) => channels.map(({ name }) => name);
    assert.deepEqual(names(after), names(before));
    await ines.opens(`/c/${COHORT}/edit/next-run`);
    await ines.link('Leading change, summer').waitFor();
  },
};
