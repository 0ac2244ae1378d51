import { afterEach, expect, test, vi } from 'vitest';
import { confirmBy, mutate } from './client';
import { RenewRecoveryCodesDoc } from './generated/documents';

const refused = {
  errors: [{ message: 'please show once more that it is you', extensions: { code: 'CONFIRM' } }],
};
const done = {
  data: {
    renewRecoveryCodes: {
      __typename: 'RecoveryCodes',
      codes: ['one'],
      viewer: { __typename: 'Viewer', secondFactor: null },
    },
  },
};

/** The server gives these answers, one after the other. */
function answers(...bodies: unknown[]) {
  const headers = { 'content-type': 'application/json' };
  const answer = vi.fn(async () => new Response(JSON.stringify(bodies.shift()), { headers }));
  vi.stubGlobal('fetch', answer);
  return answer;
}

afterEach(() => vi.unstubAllGlobals());

test('what asks who it is goes on once that was shown', async () => {
  const asked = answers(refused, done);
  const ask = vi.fn(async () => true);
  confirmBy(ask);

  const { renewRecoveryCodes } = await mutate(RenewRecoveryCodesDoc, {});

  expect(renewRecoveryCodes.codes).toEqual(['one']);
  expect(ask).toHaveBeenCalledOnce();
  expect(asked).toHaveBeenCalledTimes(2);
});

test('whoever does not show it is told so, and nothing was done', async () => {
  const asked = answers(refused);
  confirmBy(async () => false);

  await expect(mutate(RenewRecoveryCodesDoc, {})).rejects.toMatchObject({ code: 'CONFIRM' });
  expect(asked).toHaveBeenCalledOnce();
});

test('another refusal asks nobody who they are', async () => {
  answers({ errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] });
  const ask = vi.fn(async () => true);
  confirmBy(ask);

  await expect(mutate(RenewRecoveryCodesDoc, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(ask).not.toHaveBeenCalled();
});
