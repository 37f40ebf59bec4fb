import assert from 'node:assert/strict';

/** Octets of a text. */
export const size = (text) => new TextEncoder().encode(text).length;

/** Reads a file as strictly as the format is written. */
export function read(file) {
  assert.ok(file.endsWith('\r\n'));
  const rows = file.slice(0, -2).split('\r\n');
  for (const row of rows) {
    assert.ok(!/[\r\n]/.test(row), 'no bare line end');
    assert.ok(size(row) <= 75, `${size(row)} octets`);
    assert.ok(row.isWellFormed(), 'no character is split');
  }
  const lines = rows.join('\r\n').replaceAll('\r\n ', '').split('\r\n');
  const open = [];
  const events = [];
  for (const line of lines) {
    const [, name, value] = /^([A-Z-]+):(.*)$/s.exec(line) ?? assert.fail(`not a line: ${line}`);
    if (name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') events.push({});
    } else if (name === 'END') assert.equal(open.pop(), value);
    else if (open.length > 1) {
      const event = open.at(-1) === 'VALARM' ? (events.at(-1).alarm ??= {}) : events.at(-1);
      assert.ok(!(name in event), `${name} stands once`);
      event[name] = value;
    }
  }
  assert.deepEqual(open, []);
  return { lines, events };
}
