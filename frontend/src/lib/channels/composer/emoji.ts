/** A small set for work and thanks, by the names that the server knows too. */
const EMOJI: readonly (readonly [name: string, sign: string])[] = [
  ['thumbsup', '👍'],
  ['clap', '👏'],
  ['raised_hands', '🙌'],
  ['pray', '🙏'],
  ['wave', '👋'],
  ['handshake', '🤝'],
  ['muscle', '💪'],
  ['heart', '❤️'],
  ['green_heart', '💚'],
  ['smile', '😄'],
  ['slightly_smiling_face', '🙂'],
  ['blush', '😊'],
  ['joy', '😂'],
  ['sweat_smile', '😅'],
  ['wink', '😉'],
  ['thinking', '🤔'],
  ['open_mouth', '😮'],
  ['confused', '😕'],
  ['cry', '😢'],
  ['relieved', '😌'],
  ['exploding_head', '🤯'],
  ['tada', '🎉'],
  ['sparkles', '✨'],
  ['star', '⭐'],
  ['fire', '🔥'],
  ['rocket', '🚀'],
  ['bulb', '💡'],
  ['eyes', '👀'],
  ['ear', '👂'],
  ['mag', '🔍'],
  ['memo', '📝'],
  ['books', '📚'],
  ['calendar', '📅'],
  ['hourglass', '⌛'],
  ['coffee', '☕'],
  ['seedling', '🌱'],
  ['sunrise', '🌅'],
  ['compass', '🧭'],
  ['bridge_at_night', '🌉'],
  ['warning', '⚠️'],
  ['question', '❓'],
  ['white_check_mark', '✅'],
  ['x', '❌'],
  ['arrow_right', '➡️'],
];

export interface Emoji {
  name: string;
  sign: string;
}

/** Those whose name begins with the query, then those that contain it. */
export function emojiFor(query: string, count: number): Emoji[] {
  const all = EMOJI.map(([name, sign]) => ({ name, sign }));
  const first = all.filter(({ name }) => name.startsWith(query));
  const then = all.filter(({ name }) => !name.startsWith(query) && name.includes(query));
  return [...first, ...then].slice(0, count);
}
