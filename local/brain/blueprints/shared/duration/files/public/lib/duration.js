/** "05:30" or "1:05:30" for milliseconds, a started second counted as a whole one, so that 0 is shown at the end. */
export function countdownText(ms) {
  return clockText(Math.ceil(ms / 1000));
}

/** "05:30.4" or "1:05:30.4": elapsed milliseconds with tenths of a second. */
export function elapsedText(ms) {
  return `${clockText(Math.floor(ms / 1000))}.${Math.floor(ms / 100) % 10}`;
}

function clockText(seconds) {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (number) => String(number).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${two(minutes)}:${two(rest)}`;
}
