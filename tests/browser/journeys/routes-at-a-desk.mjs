import { AMARA, INES, OUTSIDE, PRIYA, inspects, withInvitation } from '../pages/places.mjs';

export default {
  'At a desk, everything before signing in is open to all': ({ visitor, house }) =>
    inspects(visitor, withInvitation(OUTSIDE, house)),
  'At a desk, every page of a member is open to all': ({ person }) =>
    inspects(() => person('priya-raman'), PRIYA),
  'At a desk, every page of those who lead is open to all': async ({ person }) => {
    await inspects(() => person('amara-okafor'), AMARA);
    await inspects(() => person('ines-duarte'), INES);
  },
};
