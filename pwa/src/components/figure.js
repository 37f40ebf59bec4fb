import { html } from 'htm/preact';
import { useEffect, useMemo, useState } from 'preact/hooks';

import { blend } from '../domain/figure/blend.js';
import { momentOf } from '../domain/figure/moment.js';
import { posesOf, propsOf, skeletonOf } from '../domain/figure/pose.js';
import { bow, capsule, turnOfArrow } from '../domain/figure/shape.js';
import { solve, target } from '../domain/figure/solve.js';

/** @typedef {import('../domain/figure/pose.js').Bodies} Bodies */
/** @typedef {import('../domain/figure/pose.js').Figure} Data */
/** @typedef {import('../domain/figure/pose.js').Pose} Pose */
/** @typedef {import('../domain/figure/pose.js').Point} Point */
/** @typedef {import('../domain/figure/solve.js').Solved} Solved */

const FRAME_MS = 33;

/**
 * @typedef {object} FigureProps
 * @property {Bodies} pack
 * @property {Data} figure
 * @property {boolean} [playing] - moves between its poses; still when false
 * @property {number} [pose] - which pose when it is still, the first unless given
 * @property {boolean} [mirrored] - the other side of the body
 * @property {boolean} [silent] - hidden from screen readers, since words beside it say the same
 */

/**
 * A person doing a movement.
 * @param {FigureProps} props
 */
export function Figure({ pack, figure, playing = false, pose = 0, mirrored = false, silent = false }) {
  const poses = useMemo(() => posesOf(pack, figure), [pack, figure]);
  const moment = useMoment(poses.length, figure.seconds, playing, pose);
  const skeleton = skeletonOf(pack, figure);
  const solved = solve(skeleton, blend(skeleton, poses[moment.from], poses[moment.to], moment.t));
  const [width, height] = pack.box;
  const top = figure.top ?? pack.bases[figure.base].top ?? 0;
  const turned = mirrored ? `translate(${width} 0) scale(-1 1)` : undefined;
  const words = silent ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': figure.alt };
  return html`<svg class="figure" viewBox=${`0 ${top} ${width} ${height - top}`} focusable="false" ...${words}>
    <g transform=${turned}>
      ${propsOf(pack, figure, 'props').map((prop) => thing(pack, prop, solved))}
      ${skeleton.layers.map((layer) => body(skeleton, layer, solved))}
      ${propsOf(pack, figure, 'over').map((prop) => thing(pack, prop, solved))}
    </g>
  </svg>`;
}

/**
 * Where the figure is on its way: from one pose to the next and round again, with a rest at each.
 * @param {number} count
 * @param {number[] | undefined} seconds - of the way to each pose
 * @param {boolean} playing
 * @param {number} still
 */
function useMoment(count, seconds, playing, still) {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    if (!playing) return undefined;
    let last = 0;
    let frame = 0;
    const began = performance.now() - passed * 1000;
    const step = (/** @type {number} */ now) => {
      if (now - last >= FRAME_MS) {
        last = now;
        setPassed((now - began) / 1000);
      }
      frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [playing]);
  if (!playing && passed === 0) return { from: still, to: still, t: 0 };
  return momentOf(passed, count, seconds ?? []);
}

/** @param {import('../domain/figure/pose.js').Skeleton} skeleton @param {import('../domain/figure/pose.js').Layer} layer @param {Solved} solved */
function body(skeleton, layer, solved) {
  const shapes = layer.bones.map((name) => {
    const bone = /** @type {import('../domain/figure/pose.js').Bone} */ (skeleton.bones.find(({ id }) => id === name));
    const end = solved.joints[bone.to];
    return capsule(bone.ball ? end : solved.starts[name], bone.r[0], end, bone.r[1]);
  });
  // A trunk of two bones once more without the outline, so that it is one shape.
  const again = layer.tone === 'shirt' ? shapes : [];
  return html`<g key=${layer.id} class=${`body ${layer.tone}`}>
    ${shapes.map((shape) => html`<path d=${shape} />`)}
    ${again.map((shape) => html`<path class="whole" d=${shape} />`)}
  </g>`;
}

/** @param {Bodies} pack @param {import('../domain/figure/pose.js').Prop} prop @param {Solved} solved */
function thing(pack, prop, solved) {
  const [name, ...rest] = prop;
  const made = pack.props[name];
  if (made.kind === 'placed') return drawn(made, rest[0], rest[1], rest[2] < 0);
  const at = target(rest[0], solved.joints);
  if (made.kind === 'held') return drawn(made, at[0], at[1], false);
  if (made.kind === 'link') return html`<path class=${made.tone ?? name} d=${bow(at, target(rest[1], solved.joints), rest[2] ?? 0)} />`;
  if (made.kind === 'arrow') return arrow(at, [at[0] + rest[1], at[1] + rest[2]], rest[3] ?? 0);
  return helper(at, rest[1], rest[2]);
}

/** @param {import('../domain/figure/pose.js').Thing} made @param {number} x @param {number} y @param {boolean} mirrored */
function drawn(made, x, y, mirrored) {
  return html`<g transform=${`translate(${x.toFixed(1)} ${y.toFixed(1)})${mirrored ? ' scale(-1 1)' : ''}`}>
    ${(made.draw ?? []).map(([tone, shape]) => html`<path class=${tone} d=${shape} />`)}
  </g>`;
}

/** @param {Point} start @param {Point} end @param {number} sag */
function arrow(start, end, sag) {
  const place = `translate(${end[0].toFixed(1)} ${end[1].toFixed(1)}) rotate(${turnOfArrow(start, end, sag).toFixed(0)})`;
  return html`<path class="arrow" d=${bow(start, end, sag)} /><path class="tip" transform=${place} d="M-2-8L11 0L-2 8Z" />`;
}

/** A hand that comes from a side. @param {Point} at @param {number} dx @param {number} dy */
function helper(at, dx, dy) {
  const far = Math.hypot(dx, dy) || 1;
  /** @type {Point} */
  const hand = [at[0] + (dx / far) * 12, at[1] + (dy / far) * 12];
  return html`<path class="helper" d=${capsule([at[0] + dx, at[1] + dy], 8, hand, 6)} />
    <path class="helper" d=${capsule(hand, 7, at, 6)} />`;
}
