/** From what a person wrote to whole poses: the base, what the figure changes, what each pose changes. */

/** A place in the drawing's box, y growing downwards. @typedef {[number, number]} Point */
/** Directions in degrees (0 right, 90 up), places and plain numbers by name. @typedef {Record<string, any>} Pose */
/**
 * @typedef {object} Bone
 * @property {string} id
 * @property {string} from
 * @property {string} to
 * @property {number} length
 * @property {[number, number]} r - how thick it is at both ends
 * @property {string} [follows]
 * @property {number} [turn]
 * @property {string} [turns_by]
 * @property {number} [each]
 * @property {string} [longer_by]
 * @property {string} [folds_by]
 * @property {number} [fold]
 * @property {[number, number]} [beside]
 * @property {string} [trunk]
 * @property {string} [along_by]
 * @property {string} [across_by]
 * @property {string} [narrows_by]
 * @property {[number, number]} [behind]
 * @property {boolean} [ball]
 * @property {boolean} [hidden]
 */
/** @typedef {{id: string, tone: string, bones: string[]}} Layer */
/** @typedef {{root: string, sides?: string[], outwards?: Record<string, number>, bones: Bone[], layers: Layer[]}} Skeleton */
/** @typedef {[string, ...any[]]} Prop */
/** @typedef {{view: string, pose: Pose, props?: Prop[], over?: Prop[], top?: number}} Base */
/** @typedef {{kind: string, draw?: [string, string][], tone?: string}} Thing */
/** @typedef {{box: [number, number], skeletons: Record<string, Skeleton>, props: Record<string, Thing>, bases: Record<string, Base>}} Bodies */
/**
 * @typedef {object} Figure
 * @property {string} base
 * @property {string} alt
 * @property {Pose} [all]
 * @property {Pose[]} poses
 * @property {number[]} [seconds]
 * @property {Prop[]} [props]
 * @property {Prop[]} [over]
 * @property {string[]} [without]
 * @property {number} [top] - the drawing is cut above this height
 */

const BOTH = 'both.';
/** @type {Record<string, string>} */
const LIMB = { upper_arm: 'arm', forearm: 'arm', thigh: 'leg', shin: 'leg' };

/** @param {Bodies} pack @param {Figure} figure */
export const skeletonOf = (pack, figure) => pack.skeletons[pack.bases[figure.base].view];

/**
 * Every pose of a figure, complete: base, then `all`, then the pose itself. A null takes a key away.
 * @param {Bodies} pack
 * @param {Figure} figure
 * @returns {Pose[]}
 */
export function posesOf(pack, figure) {
  const base = pack.bases[figure.base];
  const sides = skeletonOf(pack, figure).sides ?? [];
  return figure.poses.map((pose) => merged([base.pose, figure.all ?? {}, pose], sides));
}

/**
 * The things around the figure (`props`) or in front of it (`over`), the base's first.
 * @param {Bodies} pack
 * @param {Figure} figure
 * @param {'props' | 'over'} name
 * @returns {Prop[]}
 */
export function propsOf(pack, figure, name) {
  const without = new Set(figure.without ?? []);
  const own = (pack.bases[figure.base][name] ?? []).filter(([thing]) => !without.has(thing));
  return [...own, ...(figure[name] ?? [])];
}

/** @param {Pose[]} layers @param {string[]} sides */
function merged(layers, sides) {
  /** @type {Pose} */
  const pose = {};
  for (const [key, value] of layers.flatMap((layer) => Object.entries(layer))) {
    const names = key.startsWith(BOTH) ? sides.map((side) => `${side}.${key.slice(BOTH.length)}`) : [key];
    for (const name of names) set(pose, name, value);
  }
  return pose;
}

/** A limb is led either by directions or by where its end goes; the later word counts. @param {Pose} pose @param {string} name @param {any} value */
function set(pose, name, value) {
  const at = name.lastIndexOf('.');
  const limb = LIMB[name.slice(at + 1)];
  if (limb) delete pose[`${name.slice(0, at)}.${limb}_to`];
  if (value === null) delete pose[name];
  else pose[name] = value;
}
