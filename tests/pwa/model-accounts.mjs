/** The server's side of accounts around the model of sync, and the network to it, which can be cut. */
import './fresh-storage.mjs';
import { ModelServer } from './model-server.mjs';

const answers = (status, body) => new Response(body === null ? null : JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const refuses = (status, code) => answers(status, { error: { code, message: code, details: {} } });

export class ModelAccounts {
  constructor() {
    this.server = new ModelServer();
    this.accounts = {};
    /** Whose session the browser's cookie is; with `removed` one that another device has ended. */
    this.signedIn = null;
    this.removed = false;
    /** Which side of a request the network cuts: 'before', 'after' or ''. */
    this.cut = '';
    /** Every path that was asked for, in order. */
    this.asked = [];
    globalThis.fetch = async (address, options) => {
      const path = address.replace('/api/v1/', '');
      if (this.cut === 'before') throw new TypeError('no network');
      this.asked.push(path);
      const answer = this.serve(path, await bodyOf(options), options.method);
      if (this.cut === 'after') throw new TypeError('no network');
      return answer;
    };
  }

  /** An account that was made elsewhere. */
  add({ email, password, display_name }, space = crypto.randomUUID()) {
    const account = { id: crypto.randomUUID(), email, display_name };
    this.accounts[email] = { password, account, space };
    this.server.addSpace(space, account.id);
    return this.accounts[email];
  }

  serve(path, body, method) {
    if (path.startsWith('auth/')) return this.door(path, body);
    if (!this.signedIn) return refuses(401, this.removed ? 'device_removed' : 'not_signed_in');
    if (path === 'me' && method === 'DELETE') {
      delete this.server.state.spaces[this.signedIn.space];
      delete this.accounts[this.signedIn.account.email];
      this.signedIn = null;
      return answers(204, null);
    }
    if (this.signedIn.account.id !== body.account) return refuses(409, 'account_mismatch');
    return answers(200, path === 'sync/push' ? this.server.push(body) : this.server.pull(body));
  }

  door(path, body) {
    if (path === 'auth/logout') {
      if (!this.signedIn) return refuses(401, this.removed ? 'device_removed' : 'not_signed_in');
      this.signedIn = null;
      return answers(204, null);
    }
    if (path === 'auth/wiped') {
      if (!this.removed) return refuses(401, 'not_signed_in');
      this.removed = false;
      return answers(204, null);
    }
    if (path === 'auth/register') {
      if (this.accounts[body.email]) return refuses(409, 'email_taken');
      this.add(body, body.space);
    } else if (this.accounts[body.email]?.password !== body.password) return refuses(401, 'wrong_credentials');
    this.signedIn = this.accounts[body.email];
    return answers(200, { account: this.signedIn.account, space: this.signedIn.space });
  }

  /** What the server has of a space. */
  records(space) {
    return Object.values(this.server.state.spaces[space].records);
  }

  changes(space) {
    return this.server.state.spaces[space].changes.map(({ op }) => op);
  }
}

async function bodyOf({ body }) {
  if (typeof body === 'string' || body === undefined) return JSON.parse(body ?? 'null');
  return new Response(new Blob([body]).stream().pipeThrough(new DecompressionStream('gzip'))).json();
}
