import { Worker } from "node:worker_threads";

/**
 * Ends this process after so many seconds, whatever its event loop does: the timer lives on another thread.
 * The sandbox dies with its parent. Answers how to disarm it.
 */
export function armHardExit(seconds: number): () => void {
  const code = `setTimeout(() => process.kill(${process.pid}, "SIGKILL"), ${Math.round(seconds * 1000)})`;
  const worker = new Worker(code, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 8 } });
  worker.unref();
  return () => void worker.terminate();
}
