/** Which screen an address shows, and what the tab is called. No health words in either. */
import { Account } from '../account/account.js';
import { SignIn } from '../account/sign-in.js';
import { Diary } from '../diary/diary.js';
import { Entry } from '../diary/entry.js';
import { Detail } from '../log/detail.js';
import { CardPage } from '../learn/card-page.js';
import { Learn } from '../learn/learn.js';
import { Source } from '../learn/source.js';
import { Sources } from '../learn/sources.js';
import { Log } from '../log/log.js';
import { Where } from '../log/where.js';
import { Find } from '../move/find.js';
import { Move } from '../move/move.js';
import { MovementPage } from '../move/movement.js';
import { People } from '../people/people.js';
import { Person } from '../people/person.js';
import { Join } from '../sharing/join.js';
import { ShareDetail } from '../sharing/share.js';
import { Sharing } from '../sharing/sharing.js';
import { Today } from '../today/today.js';
import { Welcome } from '../welcome/welcome.js';
import { Devices } from '../you/devices.js';
import { Help } from '../you/help.js';
import { You } from '../you/you.js';
import { NotHere, Opening, Trends } from './later.js';

/**
 * @typedef {object} Screen
 * @property {import('preact').FunctionComponent<any>} view
 * @property {string} name - for the title of the tab
 * @property {boolean} [alone] - without the bottom bar: one task, with its own buttons
 */

/** Addresses by their shape; ":" stands for one part of any kind. @type {Record<string, Screen>} */
const SCREENS = {
  '/': { view: Today, name: 'Today' },
  '/log': { view: Log, name: 'Log' },
  '/log/where': { view: Where, name: 'Log', alone: true },
  '/log/detail': { view: Detail, name: 'Log', alone: true },
  '/diary': { view: Diary, name: 'Diary' },
  '/diary/:': { view: Entry, name: 'Diary' },
  '/move': { view: Move, name: 'Move' },
  '/move/find': { view: Find, name: 'Move' },
  '/move/:': { view: MovementPage, name: 'Move' },
  '/trends': { view: Trends, name: 'Trends' },
  '/learn': { view: Learn, name: 'Learn' },
  '/learn/sources': { view: Sources, name: 'Learn' },
  '/learn/from/:': { view: Source, name: 'Learn' },
  '/learn/:': { view: CardPage, name: 'Learn' },
  '/you': { view: You, name: 'You' },
  '/you/devices': { view: Devices, name: 'Devices' },
  '/you/sharing': { view: Sharing, name: 'Sharing' },
  '/you/sharing/:': { view: ShareDetail, name: 'Sharing' },
  '/people': { view: People, name: 'People' },
  '/people/:': { view: Person, name: 'People' },
};

/** Open without a diary on this phone. @type {Record<string, Screen>} */
const DOORS = {
  '/account': { view: Account, name: 'Account', alone: true },
  '/sign-in': { view: SignIn, name: 'Sign in', alone: true },
  '/join': { view: Join, name: 'Join', alone: true },
  '/help': { view: Help, name: 'Help', alone: true },
};

/**
 * @param {'loading' | 'none' | 'local' | 'account' | 'signed_out'} mode
 * @param {string[]} parts
 * @returns {Screen}
 */
export function screenFor(mode, parts) {
  const path = `/${parts.join('/')}`;
  if (mode === 'loading') return { view: Opening, name: 'Today', alone: true };
  if (DOORS[path]) return DOORS[path];
  if (mode === 'none') return { view: Welcome, name: 'Welcome', alone: true };
  const shape = parts.length > 1 ? `/${[...parts.slice(0, -1), ':'].join('/')}` : path;
  return SCREENS[path] ?? SCREENS[shape] ?? { view: NotHere, name: 'Not here' };
}
