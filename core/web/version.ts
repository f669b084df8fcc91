/**
 * Versions of the API that the header `Gantry-Version` can request, newest first. A new version is added only for a
 * change that would break clients of the previous one.
 */
export const API_VERSIONS = ["2026-11-22"] as const;
