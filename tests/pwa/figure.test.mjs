import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { blend } from '../../pwa/src/domain/figure/blend.js';
import { posesOf, skeletonOf } from '../../pwa/src/domain/figure/pose.js';
import { capsule, turnOfArrow } from '../../pwa/src/domain/figure/shape.js';
import { solve } from '../../pwa/src/domain/figure/solve.js';

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const PACK = read('../../backend/content/figures.json');
const CASES = read('../vectors/figure.json');

function near(found, told, where) {
  for (const [name, [x, y]] of Object.entries(told)) {
    assert.ok(Math.hypot(found[name][0] - x, found[name][1] - y) < 0.03, `${where}: ${name} is at ${found[name]}, not at ${[x, y]}`);
  }
}

for (const one of CASES) {
  test(`figure: ${one.case}`, () => {
    const skeleton = skeletonOf(PACK, one.figure);
    const poses = posesOf(PACK, one.figure);
    assert.equal(poses.length, one.joints.length);
    poses.forEach((pose, at) => near(solve(skeleton, pose).joints, one.joints[at], `pose ${at + 1}`));
    for (const { t, joints } of one.between ?? []) {
      near(solve(skeleton, blend(skeleton, poses[0], poses[1], t)).joints, joints, `at ${t}`);
    }
  });
}

test('a capsule whose one circle holds the other is one circle', () => {
  assert.equal(capsule([10, 10], 8, [11, 10], 2), 'M2.0 10.0a8 8 0 1 0 16 0a8 8 0 1 0 -16 0Z');
});

test('an arrow that goes down points down', () => {
  assert.equal(Math.round(turnOfArrow([0, 0], [0, 30], 0)), 90);
});
