/** Which screen an address shows, and what the tab is called. No health words in either. */
import { Where } from '../log/where.js';
import { Today } from '../today/today.js';
import { NotHere, Opening } from './later.js';
import { lazy } from './lazy.js';

/**
 * @typedef {import('preact').FunctionComponent<any>} View
 *
 * @typedef {object} Screen
 * @property {View | import('./lazy.js').Lazy} view - lazy ones are read when first opened, or when the app has nothing else to do
 * @property {string} name - for the title of the tab
 * @property {boolean} [alone] - without the bottom bar: one task, with its own buttons
 */

/** Addresses by their shape; ":" stands for one part of any kind. @type {Record<string, Screen>} */
const SCREENS = {
  '/': { view: Today, name: 'Today' },
  '/log': { view: lazy(async () => (await import('../log/log.js')).Log), name: 'Log' },
  '/log/where': { view: Where, name: 'Log', alone: true },
  '/log/detail': { view: lazy(async () => (await import('../log/detail.js')).Detail), name: 'Log', alone: true },
  '/log/body': { view: lazy(async () => (await import('../log/body.js')).Body), name: 'Log', alone: true },
  '/day': { view: lazy(async () => (await import('../daily/daily.js')).Daily), name: 'Today', alone: true },
  '/day/mind': { view: lazy(async () => (await import('../mood/mood.js')).Mood), name: 'Today', alone: true },
  '/check': { view: lazy(async () => (await import('../safety/check.js')).Check), name: 'Check', alone: true },
  '/check/worry': { view: lazy(async () => (await import('../safety/worry.js')).Worry), name: 'Check', alone: true },
  '/check/:': { view: lazy(async () => (await import('../safety/message.js')).Message), name: 'Check', alone: true },
  '/story': { view: lazy(async () => (await import('../story/stories.js')).Stories), name: 'Story' },
  '/story/:': { view: lazy(async () => (await import('../story/story.js')).Story), name: 'Story', alone: true },
  '/cabinet': { view: lazy(async () => (await import('../medicine/medicines.js')).Medicines), name: 'Cabinet' },
  '/cabinet/injected': { view: lazy(async () => (await import('../medicine/injected.js')).Injected), name: 'Cabinet', alone: true },
  '/cabinet/:': { view: lazy(async () => (await import('../medicine/medicine.js')).Medicine), name: 'Cabinet', alone: true },
  '/events': { view: lazy(async () => (await import('../event/events.js')).Events), name: 'Events' },
  '/events/:': { view: lazy(async () => (await import('../event/event.js')).Event), name: 'Events', alone: true },
  '/diary': { view: lazy(async () => (await import('../diary/diary.js')).Diary), name: 'Diary' },
  '/diary/find': { view: lazy(async () => (await import('../diary/search.js')).Search), name: 'Diary' },
  '/diary/two': { view: lazy(async () => (await import('../sync/two-versions.js')).TwoVersions), name: 'Diary' },
  '/diary/two/:': { view: lazy(async () => (await import('../sync/two-versions.js')).TwoVersions), name: 'Diary' },
  '/diary/when/:': { view: lazy(async () => (await import('../sync/when.js')).When), name: 'Diary' },
  '/diary/versions/:': { view: lazy(async () => (await import('../diary/versions.js')).Versions), name: 'Diary' },
  '/diary/:': { view: lazy(async () => (await import('../diary/entry.js')).Entry), name: 'Diary' },
  '/move': { view: lazy(async () => (await import('../move/move.js')).Move), name: 'Move' },
  '/move/play': { view: lazy(async () => (await import('../player/player.js')).Player), name: 'Move', alone: true },
  '/move/find': { view: lazy(async () => (await import('../move/find.js')).Find), name: 'Move' },
  '/move/progress': { view: lazy(async () => (await import('../move/progress.js')).Progress), name: 'Move' },
  '/move/why': { view: lazy(async () => (await import('../move/chosen.js')).Chosen), name: 'Move' },
  '/move/questions': { view: lazy(async () => (await import('../move/questions.js')).Questions), name: 'Move', alone: true },
  '/move/sheet': { view: lazy(async () => (await import('../move/sheet.js')).Sheet), name: 'Move' },
  '/move/day/:': { view: lazy(async () => (await import('../move/day.js')).Day), name: 'Move' },
  '/move/:': { view: lazy(async () => (await import('../move/movement.js')).MovementPage), name: 'Move' },
  '/trends': { view: lazy(async () => (await import('../trends/trends.js')).Trends), name: 'Trends' },
  '/learn': { view: lazy(async () => (await import('../learn/learn.js')).Learn), name: 'Learn' },
  '/learn/helping': { view: lazy(async () => (await import('../helping/how.js')).HowToHelp), name: 'Helping' },
  '/learn/sources': { view: lazy(async () => (await import('../learn/sources.js')).Sources), name: 'Learn' },
  '/learn/from/:': { view: lazy(async () => (await import('../learn/source.js')).Source), name: 'Learn' },
  '/learn/:': { view: lazy(async () => (await import('../learn/card-page.js')).CardPage), name: 'Learn' },
  '/you': { view: lazy(async () => (await import('../you/you.js')).You), name: 'You' },
  '/you/about': { view: lazy(async () => (await import('../profile/profile.js')).Profile), name: 'You', alone: true },
  '/you/visits': { view: lazy(async () => (await import('../appointment/appointments.js')).Appointments), name: 'You' },
  '/you/visits/:': { view: lazy(async () => (await import('../appointment/appointment.js')).Appointment), name: 'You', alone: true },
  '/you/numbers': { view: lazy(async () => (await import('../contact/contacts.js')).Contacts), name: 'You' },
  '/you/numbers/helps': { view: lazy(async () => (await import('../contact/helps.js')).Helps), name: 'You', alone: true },
  '/you/numbers/:': { view: lazy(async () => (await import('../contact/contact.js')).Contact), name: 'You', alone: true },
  '/you/settings': { view: lazy(async () => (await import('../settings/settings.js')).Settings), name: 'Settings' },
  '/you/settings/reminders': { view: lazy(async () => (await import('../settings/reminders.js')).Reminders), name: 'Settings' },
  '/you/settings/cover': { view: lazy(async () => (await import('../settings/cover.js')).CoverSettings), name: 'Settings' },
  '/you/settings/country': { view: lazy(async () => (await import('../settings/country.js')).Country), name: 'Settings' },
  '/you/data': { view: lazy(async () => (await import('../you/data.js')).Data), name: 'Your data' },
  '/you/delete': { view: lazy(async () => (await import('../account/delete-account.js')).DeleteAccount), name: 'Your data', alone: true },
  '/you/devices': { view: lazy(async () => (await import('../you/devices.js')).Devices), name: 'Devices' },
  '/you/sharing': { view: lazy(async () => (await import('../sharing/sharing.js')).Sharing), name: 'Sharing' },
  '/you/sharing/held': { view: lazy(async () => (await import('../sync/held.js')).HeldNotes), name: 'Sharing' },
  '/you/sharing/looks': { view: lazy(async () => (await import('../sharing/looked.js')).Looked), name: 'Sharing' },
  '/you/sharing/shows': { view: lazy(async () => (await import('../sharing/shows.js')).WhatItShows), name: 'Sharing' },
  '/you/sharing/:/see': { view: lazy(async () => (await import('../sharing/see.js')).AsTheySee), name: 'Sharing' },
  '/you/access': { view: lazy(async () => (await import('../access/access.js')).Access), name: 'Access' },
  '/you/access/password': { view: lazy(async () => (await import('../access/new-password.js')).NewPassword), name: 'Access', alone: true },
  '/you/access/own': { view: lazy(async () => (await import('../access/own.js')).Own), name: 'Access', alone: true },
  '/you/access/codes': { view: lazy(async () => (await import('../access/codes.js')).Codes), name: 'Access', alone: true },
  '/you/sharing/:': { view: lazy(async () => (await import('../sharing/share.js')).ShareDetail), name: 'Sharing' },
  '/report': { view: lazy(async () => (await import('../report/report.js')).Report), name: 'Report' },
  '/report/page': { view: lazy(async () => (await import('../report/page.js')).ReportPage), name: 'Report' },
  '/sync': { view: lazy(async () => (await import('../sync/waiting.js')).Waiting), name: 'Sending' },
  '/people': { view: lazy(async () => (await import('../people/people.js')).People), name: 'People' },
  '/people/:': { view: lazy(async () => (await import('../people/person.js')).Person), name: 'People' },
  '/people/:/call': { view: lazy(async () => (await import('../people/call.js')).CallForMe), name: 'People' },
  '/people/:/add': { view: lazy(async () => (await import('../helping/add.js')).Add), name: 'People', alone: true },
  '/people/:/add/:': { view: lazy(async () => (await import('../helping/add-one.js')).AddOne), name: 'People', alone: true },
  '/helping': { view: lazy(async () => (await import('../helping/helper.js')).Helper), name: 'Helping' },
  '/ask': { view: lazy(async () => (await import('../asking/ask.js')).Ask), name: 'Ask', alone: true },
  '/you/noticed': { view: lazy(async () => (await import('../asking/noticed.js')).Noticed), name: 'You' },
};

/** The first screen of a phone without a diary. */
const welcome = lazy(async () => (await import('../welcome/welcome.js')).Welcome);

/** Open without a diary on this phone. @type {Record<string, Screen>} */
const DOORS = {
  '/account': { view: lazy(async () => (await import('../account/account.js')).Account), name: 'Account', alone: true },
  '/sign-in': { view: lazy(async () => (await import('../account/sign-in.js')).SignIn), name: 'Sign in', alone: true },
  '/join': { view: lazy(async () => (await import('../sharing/join.js')).Join), name: 'Join', alone: true },
  '/recover': { view: lazy(async () => (await import('../access/recover.js')).Recover), name: 'Sign in', alone: true },
  '/help': { view: lazy(async () => (await import('../you/help.js')).Help), name: 'Help', alone: true },
};

/** The shapes of addresses with ":", each as its parts. */
const SHAPES = Object.keys(SCREENS).filter((shape) => shape.includes(':')).map((shape) => ({ shape, its: shape.slice(1).split('/') }));

/** @param {string[]} parts @returns {string | undefined} the shape that fits an address */
const shapeOf = (parts) => SHAPES.find(({ its }) => its.length === parts.length
  && its.every((part, at) => part === ':' || part === parts[at]))?.shape;

/**
 * @param {'loading' | 'none' | 'local' | 'account' | 'signed_out'} mode
 * @param {string[]} parts
 * @returns {Screen}
 */
export function screenFor(mode, parts) {
  const path = `/${parts.join('/')}`;
  if (mode === 'loading') return { view: Opening, name: 'Today', alone: true };
  if (DOORS[path]) return DOORS[path];
  if (mode === 'none') return { view: welcome, name: 'Welcome', alone: true };
  return SCREENS[path] ?? SCREENS[shapeOf(parts) ?? ''] ?? { view: NotHere, name: 'Not here' };
}

/** Every lazy view, so that the app can read them before they are wanted. */
export const lazyViews = [...Object.values(SCREENS), ...Object.values(DOORS)].flatMap(({ view }) => ('read' in view ? [view] : []));
