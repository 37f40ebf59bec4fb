/** The one place that speaks to the server. Every trouble comes out as one kind of error. */

const TIMEOUT_MS = 30_000;
const GZIP_FROM_BYTES = 8 * 1024;

/** What the server refused, or `offline` when it could not be reached or something else answered for it. */
export class ApiError extends Error {
  name = 'ApiError';

  /** @param {{code: string, message?: string, details?: any, status?: number, retryAfterMs?: number | null}} what */
  constructor({ code, message, details = {}, status = 0, retryAfterMs = null }) {
    super(message ?? code);
    this.code = code;
    this.details = details;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Told when the server says that this phone was removed from its account; set by the page. */
export const onRemoved = { tell: () => {} };

/**
 * @param {string} method
 * @param {string} path - below /api/v1/
 * @param {unknown} [body]
 * @param {{timeoutMs?: number, as?: 'data' | 'file'}} [options]
 * @returns {Promise<any>} the answer's JSON, null when it has none
 * @throws {ApiError}
 */
export async function call(method, path, body, { timeoutMs = TIMEOUT_MS, as = 'data' } = {}) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    const response = await fetch(`/api/v1/${path}`, {
      method, credentials: 'same-origin', cache: 'no-store', redirect: 'error', signal: abort.signal,
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : await packed(JSON.stringify(body))),
    });
    return await (as === 'file' ? readFile(response) : read(response));
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError({ code: 'offline', message: 'no connection' });
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A file the server makes, such as a PDF.
 * @param {string} path - below /api/v1/
 * @param {{timeoutMs?: number}} [options]
 * @returns {Promise<Blob>}
 * @throws {ApiError}
 */
export const fetchFile = (path, options) => call('GET', path, undefined, { ...options, as: 'file' });

/** A content pack of the shell; the worker keeps it. @param {string} name @returns {Promise<any>} */
export async function contentPack(name) {
  const response = await fetch(`/content/${name}.json`, { credentials: 'same-origin' });
  if (!response.ok) throw new ApiError({ code: 'offline', status: response.status });
  return response.json();
}

/** @param {Response} response @returns {Promise<Blob | null>} */
async function readFile(response) {
  // A page, or data, is not the file that was asked for: a refusal, or a network that wants a sign-in.
  if (!response.ok || /json|html/.test(response.headers.get('content-type') ?? 'html')) {
    await read(response);
    throw new ApiError({ code: 'offline', message: 'not a file', status: response.status });
  }
  return response.blob();
}

/** @param {Response} response */
async function read(response) {
  if (response.status === 204) return null;
  const json = await parsed(response);
  if (response.ok) {
    // A network that asks for a sign-in answers 200 with a page of its own.
    if (json === undefined) throw new ApiError({ code: 'offline', message: 'not our server', status: response.status });
    return json;
  }
  const told = json?.error;
  if (told?.code === 'device_removed') onRemoved.tell();
  throw new ApiError({
    code: typeof told?.code === 'string' ? told.code : `http_${response.status}`,
    message: told?.message, details: told?.details ?? {}, status: response.status,
    retryAfterMs: retryAfter(response.headers.get('retry-after')),
  });
}

/** @param {Response} response @returns {Promise<any>} undefined when it is no JSON object */
async function parsed(response) {
  if (!response.headers.get('content-type')?.includes('json')) return undefined;
  const json = await response.json();
  return json !== null && typeof json === 'object' ? json : undefined;
}

/** @param {string | null} header - seconds or a date @returns {number | null} */
function retryAfter(header) {
  if (!header) return null;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

/** @param {string} text @returns {Promise<{body: BodyInit, headers?: Record<string, string>}>} */
async function packed(text) {
  if (text.length < GZIP_FROM_BYTES || typeof CompressionStream !== 'function') return { body: text };
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return {
    body: await new Response(stream).arrayBuffer(),
    headers: { accept: 'application/json', 'content-type': 'application/json', 'content-encoding': 'gzip' },
  };
}
