/** The way to the server. Documents live as *.graphql beside what uses them; `npm run gen` types them. */
export { mutate, query, refetch } from './client';
export { connection } from './connection.svelte';
export { ApiError, type ErrorCode } from './error';
export { live, liveQuery, refresh } from './live.svelte';
export { upload, type UploadedFile } from './upload';
export * from './generated/documents';
export { found, pageData } from './page';
export { says } from './says';
