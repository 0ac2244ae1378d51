import { afterEach, expect, test } from 'vitest';
import { moveFocus } from './rows';

const list = document.createElement('ul');
list.innerHTML = ['one', 'two', 'three']
  .map((name) => `<li><a href="#${name}">${name}</a></li>`)
  .join('');
document.body.append(list);
const rows = () => list.querySelectorAll<HTMLElement>('li');
const here = () => document.activeElement?.textContent;

afterEach(() => (document.activeElement as HTMLElement).blur());

test('the focus walks down and up, and stays at the ends', () => {
  moveFocus(rows(), 1);
  expect(here()).toBe('one');
  moveFocus(rows(), 1);
  moveFocus(rows(), 1);
  moveFocus(rows(), 1);
  expect(here()).toBe('three');
  moveFocus(rows(), -1);
  expect(here()).toBe('two');
});

test('coming from below, the last row is the first', () => {
  moveFocus(rows(), -1);
  expect(here()).toBe('three');
});
