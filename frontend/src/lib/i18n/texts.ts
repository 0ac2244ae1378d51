import type { FluentResource } from '@fluent/bundle';

type Message = FluentResource['body'][number];

/** What a file of texts is once the app is built: each message by its id. */
export type Texts = Record<string, Message['value']>;

/** As a bundle takes them. */
export const resourceOf = (texts: Texts): FluentResource => ({
  body: Object.entries(texts).map(([id, value]) => ({ id, value, attributes: {} }) as Message),
});
