import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { paths } from '$lib/paths';

export function load() {
  redirect(302, resolve(paths.settings()));
}
