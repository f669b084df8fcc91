/** Exit code of a builder that has no sandbox (EX_CONFIG of sysexits.h); a retry cannot help. */
export const NO_SANDBOX_EXIT = 78;

/** Exit code of a builder that was started in advance and got no job (EX_TEMPFAIL of sysexits.h). */
export const NO_JOB_EXIT = 75;
