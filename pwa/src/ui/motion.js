/** Whether the person asked their phone for less motion. */
export const lessMotion = () => globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
