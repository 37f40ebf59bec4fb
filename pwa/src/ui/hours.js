/** "6 and a half hours". @param {number} hours - in halves */
export function hoursText(hours) {
  const whole = Math.floor(hours);
  if (hours === whole) return whole === 1 ? '1 hour' : `${whole} hours`;
  return whole === 0 ? 'half an hour' : `${whole} and a half hours`;
}
