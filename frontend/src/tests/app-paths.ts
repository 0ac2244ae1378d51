export const resolve = (path: string) => path;
export const base = '';
export const assets = '';
