import { afterEach, beforeEach } from 'vitest';
import { viewer } from '$lib/identity/viewer.svelte';

type Variables = Record<string, never> & { input: Record<string, never> };
type Answer = (variables: Variables) => unknown;

class Refusal {
  readonly error: object;
  constructor(error: object) {
    this.error = error;
  }
}

const VIEWER = {
  server: {
    __typename: 'ServerInfo',
    name: 'Interlude',
    demo: false,
    demoPeople: [],
    passwordCharsMin: 12,
    localSignIn: true,
    passkeys: true,
    signInLinks: true,
    bodyBytesMax: 64 * 1024,
    fileBytesMax: 25 * 1024 ** 2,
    languages: ['en', 'de'],
  },
  viewer: {
    __typename: 'Viewer',
    email: 'priya@example.org',
    isAdministrator: false,
    isAuditor: false,
    onboardedAt: '2026-09-18T08:00:00Z',
    secondFactorDueAt: null,
    inboxUnreadCount: 0,
    noticeCount: 0,
    liveCursor: '1',
    person: {
      __typename: 'Person',
      id: 'person_priya',
      handle: 'priya-raman',
      name: 'Priya Raman',
      pronunciation: null,
      zone: 'Asia/Kolkata',
      askMeAbout: null,
      workingOn: null,
    },
    preferences: {
      __typename: 'Preferences',
      theme: 'SYSTEM',
      language: 'en',
      textScale: 'NORMAL',
      lessMotion: false,
      readingFont: 'INTERLUDE',
      singleKeys: true,
    },
    memberships: { __typename: 'MembershipConnection', edges: [] },
  },
};

/**
 * Stands in for the server in component tests: say what an operation answers, by its name. Priya
 * Raman is signed in. Call once in a test file.
 */
export function serverDouble() {
  const answers = new Map<string, Answer>();
  const real = globalThis.fetch;
  const double = {
    isDown: false,
    answers: (operation: string, answer: Answer) => void answers.set(operation, answer),
    refusal: (code: string, message: string, more: object = {}) =>
      new Refusal({ message, extensions: { code, ...more } }),
  };

  beforeEach(async () => {
    globalThis.fetch = (async (_url: unknown, init?: { body?: string }) => {
      if (double.isDown) throw new TypeError('no connection');
      const { operationName, variables } = JSON.parse(init?.body ?? '{}');
      const answer = answers.get(operationName)?.(variables);
      const body =
        answer instanceof Refusal
          ? { data: null, errors: [answer.error] }
          : { data: answer ?? null };
      return new Response(JSON.stringify(body), {
        headers: { 'content-type': 'application/json' },
      });
    }) as typeof fetch;
    double.answers('Viewer', () => VIEWER);
    await viewer.load();
  });

  afterEach(() => {
    globalThis.fetch = real;
    double.isDown = false;
    answers.clear();
  });

  return double;
}
