/** A builder that has no sandbox ends with this code (EX_CONFIG of sysexits.h): no other try can help. */
export const NO_SANDBOX_EXIT = 78;
