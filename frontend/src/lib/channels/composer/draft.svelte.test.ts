import { expect, test, vi } from 'vitest';
import { serverDouble } from '../../../tests/server';
import { device } from '../device';
import { Draft, SAVE_AFTER_MS } from './draft.svelte';

const server = serverDouble();

/** The server's side of one draft, with its version. */
function keptThere(key: string, body = '', version = 0) {
  const there = { body, version };
  const shown = () => ({
    __typename: 'Draft',
    key,
    title: null,
    ...there,
    updatedAt: '2026-10-25T14:02:00Z',
  });
  server.answers('Draft', () => ({ draft: there.version > 0 ? shown() : null }));
  server.answers('SaveDraft', ({ input }) => {
    if (input.version !== there.version) {
      return server.refusal('CONFLICT', 'this draft was changed', { current: { ...there } });
    }
    Object.assign(there, { body: input.body, version: there.version + 1 });
    return { saveDraft: shown() };
  });
  server.answers('ForgetDraft', () => {
    there.version = 0;
    return { discardDraft: { __typename: 'Draft', key } };
  });
  return there;
}

const write = (draft: Draft, body: string) => {
  draft.body = body;
  draft.touch();
};
const saved = (check: () => void) => vi.waitFor(check, { timeout: SAVE_AFTER_MS + 2_000 });

test('what is typed is on the device at once and on the server soon', async () => {
  const there = keptThere('reply:thread_a');
  const draft = new Draft('reply:thread_a');
  await draft.open();
  write(draft, 'I asked Rana');
  await vi.waitFor(() => expect(draft.kept?.on).toBe('device'));
  expect(there.version).toBe(0);
  await saved(() => expect(draft.kept?.on).toBe('server'));
  expect(there.body).toBe('I asked Rana');
});

test('another visit finds it, even when the server never had it', async () => {
  keptThere('reply:thread_b');
  const draft = new Draft('reply:thread_b');
  await draft.open();
  server.isDown = true;
  write(draft, 'offline words');
  await vi.waitFor(() => expect(draft.kept?.on).toBe('device'));
  draft.end();
  const later = new Draft('reply:thread_b');
  await later.open();
  server.isDown = false;
  expect(later.body).toBe('offline words');
  later.discard();
});

test('a page torn down in the middle of a word loses no letter of it', async () => {
  keptThere('reply:thread_f');
  const draft = new Draft('reply:thread_f');
  await draft.open();
  write(draft, 'I felt it on the s');
  await vi.waitFor(() => expect(draft.kept?.on).toBe('device'));
  const unfinished = vi.spyOn(device, 'keepDraft').mockReturnValue(new Promise(() => undefined));
  write(draft, 'I felt it on the stairs');
  dispatchEvent(new PageTransitionEvent('pagehide'));
  unfinished.mockRestore();

  const later = new Draft('reply:thread_f');
  await later.open();
  expect(later.body).toBe('I felt it on the stairs');
  later.discard();
});

test('who writes on while the server saves does not meet their own words as another’s', async () => {
  const there = keptThere('reply:thread_g');
  const draft = new Draft('reply:thread_g');
  await draft.open();
  const save = new Promise<void>((done) => {
    server.answers('SaveDraft', ({ input }) => {
      Object.assign(there, { body: input.body, version: 1 });
      if (input.body === 'one') write(draft, 'one, two');
      done();
      const saved = { key: 'reply:thread_g', title: null, updatedAt: '2026-10-25T14:02:00Z' };
      return { saveDraft: { __typename: 'Draft', ...saved, ...there } };
    });
  });
  const keeps = vi.spyOn(device, 'keepDraft');
  write(draft, 'one');
  await save;
  const goneOn = expect.objectContaining({ body: 'one, two', version: 1, isAhead: true });
  await saved(() => expect(keeps).toHaveBeenCalledWith(expect.any(String), draft.key, goneOn));
  await keeps.mock.results.at(-1)?.value;
  const later = new Draft('reply:thread_g');
  await later.open();
  expect(later.body).toBe('one, two');
  expect(later.conflict).toBeUndefined();
});

test('a save over a save elsewhere shows both, and choosing goes on', async () => {
  const there = keptThere('reply:thread_c');
  const draft = new Draft('reply:thread_c');
  await draft.open();
  write(draft, 'here');
  await saved(() => expect(there.version).toBe(1));
  Object.assign(there, { body: 'on the phone', version: 2 });
  write(draft, 'here, and more');
  await saved(() => expect(draft.conflict?.body).toBe('on the phone'));
  expect(draft.body).toBe('here, and more');
  draft.keepMine();
  await saved(() => expect(there.body).toBe('here, and more'));
  expect(draft.conflict).toBeUndefined();
});

test('discarding empties both places, and undo brings it back', async () => {
  const there = keptThere('reply:thread_d', 'written before', 4);
  const draft = new Draft('reply:thread_d');
  await draft.open();
  expect(draft.body).toBe('written before');
  const undo = draft.discard();
  expect(draft.body).toBe('');
  await vi.waitFor(() => expect(there.version).toBe(0));
  undo();
  expect(draft.body).toBe('written before');
  await saved(() => expect(there.version).toBe(1));
});

test('an edit begins with the post, and is no draft until something changes', async () => {
  const there = keptThere('edit:post_e');
  const draft = new Draft('edit:post_e', { body: 'as it stands' });
  await draft.open();
  expect(draft.isUntouched).toBe(true);
  write(draft, 'as it stands, better');
  await saved(() => expect(there.version).toBe(1));
  write(draft, 'as it stands');
  await vi.waitFor(() => expect(there.version).toBe(0));
});
