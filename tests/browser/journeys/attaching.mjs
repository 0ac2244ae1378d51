import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import { opensConversation } from '../pages/conversation.mjs';

const SHEET = 'A sheet for counting who speaks';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

export default {
  'A picture is uploaded, described, and shown to the others': async ({ person }) => {
    const [priya, jonas] = [await person('priya-raman'), await person('jonas-lindqvist')];
    const talk = await opensConversation(priya, SHEET);
    await talk.writes('My sheet from Monday.\n\n');
    await attach(priya, { name: 'sheet.png', mimeType: 'image/png', buffer: picture() });
    await priya.fills('What it shows', 'Nine names, one with most of the strokes');
    await talk.sends();
    const image = talk.post('My sheet from Monday.').getByRole('img', { name: /^Nine names/ });
    await image.waitFor();

    const his = await opensConversation(jonas, SHEET);
    const seen = his.post('My sheet from Monday.').getByRole('img', { name: /^Nine names/ });
    await seen.scrollIntoViewIfNeeded();
    await jonas.page.waitForFunction((img) => img.complete, await seen.elementHandle());
    assert.equal(await seen.evaluate((img) => img.naturalWidth), 24);
  },

  'A file that is no picture is offered for download': async ({ person }) => {
    const priya = await person('priya-raman');
    const talk = await opensConversation(priya, SHEET);
    await talk.writes('The list as text.');
    await attach(priya, {
      name: 'list.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Mei 4\nTomás 1\n'),
    });
    await priya.button('Remove list.txt').waitFor();
    await talk.sends();
    const download = priya.page.waitForEvent('download');
    await priya.follows(/list\.txt/, talk.post('The list as text.'));
    assert.equal((await download).suggestedFilename(), 'list.txt');
  },

  'A drawing that could run scripts is refused in words': async ({ person }) => {
    const priya = await person('priya-raman');
    priya.expects(/status of 422/);
    await opensConversation(priya, SHEET);
    await attach(priya, {
      name: 'drawing.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from(SVG),
    });
    const refusal = priya.page.getByRole('list', { name: 'Attached files' }).getByRole('alert');
    await refusal.waitFor();
    assert.match(await refusal.innerText(), /^[A-Z].+\. .+\.$/);
  },
};

const attach = (person, file) => person.page.locator('input[type=file]').last().setInputFiles(file);

/** A grey PNG of 24 by 24 points. */
function picture() {
  const size = 24;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc(size * (size + 1), 0x99);
  for (let row = 0; row < size; row += 1) rows[row * (size + 1)] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([signature, ...chunks]);
}

function chunk(kind, data) {
  const named = Buffer.concat([Buffer.from(kind), data]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(data.length, 0);
  named.copy(out, 4);
  out.writeUInt32BE(crc(named), named.length + 4);
  return out;
}

function crc(bytes) {
  let rest = ~0;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return ~rest >>> 0;
}
