import { expect, test } from 'vitest';
import * as markdown from './markdown';
import { triggerAt } from './trigger';

/** `|` marks the selection: "say |loss| aloud". */
function selected(marked: string): markdown.Selected {
  const [before = '', inner = '', after] = marked.split('|');
  const text = before + inner + (after ?? '');
  const start = before.length;
  return {
    text: after === undefined ? before + inner : text,
    start,
    end: after === undefined ? start : start + inner.length,
  };
}

function applied({ text }: markdown.Selected, { from, to, insert, select }: markdown.Edit) {
  const done = text.slice(0, from) + insert + text.slice(to);
  const [start, end] = select;
  if (start === end) return `${done.slice(0, start)}|${done.slice(start)}`;
  return `${done.slice(0, start)}|${done.slice(start, end)}|${done.slice(end)}`;
}

const after = (marked: string, edit: (selected: markdown.Selected) => markdown.Edit) =>
  applied(selected(marked), edit(selected(marked)));

test('bold comes and goes', () => {
  const bold = (at: markdown.Selected) => markdown.wrapped(at, '**');
  expect(after('say |loss| aloud', bold)).toBe('say **|loss|** aloud');
  expect(after('say **|loss|** aloud', bold)).toBe('say |loss| aloud');
  expect(after('say |', bold)).toBe('say **|**');
});

test('a quote is put before every line, and taken away again', () => {
  const quote = (at: markdown.Selected) => markdown.prefixed(at, '> ');
  expect(after('|one\ntwo|', quote)).toBe('|> one\n> two|');
  expect(after('|> one\n> two|', quote)).toBe('|one\ntwo|');
});

test('a link waits for its address', () => {
  expect(after('see |slide 14|', (at) => markdown.linked(at))).toBe('see [slide 14](|https://|)');
  expect(after('see |', (at) => markdown.linked(at))).toBe('see [|](https://)');
});

test('code is in the line, or a block of its own', () => {
  expect(after('the |rota| table', markdown.coded)).toBe('the `|rota|` table');
  expect(after('|a\nb|', markdown.coded)).toBe('```\n|a\nb|\n```\n');
});

test('Enter goes on with a list and ends it in an empty item', () => {
  const enter = (at: markdown.Selected) => markdown.continued(at)!;
  expect(after('- one|', enter)).toBe('- one\n- |');
  expect(after('3. three|', enter)).toBe('3. three\n4. |');
  expect(after('- [x] done|', enter)).toBe('- [x] done\n- [ ] |');
  expect(after('- one\n- |', enter)).toBe('- one\n|');
  expect(markdown.continued(selected('no list|'))).toBeUndefined();
});

test('a quote says who said it and leads back', () => {
  const source = { author: 'Mei Wu', path: '/go/post_01' };
  expect(markdown.quoted('One thing.\n\nThen another.', source)).toBe(
    '> One thing.\n>\n> Then another.\n>\n> — [Mei Wu](/go/post_01)\n\n',
  );
});

test('what a picture shows is said, changed and taken out with it', () => {
  const text = `Look:\n${markdown.picture('/files/file_1/map', 'the map')}\nThere.`;
  expect(markdown.altOf(text, '/files/file_1/map')).toBe('the map');
  const described = markdown.withAlt(text, '/files/file_1/map', 'who is [where]');
  expect(described).toContain('![who is  where](/files/file_1/map)');
  expect(markdown.withoutPicture(text, '/files/file_1/map')).toBe('Look:\nThere.');
  expect(markdown.altOf(text, '/files/file_2/other')).toBeUndefined();
});

test('a name after @ or : asks who or what is meant', () => {
  expect(triggerAt('ask @ama', 8)).toEqual({ kind: '@', query: 'ama', from: 4 });
  expect(triggerAt('@', 1)).toEqual({ kind: '@', query: '', from: 0 });
  expect(triggerAt('well :tad', 9)).toEqual({ kind: ':', query: 'tad', from: 5 });
  expect(triggerAt('mail me@home', 12)).toBeUndefined();
  expect(triggerAt('at 14:02', 8)).toBeUndefined();
  expect(triggerAt('a colon: ', 9)).toBeUndefined();
});
