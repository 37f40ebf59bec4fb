import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { cellShape } from '../../pwa/src/domain/body-cells.js';
import { SHEET, halfOf, spots } from '../../pwa/src/domain/body-drawing.js';
import { SPOTLESS, isChosen, nearest, sidesPrinted, tapped, zonesOn } from '../../pwa/src/domain/body-map.js';

const { lists } = JSON.parse(readFileSync(new URL('../../backend/content/vocabulary.json', import.meta.url), 'utf8'));
const FACES = ['front', 'back'];
const cells = FACES.flatMap((face) => zonesOn(face).flatMap((zone) => zone.rows.flatMap((row) => row.cells.map((cell) => ({ ...cell, face, zone: zone.id })))));
const zone = (face, id) => zonesOn(face).find((one) => one.id === id);
const NARROWEST = 288;

test('every region of the vocabulary is on the map with every side it has', () => {
  for (const { id, sides } of lists.regions) {
    if (SPOTLESS.includes(id) || id === 'generalised') continue;
    const drawn = new Set(cells.filter(({ region }) => region === id).map(({ side }) => side));
    assert.deepEqual([...drawn].sort(), sides.filter((side) => side !== 'both').sort(), id);
  }
});

test('nothing is on the map that the vocabulary does not know', () => {
  for (const { region, side } of cells) assert.ok(lists.regions.find(({ id }) => id === region)?.sides.includes(side), `${region} ${side}`);
  for (const id of SPOTLESS) assert.ok(lists.regions.some((region) => region.id === id), id);
});

test('the right side is on the left of the front and on the right of the back', () => {
  assert.equal(halfOf('front', 'right'), 'left');
  assert.equal(halfOf('back', 'right'), 'right');
  assert.deepEqual(sidesPrinted('front'), ['Your right', 'Your left']);
  assert.deepEqual(sidesPrinted('back'), ['Your left', 'Your right']);
  const x = (face, id) => zone(face, id).box.x;
  assert.ok(x('front', 'arm-right') < x('front', 'arm-left') && x('front', 'leg-right') < x('front', 'leg-left'));
  assert.ok(x('back', 'arm-right') > x('back', 'arm-left') && x('back', 'leg-right') > x('back', 'leg-left'));
  for (const { face, side, half } of cells.filter((cell) => cell.side !== 'middle')) assert.equal(half, halfOf(face, side));
  assert.deepEqual(zone('front', 'hips').rows[1].cells.map(({ side }) => side), ['right', 'left']);
  assert.deepEqual(zone('back', 'trunk').rows[0].cells.map(({ side }) => side), ['left', 'middle', 'right']);
});

test('marks stand on the same half as the controls', () => {
  for (const { face, region, side, half } of cells) {
    const found = spots(face, { region, side });
    assert.equal(found.length, 1, `${face} ${region}`);
    const [[x]] = found;
    assert.equal(x < SHEET.width / 2 ? 'left' : x > SHEET.width / 2 ? 'right' : 'middle', half, `${face} ${region} ${side}`);
  }
  assert.deepEqual(spots('front', { region: 'hip', side: 'both' }).map(([x]) => x), [106, 154]);
  assert.deepEqual(spots('front', { region: 'buttock', side: 'left' }), []);
  for (const region of ['belly', 'thigh', 'upper_arm']) assert.equal(spots('front', { region, side: 'left' }).length, 1);
  assert.deepEqual(spots('back', { region: 'buttock', side: 'left' }).map(([x]) => x < 130), [true]);
});

test('the shape inside a limb points the same way as the limb', () => {
  const [thigh] = zone('front', 'leg-right').rows;
  assert.deepEqual(thigh.cells.map(({ region }) => region), ['thigh_front', 'inner_thigh']);
  assert.deepEqual(zone('front', 'leg-left').rows[0].cells.map(({ region }) => region), ['inner_thigh', 'thigh_front']);
});

test('zones are 64 px each way and 8 px apart on the narrowest phone', () => {
  const scale = NARROWEST / SHEET.width;
  for (const face of FACES) {
    const boxes = zonesOn(face).map(({ box }) => box);
    boxes.forEach((one, index) => {
      assert.ok(one.width * scale >= 64 && one.height * scale >= 64);
      assert.ok(one.x >= 0 && one.x + one.width <= SHEET.width && one.y + one.height <= SHEET.height);
      for (const other of boxes.slice(index + 1)) {
        const across = Math.max(one.x - other.x - other.width, other.x - one.x - one.width, 0);
        const down = Math.max(one.y - other.y - other.height, other.y - one.y - one.height, 0);
        assert.ok(Math.hypot(across, down) * scale >= 8);
      }
    });
  }
});

test('every region has a shape of its own', () => {
  for (const { region, half } of cells.filter((cell) => cell.half !== 'middle')) assert.notEqual(cellShape(region, half), cellShape('none', half), region);
});

test('a second side makes both, and a tap on one of both leaves the other', () => {
  const hip = (side) => ({ region: 'hip', side });
  const knee = { region: 'knee', side: 'left' };
  const both = tapped(tapped([knee], hip('right')), hip('left'));
  assert.deepEqual(both, [knee, hip('both')]);
  assert.ok(isChosen(both, hip('right')) && isChosen(both, hip('left')));
  assert.deepEqual(tapped(both, hip('left')), [knee, hip('right')]);
  assert.deepEqual(tapped(both, hip('right')), [knee, hip('left')]);
  assert.deepEqual(tapped([hip('right')], hip('right')), []);
});

test('the middle takes the place of a side, and a side that of the middle', () => {
  const back = (side) => ({ region: 'lower_back', side });
  assert.deepEqual(tapped([back('both')], back('middle')), [back('middle')]);
  assert.deepEqual(tapped([back('middle')], back('left')), [back('left')]);
  assert.equal(isChosen([back('both')], back('middle')), false);
});

test('a tap takes the nearest control within 32 px, and none beyond', () => {
  const boxes = [{ left: 0, top: 0, right: 64, bottom: 64 }, { left: 80, top: 0, right: 144, bottom: 64 }];
  assert.equal(nearest(boxes, { x: 10, y: 10 }), 0);
  assert.equal(nearest(boxes, { x: 70, y: 10 }), 0);
  assert.equal(nearest(boxes, { x: 75, y: 10 }), 1);
  assert.equal(nearest(boxes, { x: 100, y: 96 }), 1);
  assert.equal(nearest(boxes, { x: 100, y: 97 }), -1);
  assert.equal(nearest([], { x: 0, y: 0 }), -1);
});
