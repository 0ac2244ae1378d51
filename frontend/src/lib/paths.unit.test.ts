import { expect, test } from 'vitest';
import { paths, readable, safeNext } from './paths';

const ORIGIN = 'https://interlude.test';

test('after sign-in a path of this origin is opened', () => {
  expect(safeNext('/c/guild/channels?x=1#post_2', ORIGIN)).toBe('/c/guild/channels?x=1#post_2');
});

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '',
  null,
])('after sign-in %j leads nowhere else', (next) => {
  expect(safeNext(next, ORIGIN)).toBeUndefined();
});

test('what a person searched for survives its address', () => {
  const url = new URL(paths.search('rota & “loss”', 'guild'), ORIGIN);
  expect(url.searchParams.get('q')).toBe('rota & “loss”');
  expect(url.searchParams.get('in')).toBe('guild');
  expect(paths.search()).toBe('/search');
});

test.each(['/consult/%00%ff', '/checkin/%E2%82', '/pulse/50%', '/c/guild/%25ff'])(
  'the address %s can be read, wherever its link was cut',
  (pathname) => {
    expect(() => decodeURIComponent(readable(pathname))).not.toThrow();
  },
);

test('an address that is text stays as it is', () => {
  expect(readable('/people/J%C3%BCrgen%2F')).toBe('/people/J%C3%BCrgen%2F');
});
