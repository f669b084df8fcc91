/**
 * Versions of the API that can be asked for by `Gantry-Version`, the newest first. There is another one only when a
 * change would break clients of the one before.
 */
export const API_VERSIONS = ["2026-11-22"] as const;
