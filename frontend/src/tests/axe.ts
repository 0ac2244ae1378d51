import axe from 'axe-core';
import { expect } from 'vitest';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Nothing that axe knows stands in the way, in light and in dark. */
export async function expectAccessible(element: Element = document.body) {
  for (const theme of ['light', 'dark']) {
    document.documentElement.dataset.theme = theme;
    // One that is cancelled is over, too.
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
    const { violations } = await axe.run(element, { runOnly: RULES });
    const found = violations.map(({ id, nodes }) => `${theme}: ${id} at ${nodes[0]?.target}`);
    expect(found).toEqual([]);
  }
}
