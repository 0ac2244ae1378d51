import { expect, test } from 'vitest';
import { reconciled } from './reconcile';

const device = (body: string, version: number, isAhead: boolean) => ({
  title: '',
  body,
  version,
  isAhead,
});
const server = (body: string, version: number) => ({ title: '', body, version });

test('with nothing kept there is nothing to bring back', () => {
  expect(reconciled(undefined, undefined)).toEqual({ take: 'nothing' });
});

test('what another device wrote is brought here', () => {
  expect(reconciled(undefined, server('I asked Rana', 2))).toEqual({ take: 'server' });
});

test('what never reached the server goes on from here', () => {
  expect(reconciled(device('I asked', 0, true), undefined)).toEqual({ take: 'device', version: 0 });
});

test('this device is ahead of what it sent itself', () => {
  const outcome = reconciled(device('I asked Rana what', 2, true), server('I asked', 2));
  expect(outcome).toEqual({ take: 'device', version: 2 });
});

test('another device went on, this one did not', () => {
  expect(reconciled(device('I asked', 2, false), server('I asked Rana', 3))).toEqual({
    take: 'server',
  });
});

test('when both went on, the person chooses', () => {
  expect(reconciled(device('I asked Mei', 2, true), server('I asked Rana', 3))).toEqual({
    take: 'both',
  });
});

test('the same words are no conflict', () => {
  expect(reconciled(device('I asked', 1, true), server('I asked', 4))).toEqual({ take: 'server' });
});

test('a draft that was sent elsewhere does not come back', () => {
  expect(reconciled(device('I asked', 2, false), undefined)).toEqual({ take: 'nothing' });
});

test('but more that was written since is not lost', () => {
  const outcome = reconciled(device('I asked, and then', 2, true), undefined);
  expect(outcome).toEqual({ take: 'device', version: 0 });
});
