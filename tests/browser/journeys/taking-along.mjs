import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { PHONE } from '../browser.mjs';

export default {
  'Somebody has their data put together, and downloads it': async ({ person }) => {
    const priya = await person('priya-raman', PHONE);
    await priya.opens('/settings/data');
    await priya.sees('You have asked for nothing yet.');
    await priya.clicks('Put my data together');
    await priya.sees(/^Ready until /);
    const saving = priya.page.waitForEvent('download');
    await priya.follows('Download');
    const saved = await saving;
    assert.match(saved.suggestedFilename(), /^export_[0-9a-z]{26}\.zip$/);
    const bytes = await readFile(await saved.path());
    assert.equal(bytes.subarray(0, 2).toString(), 'PK');
    assert.ok(bytes.includes('data/person.json'));
    await priya.reloads();
    await priya.sees(/Fetched on /);
  },

  'An administrator asks for somebody, who alone can download it': async ({ person }) => {
    const ines = await person('ines-duarte');
    await ines.opens('/admin/data');
    await ines.fills('Their handle', '@nobody-here');
    await ines.fills('Why you ask for them', 'Asked by letter on 3 May');
    await ines.clicks('Put their data together');
    await ines.sees('There is nobody called @nobody-here.');
    await ines.fills('Their handle', 'jonas-lindqvist');
    await ines.clicks('Put their data together');
    await ines.sees(/Asked by letter on 3 May$/);
    assert.equal(await ines.page.getByRole('link', { name: 'Download' }).count(), 0);

    const jonas = await person('jonas-lindqvist');
    await jonas.opens('/settings/data');
    await jonas.sees(/^Ready until /);
    await jonas.page.getByRole('link', { name: 'Download' }).waitFor();
  },
};
