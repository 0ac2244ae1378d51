import sentences from '../../../locales/de/server.json';
import { translator } from './translator';

export default translator('de', sentences);
