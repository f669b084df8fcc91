import { Worker } from "node:worker_threads";

/**
 * Kills this process after `seconds`, even if its event loop is blocked, because the timer runs on another thread. The
 * sandbox ends with its parent. Returns a function that disarms the timer.
 */
export function armHardExit(seconds: number): () => void {
  const code = `setTimeout(() => process.kill(${process.pid}, "SIGKILL"), ${Math.round(seconds * 1000)})`;
  const worker = new Worker(code, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 8 } });
  worker.unref();
  return () => void worker.terminate();
}
