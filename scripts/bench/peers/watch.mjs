/** What is read off a server from outside: its processor time and memory, and the bytes that go to and fro. */
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';

// Ticks of the kernel's clock in /proc: 100 a second on every Linux.
const TICK_MS = 10;

/** A process and all below it. @param {number} pid */
function family(pid) {
  const children = new Map();
  for (const name of fs.readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const parent = fieldsOf(name)?.[1];
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), name]);
  }
  const all = [String(pid)];
  for (let i = 0; i < all.length; i += 1) all.push(...(children.get(all[i]) ?? []));
  return all;
}

/** The fields of /proc/PID/stat behind the name; undefined when the process has gone. @param {string} pid */
function fieldsOf(pid) {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Milliseconds of processor time and the most memory in MB; nothing where there is no /proc. @param {number} pid */
export function usage(pid) {
  if (!fs.existsSync('/proc/self/stat')) return {};
  let [cpu, memory] = [0, 0];
  for (const one of family(pid)) {
    const fields = fieldsOf(one);
    if (!fields) continue;
    cpu += (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    const peak = /VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${one}/status`, 'utf8'));
    memory += Number(peak?.[1] ?? 0) / 1024;
  }
  return { cpu, memory };
}

/** Counts the bytes of TCP payload, headers included, both ways. @param {number} port */
export async function countingProxy(port) {
  const count = { up: 0, down: 0 };
  const server = net.createServer((here) => {
    const there = net.connect(port, '127.0.0.1');
    const pipe = (from, to, way) => {
      from.setNoDelay(true);
      from.on('error', () => { here.destroy(); there.destroy(); });
      from.on('data', (data) => { count[way] += data.length; to.write(data); });
      from.on('end', () => to.end());
    };
    pipe(here, there, 'up');
    pipe(there, here, 'down');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: server.address().port, count, stop: () => server.close() };
}

/** @param {number[]} list @param {number} part - 0 to 1 */
export function quantile(list, part) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
}
