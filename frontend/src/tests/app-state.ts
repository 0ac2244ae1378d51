export const page = {
  url: new URL('http://interlude.test/today'),
  params: {} as Record<string, string>,
  status: 200,
  error: null as { message: string; requestId?: string } | null,
};
export const updated = { current: false };
