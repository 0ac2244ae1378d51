import { PHONE } from '../browser.mjs';
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
  'On a phone, everything before signing in is open to all': ({ visitor, house }) =>
    inspects(() => visitor(PHONE), withInvitation(OUTSIDE, house)),
  'On a phone, every other page of a member is open to all': ({ person }) =>
    inspects(() => person('priya-raman', PHONE), PRIYA_ONE),
  'On a phone, the rest of the pages of a member is open to all': ({ person }) =>
    inspects(() => person('priya-raman', PHONE), PRIYA_TWO),
  'On a phone, every page of those who plan is open to all': ({ person }) =>
    inspects(() => person('amara-okafor', PHONE), PLANNING),
  'On a phone, every page of those who lead is open to all': ({ person }) =>
    inspects(() => person('amara-okafor', PHONE), LEADING),
  'On a phone, every page of those who moderate is open to all': ({ person }) =>
    inspects(() => person('jonas-lindqvist', PHONE), MODERATING),
  'On a phone, every page of administrators is open to all': ({ person }) =>
    inspects(() => person('ines-duarte', PHONE), INES),
};
