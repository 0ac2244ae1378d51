import { expect, test } from 'vitest';
import sentences from '../../../locales/de/server.json';
import { translator } from './translator';

const german = translator('de', sentences);

test('a sentence is said as it is written down', () => {
  expect(german('please sign in')).toBe('bitte melden Sie sich an');
  expect(german('there is no such post')).toBe('diesen Beitrag gibt es nicht');
});

test('what is counted or named stands in its place, also in another order', () => {
  expect(german('this roster has more than 100000 lines')).toBe(
    'diese Liste hat mehr als 100000 Zeilen',
  );
  expect(german('this is too long: 70 KB, and 64 KB is the most')).toBe(
    'das ist zu lang: 70 KB, und 64 KB sind das Höchste',
  );
  expect(german('this is the id of a post, and a thread is needed here')).toBe(
    'das ist eine Kennung der Art „post“, gebraucht wird eine der Art „thread“',
  );
});

test('what the server said within a sentence is German too', () => {
  expect(german('step 3: there is no step called first-prompt')).toBe(
    'Schritt 3: einen Schritt namens first-prompt gibt es nicht',
  );
  expect(german('segment 4 has a prompt of more than 4,000 characters')).toBe(
    'Punkt 4 des Ablaufs hat mehr als 4.000 Zeichen bei „Impuls“',
  );
  expect(german('these steps wait for each other: a waits for b waits for a')).toBe(
    'diese Schritte warten aufeinander: a wartet auf b wartet auf a',
  );
});

test('a date of the server is written as Germans write it', () => {
  expect(
    german('a moderator muted you here: you read, and do not write, until 3 March 2027, 09:05 UTC'),
  ).toContain('bis 3. März 2027 um 09:05 UTC');
});

test('a sentence with its hint and a failure with its cause are both German, each said once', () => {
  expect(german('this is planned already; choose a later one, or do it now')).toBe(
    'das ist schon geplant; wählen Sie einen späteren, oder tun Sie es jetzt',
  );
  const refused = 'Connection refused (os error 111)';
  expect(german(`Connection error: ${refused}: ${refused}`)).toBe(
    'keine Verbindung: die Verbindung wurde abgelehnt',
  );
});

test('of two patterns that fit, the one with more words of its own is meant', () => {
  const two = translator('de', {
    one: { 'the {message}': 'weit {message}', 'the line {number} is empty': 'Zeile {number}' },
  });
  expect(two('the line 4 is empty')).toBe('Zeile 4');
  expect(two('the line x is empty')).toBe('weit line x is empty');
});

test('what nobody translated stays English, however much of it looks known', () => {
  for (const english of ['the mail is on holiday until tomorrow', 'part of this; and more: again'])
    expect(german(english)).toBe(english);
});
