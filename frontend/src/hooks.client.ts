import type { HandleClientError } from '@sveltejs/kit';

/** A page that is not there is no fault of ours: the error page says it, the console stays quiet. */
export const handleError: HandleClientError = ({ error, status, message }) => {
  if (status !== 404) console.error(error);
  return { message };
};
