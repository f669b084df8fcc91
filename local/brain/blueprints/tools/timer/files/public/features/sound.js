/** When the tones of the alarm start, in seconds after it goes off: three pairs. */
export const TONES = [0, 0.18, 0.7, 0.88, 1.4, 1.58];

let audio;

/**
 * Plays the alarm in `ms` milliseconds. The browser's audio keeps the time, so that it is punctual in a background tab,
 * where scripts run late. Returns a function that calls it off. Needs a press of a button before.
 */
export function scheduleAlarm(ms) {
  try {
    audio ??= new AudioContext();
    void audio.resume();
    const start = audio.currentTime + ms / 1000;
    const tones = TONES.map((after) => tone(audio, start + after));
    return () => {
      for (const each of tones) each.disconnect();
    };
  } catch {
    return () => {}; // No audio here: the page still shows the end.
  }
}

function tone(context, at) {
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.25, at + 0.01);
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.15);
  const pitch = new OscillatorNode(context, { frequency: 880 });
  pitch.connect(volume).connect(context.destination);
  pitch.start(at);
  pitch.stop(at + 0.16);
  return volume;
}
