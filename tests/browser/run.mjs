// Runs the journeys in Chromium against the real program. Usage: node run.mjs [WORD], to run only the
// files whose name has WORD in it. Its last line is `N passed, N failed`.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { closeBrowser } from './browser.mjs';
import { Cast } from './cast.mjs';
import { House } from './house.mjs';
import { clearScreenshots, screenshot } from './screenshots.mjs';

const MEASURED = 'living.mjs';
const STORY_MS = 240_000;
const WORKERS = Number(process.env.JOURNEY_WORKERS ?? 2);

const only = process.argv[2] ?? '';
const folder = join(import.meta.dirname, 'journeys');
const journeys = readdirSync(folder).filter((name) => name.includes(only));
const counts = { passed: 0, failed: 0 };

if (!only) clearScreenshots();
// What is measured in milliseconds goes first, and alone.
const measured = journeys.indexOf(MEASURED);
if (measured >= 0) await travel(...journeys.splice(measured, 1));
await Promise.all(Array.from({ length: WORKERS }, work));
await closeBrowser();
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;

async function work() {
  for (let name; (name = journeys.shift());) await travel(name);
}

/** The stories of one file share a house. */
async function travel(name) {
  const { default: stories } = await import(join(folder, name));
  const house = await House.open();
  for (const [sentence, story] of Object.entries(stories)) await tell(sentence, story, house);
  await house.close();
}

async function tell(sentence, story, house) {
  const cast = new Cast(house);
  const began = Date.now();
  try {
    await inTime(story(cast));
    if (cast.complaints.length > 0) throw new Error(cast.complaints.join('\n'));
    counts.passed += 1;
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    console.log(['ok:', sentence, `(${[...cast.figures, `${seconds} s`].join(', ')})`].join(' '));
  } catch (failure) {
    counts.failed += 1;
    console.log(`FAILED: ${sentence}\n${await circumstances(failure, cast, sentence)}`);
  } finally {
    await cast.leave();
  }
}

function inTime(story) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('the story took too long')), STORY_MS);
  });
  return Promise.race([story, late]).finally(() => clearTimeout(timer));
}

/** Where everybody stood when it failed, with a picture of each. */
async function circumstances(failure, cast, sentence) {
  const places = cast.people.map(async ({ page, complaints }, index) => {
    const picture = screenshot(`failed ${index} ${sentence}`);
    await page.screenshot({ path: picture }).catch(() => undefined);
    return [`at ${page.url()}, see ${picture}`, ...complaints].join('\n  ');
  });
  const lines = [
    failure.stack ?? String(failure),
    ...(await Promise.all(places)),
    cast.house.log(),
  ];
  return lines.join('\n').replace(/^/gm, '  ');
}
