// Runs the journeys in Chromium against the real program. Usage: node run.mjs [WORD], to run only the
// files whose name has WORD in it. A file in which a story failed is gone through once more, in a new house and
// with nothing beside it: two browsers and two servers on two cores can be slower than anybody waits. What it
// takes twice is named. Its last line is `N passed, N failed`.
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
/** How many stories of a file failed at first. */
const failures = new Map();

if (!only) clearScreenshots();
// What is measured in milliseconds goes first, and alone.
const measured = journeys.indexOf(MEASURED);
if (measured >= 0) await travel(...journeys.splice(measured, 1));
await Promise.all(Array.from({ length: WORKERS }, work));
for (const [name, failed] of failures) await travelAgain(name, failed);
await closeBrowser();
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;

async function work() {
  for (let name; (name = journeys.shift());) await travel(name);
}

async function travel(name) {
  const told = await tellAll(name);
  counts.passed += told.passed;
  if (told.failed === 0) return;
  counts.failed += told.failed;
  failures.set(name, told.failed);
}

/** With nothing beside it. What fails now has failed. */
async function travelAgain(name, failed) {
  console.log(`once more, alone: ${name}`);
  const told = await tellAll(name);
  if (told.failed > 0) return;
  counts.failed -= failed;
  counts.passed += failed;
  console.log(`it took two times: ${name}`);
}

/** The stories of one file share a house. */
async function tellAll(name) {
  const { default: stories } = await import(join(folder, name));
  const house = await House.open();
  const told = { passed: 0, failed: 0 };
  for (const [sentence, story] of Object.entries(stories)) {
    told[(await tell(sentence, story, house)) ? 'passed' : 'failed'] += 1;
  }
  await house.close();
  return told;
}

/** Whether it went as it is told. */
async function tell(sentence, story, house) {
  const cast = new Cast(house);
  const began = Date.now();
  try {
    await inTime(story(cast));
    if (cast.complaints.length > 0) throw new Error(cast.complaints.join('\n'));
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    console.log(['ok:', sentence, `(${[...cast.figures, `${seconds} s`].join(', ')})`].join(' '));
    return true;
  } catch (failure) {
    console.log(`FAILED: ${sentence}\n${await circumstances(failure, cast, sentence)}`);
    return false;
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
