import { html } from 'htm/preact';

/**
 * A link as a square code, for the camera of another phone. Dark on light in every theme: cameras want it so.
 * @param {{qr: {size: number, path: string}, label: string}} props - size: modules a side with the margin; path: the dark ones
 */
export function Square({ qr, label }) {
  return html`<svg class="sharing-square" role="img" aria-label=${label} viewBox=${`0 0 ${qr.size} ${qr.size}`} shape-rendering="crispEdges">
    <rect width=${qr.size} height=${qr.size} fill="#fff" /><path d=${qr.path} fill="#000" />
  </svg>`;
}
