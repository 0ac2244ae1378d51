import type { Reroute } from '@sveltejs/kit';
import { readable } from '$lib/paths';

/** The page of a broken link says that it is broken, where the router would fail over its address. */
export const reroute: Reroute = ({ url }) => readable(url.pathname);
