import { ApiError, BeginPasskeyDoc, BeginShowingPasskeyDoc, mutate } from '$lib/api';

/** Whether this browser makes and shows passkeys as servers write of them. */
export const knowsPasskeys = () =>
  typeof PublicKeyCredential === 'function' &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential;

/** Asks the browser to make a passkey. Undefined when somebody thought better of it. Throws ApiError. */
export async function makesPasskey(): Promise<string | undefined> {
  const { options } = (await mutate(BeginPasskeyDoc, {})).beginPasskey;
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options));
  return written(() => navigator.credentials.create({ publicKey }));
}

/** Asks the browser to show one. Undefined when somebody thought better of it. Throws ApiError. */
export async function showsPasskey(): Promise<string | undefined> {
  const { options } = (await mutate(BeginShowingPasskeyDoc, {})).beginShowingPasskey;
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options));
  return written(() => navigator.credentials.get({ publicKey }));
}

async function written(ask: () => Promise<Credential | null>): Promise<string | undefined> {
  try {
    const credential = await ask();
    return credential ? JSON.stringify((credential as PublicKeyCredential).toJSON()) : undefined;
  } catch (refusal) {
    const name = refusal instanceof DOMException ? refusal.name : '';
    // The browser has said it, or somebody closed what it asked.
    if (name === 'NotAllowedError' || name === 'AbortError') return undefined;
    // As the server would say it.
    if (name === 'InvalidStateError') {
      throw new ApiError({ code: 'CONFLICT', message: 'this passkey is here already' });
    }
    throw refusal;
  }
}
