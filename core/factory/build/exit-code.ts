/** A builder that has no sandbox ends with this code (EX_CONFIG of sysexits.h): no other try can help. */
export const NO_SANDBOX_EXIT = 78;

/** A builder that was started early and never got a job ends with this code (EX_TEMPFAIL of sysexits.h). */
export const NO_JOB_EXIT = 75;
