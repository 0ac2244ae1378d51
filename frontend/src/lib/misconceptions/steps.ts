import {
  AgreeToCorrectionDoc,
  CloseMisconceptionDoc,
  ConfirmMisconceptionDoc,
  OfferToAuthorDoc,
  PublishCorrectionDoc,
  RejectMisconceptionDoc,
  ReopenMisconceptionDoc,
  UndoCorrectionDoc,
  mutate,
  type MisconceptionFieldsFragment,
} from '$lib/api';

/** The steps of a misconception that need nothing but the wish. */
const STEPS = {
  confirm: (misconception: string) => mutate(ConfirmMisconceptionDoc, { input: { misconception } }),
  agree: (misconception: string) => mutate(AgreeToCorrectionDoc, { input: { misconception } }),
  offer: (misconception: string, hours: number) =>
    mutate(OfferToAuthorDoc, { input: { misconception, hours } }),
  publish: (misconception: string) => mutate(PublishCorrectionDoc, { input: { misconception } }),
  close: (misconception: string) => mutate(CloseMisconceptionDoc, { input: { misconception } }),
  undo: (misconception: string) => mutate(UndoCorrectionDoc, { input: { misconception } }),
} as const;

export type Step = keyof typeof STEPS;

/** In the order in which they are offered: what leads on stands first. */
const ORDER: readonly Step[] = ['confirm', 'offer', 'publish', 'agree', 'close', 'undo'];

export const stepsOf = ({ viewerCan }: Pick<MisconceptionFieldsFragment, 'viewerCan'>) =>
  ORDER.filter((step) => viewerCan[step]);

/** Takes a step; to offer it takes how many hours the author has. Throws ApiError. */
export const take = (step: Step, misconception: string, hours: number): Promise<unknown> =>
  STEPS[step](misconception, hours);

export const reject = (misconception: string, reason: string) =>
  mutate(RejectMisconceptionDoc, { input: { misconception, reason } });

export const reopen = (misconception: string, reason: string) =>
  mutate(ReopenMisconceptionDoc, { input: { misconception, reason } });
