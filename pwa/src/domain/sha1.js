/**
 * SHA-1 (RFC 3174), for UUIDs of version 5 only; nothing secret rests on it.
 * The browser's own one answers later, and an id is wanted now.
 * @param {Uint8Array} message
 * @returns {Uint8Array} 20 bytes
 */
export function sha1(message) {
  const view = padded(message);
  const state = new Uint32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]);
  const w = new Uint32Array(80);
  for (let start = 0; start < view.byteLength; start += 64) {
    for (let i = 0; i < 80; i += 1) {
      w[i] = i < 16 ? view.getUint32(start + i * 4) : turned(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    }
    block(state, w);
  }
  const out = new DataView(new ArrayBuffer(20));
  state.forEach((word, i) => out.setUint32(i * 4, word));
  return new Uint8Array(out.buffer);
}

/** @param {Uint32Array} state @param {Uint32Array} w */
function block(state, w) {
  let [a, b, c, d, e] = state;
  for (let i = 0; i < 80; i += 1) {
    const next = (turned(a, 5) + chosen(i, b, c, d) + e + w[i]) >>> 0;
    [a, b, c, d, e] = [next, a, turned(b, 30), c, d];
  }
  [a, b, c, d, e].forEach((word, i) => { state[i] += word; });
}

/** @param {number} i @param {number} b @param {number} c @param {number} d */
function chosen(i, b, c, d) {
  if (i < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (i < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (i < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

/** @param {number} word @param {number} by */
function turned(word, by) {
  return ((word << by) | (word >>> (32 - by))) >>> 0;
}

/** @param {Uint8Array} message */
function padded(message) {
  const length = Math.ceil((message.length + 9) / 64) * 64;
  const bytes = new Uint8Array(length);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(length - 8, Math.floor(message.length / 0x20000000));
  view.setUint32(length - 4, message.length << 3);
  return view;
}
