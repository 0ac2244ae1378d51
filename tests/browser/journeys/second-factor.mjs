import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';

const PASSWORD = 'a quiet room with tall windows';
const STEP_SECONDS = 30;

const codeOf = ({ page }) => page.getByRole('textbox', { name: 'Code', exact: true });

/** What an authenticator app shows now that was given this key (RFC 6238). */
function shownBy(key) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...key].map((it) => letters.indexOf(it).toString(2).padStart(5, '0')).join('');
  const seed = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 1000 / STEP_SECONDS)));
  const hash = createHmac('sha1', seed).update(step).digest();
  const number = hash.readUInt32BE(hash.at(-1) & 0xf) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

export default {
  'A second factor is set up, asked for, recovered and taken off': async ({ visitor, house }) => {
    const who = ['--name', 'Vera Lind', '--email', 'vera@example.org'];
    house.runs(['person', 'create', ...who, '--password-stdin'], PASSWORD);
    const enters = async () => {
      const vera = await visitor();
      await vera.opens('/signin');
      await vera.fills('E-mail', 'vera@example.org');
      await vera.fills('Password', PASSWORD);
      await vera.clicks('Sign in');
      return vera;
    };
    const vera = await enters();
    await vera.isAt('/welcome');
    await vera.clicks('Skip everything');
    await vera.isAt('/today');

    await vera.opens('/settings/security');
    await vera.clicks('Set up a second factor');
    const key = vera.field('Or type this key');
    await key.waitFor();
    const code = codeOf(vera);
    await code.fill('12345x');
    await vera.clicks('Switch it on');
    await vera.sees(/^This code is wrong/);
    await code.fill(shownBy((await key.inputValue()).replaceAll(' ', '')));
    await vera.clicks('Switch it on');
    await vera.seesHeading('Write these codes down');
    const codes = await vera.page.locator('main ol li').allInnerTexts();
    assert.equal(codes.length, 10);
    await vera.clicks('I have them');
    await vera.sees('10 recovery codes are left.');

    const elsewhere = await enters();
    const asked = codeOf(elsewhere);
    await asked.waitFor();
    assert.equal(await asked.evaluate((it) => it === document.activeElement), true);
    await asked.fill(codes[0].toUpperCase());
    await elsewhere.presses('Enter');
    await elsewhere.isAt('/today');
    await elsewhere.opens('/settings/security');
    await elsewhere.sees('9 recovery codes are left.');
    await elsewhere.clicks('Take it off');
    await codeOf(elsewhere).fill(codes[1]);
    await elsewhere.clicks('Take it off');
    await elsewhere.sees('Your second factor is off.');

    await (await enters()).isAt('/today');
  },
};
