// Scripts travel without the comments on lines of their own. Here every one of them is read both ways, by a
// parser of JavaScript: what is left has to mean the same, down to each word of each template.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { parse } from '../../pwa/node_modules/acorn/dist/acorn.mjs';

const ROOT = new URL('../../', import.meta.url);
const text = (path) => readFileSync(new URL(path, ROOT), 'utf8');

/** The server's own pattern, so that it is not another one that is tested. */
const [, PATTERN] = text('backend/web/lean.py').match(/^COMMENT = re\.compile\(rb"(.+)", re\.MULTILINE\)$/m);
const lean = (source) => source.replace(new RegExp(PATTERN, 'gm'), '');

/** The tree of a module, without where things stand. */
function meaning(source) {
  const tree = parse(source, { ecmaVersion: 'latest', sourceType: 'module' });
  return JSON.stringify(tree, (key, value) => {
    if (key === 'start' || key === 'end') return undefined;
    return value instanceof RegExp || typeof value === 'bigint' ? String(value) : value;
  });
}

const modules = readdirSync(new URL('pwa/src/', ROOT), { recursive: true }).filter((path) => path.endsWith('.js'));

test('every module means the same without its comments', () => {
  assert.ok(modules.length > 500);
  for (const path of modules) {
    const source = text(`pwa/src/${path}`);
    assert.equal(meaning(lean(source)), meaning(source), path);
  }
});

test('a quarter of what would travel is left out', () => {
  const whole = modules.map((path) => text(`pwa/src/${path}`)).join('');
  assert.ok(lean(whole).length < 0.8 * whole.length);
});

test('only what stands on lines of its own goes', () => {
  const source = [
    '/** Says it. */', 'const a = /** @type {any} */ (b); // here', '  // there', 'const t = `x', ' y`;', '/**', ' * More ** of it.', ' */ ', 'f();', '',
  ].join('\n');
  assert.equal(lean(source), ['const a = /** @type {any} */ (b); // here', 'const t = `x', ' y`;', 'f();', ''].join('\n'));
});

test('a difference would be seen', () => {
  assert.notEqual(meaning('const t = `a\n// b\n`;'), meaning(lean('const t = `a\n// b\n`;')));
});
