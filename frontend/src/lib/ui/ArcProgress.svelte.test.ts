import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { expectAccessible } from '../../tests/axe';
import ArcProgress from './ArcProgress.svelte';

const xOfRing = () =>
  Number.parseFloat(document.querySelector<HTMLElement>('.ring')!.style.getPropertyValue('--x'));

test('the ring stands where the way has come to', async () => {
  const { rerender } = await render(ArcProgress, { share: 0, label: 'Begins on 18 September' });
  expect(xOfRing()).toBeCloseTo(1);
  await rerender({ share: 0.5 });
  expect(xOfRing()).toBeCloseTo(50);
  await rerender({ share: 1 });
  expect(xOfRing()).toBeCloseTo(99);
});

test('what the arc shows is said in words', async () => {
  render(ArcProgress, { share: 0.4, label: 'Week 6 of 11', here: 'Today, 25 Oct' });
  await expect.element(page.getByRole('figure', { name: 'Week 6 of 11' })).toBeVisible();
  await expectAccessible();
});
