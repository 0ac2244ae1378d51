import { FluentResource } from '@fluent/bundle';

/** The texts are parsed while the app is built, so that no visit brings the parser or waits for it. */
export const fluent = {
  name: 'fluent',
  transform(text, file) {
    if (!file.endsWith('.ftl')) return undefined;
    const values = new FluentResource(text).body.map(({ id, value }) => [id, value]);
    return { code: `export default ${JSON.stringify(Object.fromEntries(values))}`, map: null };
  },
};
