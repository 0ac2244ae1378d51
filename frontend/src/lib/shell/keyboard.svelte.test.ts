import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { keyboard } from './keyboard.svelte';

const stops: (() => void)[] = [];
const bind = (keys: string) => {
  const run = vi.fn();
  stops.push(keyboard.add({ scope: 'here', list: () => [{ keys, label: keys, run }] }));
  return run;
};

afterEach(() => {
  stops.splice(0).forEach((stop) => stop());
  vi.restoreAllMocks();
});

test('two letters after each other are one shortcut', async () => {
  const today = bind('g t');
  await userEvent.keyboard('gt');
  expect(today).toHaveBeenCalledOnce();
});

test('the second letter of a sequence is no shortcut of its own, whoever was bound first', async () => {
  const helpful = bind('h');
  const home = bind('g h');
  await userEvent.keyboard('gh');
  expect(home).toHaveBeenCalledOnce();
  expect(helpful).not.toHaveBeenCalled();
  await userEvent.keyboard('h');
  expect(helpful).toHaveBeenCalledOnce();
});

test('a letter in a field is a letter', async () => {
  const reply = bind('r');
  const field = document.body.appendChild(document.createElement('textarea'));
  field.focus();
  await userEvent.keyboard('r');
  expect(reply).not.toHaveBeenCalled();
  expect(field.value).toBe('r');
  field.remove();
});

test('single letters can be switched off, and combinations still work', async () => {
  const reply = bind('r');
  const palette = bind('Control+k');
  vi.spyOn(keyboard, 'singleKeysAllowed', 'get').mockReturnValue(false);
  await userEvent.keyboard('r{Control>}k{/Control}');
  expect(reply).not.toHaveBeenCalled();
  expect(palette).toHaveBeenCalledOnce();
});

test('what is bound appears on the sheet, and leaves it again', () => {
  bind('j');
  expect(keyboard.listOf('here').map(({ keys }) => keys)).toContain('j');
  stops.splice(0).forEach((stop) => stop());
  expect(keyboard.listOf('here')).toEqual([]);
});
