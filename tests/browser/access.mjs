// What every page owes everybody: nothing that axe knows stands in the way, and nothing hangs over the edge.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const require = createRequire(join(import.meta.dirname, '../../frontend/package.json'));
const AXE = readFileSync(require.resolve('axe-core'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const NARROWEST = 320;

/** What is wrong with the page as it stands, in light and in dark, each with a picture at `named(theme)`. */
export async function obstacles(page, named) {
  const found = [];
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    await settled(page);
    await page.screenshot({ path: named(colorScheme) });
    found.push(...(await violations(page)).map((each) => `${colorScheme}: ${each}`));
  }
  return found;
}

/** How far the page hangs over the edge, here and on the narrowest screen. */
export async function overflows(page) {
  const found = [await overflow(page)];
  if (page.viewportSize().width < NARROWEST * 2) {
    const before = page.viewportSize();
    await page.setViewportSize({ ...before, width: NARROWEST });
    await settled(page);
    found.push(await overflow(page));
    await page.setViewportSize(before);
  }
  return found.filter(Boolean);
}

async function violations(page) {
  // Said to the engine and not to the page, which allows no foreign script.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async (rules) => {
    const { violations } = await window.axe.run(document, { runOnly: rules });
    return violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target)}`);
  }, RULES);
}

/** Fonts are there, and nothing moves any more. */
export const settled = (page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const moving = document.getAnimations().filter(({ playState }) => playState === 'running');
    await Promise.all(moving.map(({ finished }) => finished.catch(() => undefined)));
    await new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame)));
  });

const overflow = (page) =>
  page.evaluate(() => {
    const over = document.documentElement.scrollWidth - innerWidth;
    if (over <= 0) return undefined;
    const reaches = (element) => element.getBoundingClientRect().right > innerWidth + 1;
    const widest = [...document.querySelectorAll('main *, header *')].find(reaches);
    return `${over} px over ${innerWidth}, first at ${widest?.tagName}.${widest?.className}`;
  });
