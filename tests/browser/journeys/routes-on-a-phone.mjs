import { PHONE } from '../browser.mjs';
import { AMARA, INES, OUTSIDE, PRIYA, inspects, withInvitation } from '../pages/places.mjs';

export default {
  'On a phone, everything before signing in is open to all': ({ visitor, house }) =>
    inspects(() => visitor(PHONE), withInvitation(OUTSIDE, house)),
  'On a phone, every page of a member is open to all': ({ person }) =>
    inspects(() => person('priya-raman', PHONE), PRIYA),
  'On a phone, every page of those who lead is open to all': async ({ person }) => {
    await inspects(() => person('amara-okafor', PHONE), AMARA);
    await inspects(() => person('ines-duarte', PHONE), INES);
  },
};
