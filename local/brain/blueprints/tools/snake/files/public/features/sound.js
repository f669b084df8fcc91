/** What is heard: pitch in hertz and length in seconds. */
export const SOUNDS = { eat: [660, 0.07], over: [165, 0.35] };

let audio;

/** Plays a sound; does nothing where there is no audio. */
export function play(name) {
  try {
    audio ??= new AudioContext();
    const [frequency, seconds] = SOUNDS[name];
    const volume = new GainNode(audio, { gain: 0.15 });
    const pitch = new OscillatorNode(audio, { frequency, type: "triangle" });
    pitch.connect(volume).connect(audio.destination);
    pitch.start();
    pitch.stop(audio.currentTime + seconds);
  } catch {
    // No audio here: the page shows the same.
  }
}
