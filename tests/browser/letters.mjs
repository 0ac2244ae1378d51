// Letters of a house without a mail server: files in the outbox of its data folder.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const DECODED = {
  base64: (body) => Buffer.from(body, 'base64').toString('utf8'),
  'quoted-printable': (body) => {
    const bytes = body
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, byte) => String.fromCharCode(Number.parseInt(byte, 16)));
    return Buffer.from(bytes, 'latin1').toString('utf8');
  },
};

/** The plain words of a letter. */
function wordsOf(letter) {
  const plain = letter.slice(letter.indexOf('Content-Type: text/plain'));
  const [, encoding = '7bit'] = /Content-Transfer-Encoding: (\S+)/i.exec(plain) ?? [];
  const body = plain.slice(plain.search(/\r?\n\r?\n/)).split(/\r?\n--/)[0];
  return (DECODED[encoding] ?? ((words) => words))(body);
}

/** The words of every letter to an address, in no order. */
export function lettersIn(folder, address) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((letter) => new RegExp(`^To: .*${address}`, 'm').test(letter))
    .map(wordsOf);
}
