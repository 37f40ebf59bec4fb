/** One kept-alive connection to a server under test, and a server as a child process. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';

const UNPACK = { gzip: promisify(gunzip), br: promisify(brotliDecompress) };

/**
 * @param {string} base - such as http://127.0.0.1:8000
 * @param {Record<string, string>} [always] - headers of every request
 */
export function httpClient(base, always = {}) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 4 });
  const { hostname, port } = new URL(base);
  /** @param {string} method @param {string} path @param {Buffer} [data] @param {Record<string, string>} [headers] */
  const request = (method, path, data, headers = {}) => new Promise((done, fail) => {
    const length = data ? { 'content-type': 'application/json', 'content-length': data.length } : {};
    const sent = http.request({ agent, host: hostname, port, method, path, headers: { ...always, ...length, ...headers } }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('error', fail);
      answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    // A server may end an idle connection just as it is used again; a browser asks once more then, and so does this.
    sent.on('error', (error) => {
      if (sent.reusedSocket && error.code === 'ECONNRESET') request(method, path, data, headers).then(done, fail);
      else fail(error);
    });
    sent.end(data);
  });
  /** As request(), with the answer's text; a refusal is an error. */
  const send = async (method, path, data, headers) => {
    const { status, headers: got, body } = await request(method, path, data, headers);
    const unpack = UNPACK[got['content-encoding']];
    const text = (unpack ? await unpack(body) : body).toString();
    if (status >= 400) throw Object.assign(new Error(`${method} ${path}: ${status} ${text.slice(0, 300)}`), { status });
    return { text, headers: got };
  };
  const json = async (method, path, value) => {
    const { text } = await send(method, path, value === undefined ? undefined : Buffer.from(JSON.stringify(value)));
    return JSON.parse(text);
  };
  return { send, json, close: () => agent.destroy() };
}

/**
 * Starts a module of this folder as a server of its own process; it says its port once it listens.
 * @param {string} file @param {object} options - what the module gets
 */
export async function forked(file, options) {
  const child = fork(file, ['--serve', JSON.stringify(options)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'exit').then(() => { throw new Error(`${file} ended`); });
  const [{ port }] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => {});
  return { port, pid: child.pid, stop: () => ending(child) };
}

/** In the child: serves where the module was started to. @param {(options: any) => Promise<http.Server>} serve */
export async function serveWhereAsked(serve) {
  if (process.argv[2] !== '--serve') return;
  const server = await serve(JSON.parse(process.argv[3]));
  if (!server.listening) await once(server, 'listening');
  process.on('disconnect', () => process.exit(0));
  process.send({ port: server.address().port });
}

/** @param {import('node:child_process').ChildProcess} child */
export async function ending(child) {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/** A port nobody listens on now. */
export async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** @param {any[]} list @param {number} size */
export const chunks = (list, size) => (
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, i * size + size)));
