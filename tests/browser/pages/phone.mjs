/** A phone beside this browser that holds passkeys, and makes sure who has it in hand. */
export async function hasPhone({ context, page }) {
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    holds: async () =>
      (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    takes: (credential) => devtools.send('WebAuthn.addCredential', { authenticatorId, credential }),
  };
}
