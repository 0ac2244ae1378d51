import {
  INES,
  LEADING,
  MODERATING,
  OUTSIDE,
  PLANNING,
  PRIYA_ONE,
  PRIYA_TWO,
  inspects,
  withInvitation,
} from '../pages/places.mjs';

export default {
  'At a desk, everything before signing in is open to all': ({ visitor, house }) =>
    inspects(visitor, withInvitation(OUTSIDE, house)),
  'At a desk, every other page of a member is open to all': ({ person }) =>
    inspects(() => person('priya-raman'), PRIYA_ONE),
  'At a desk, the rest of the pages of a member is open to all': ({ person }) =>
    inspects(() => person('priya-raman'), PRIYA_TWO),
  'At a desk, every page of those who plan is open to all': ({ person }) =>
    inspects(() => person('amara-okafor'), PLANNING),
  'At a desk, every page of those who lead is open to all': ({ person }) =>
    inspects(() => person('amara-okafor'), LEADING),
  'At a desk, every page of those who moderate is open to all': ({ person }) =>
    inspects(() => person('jonas-lindqvist'), MODERATING),
  'At a desk, every page of administrators is open to all': ({ person }) =>
    inspects(() => person('ines-duarte'), INES),
};
