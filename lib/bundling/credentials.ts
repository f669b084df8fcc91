import type { Plugin } from "esbuild";

/** The SDK's sources of credentials other than the environment, and the clients that only they use. */
const OTHER_SOURCES =
  /^(@aws-sdk\/credential-provider-(http|ini|login|process|sso|web-identity)|@smithy\/credential-provider-imds|@aws-sdk\/nested-clients\/.*)$/;

/**
 * Leaves out every source of credentials but the environment, which is where Lambda puts a function's. Files,
 * single sign-on and metadata services bring four more clients with them. The SDK loads a source when it is its
 * turn; one that is not there says so.
 */
export const credentials: Plugin = {
  name: "credentials",
  setup(build) {
    build.onResolve({ filter: OTHER_SOURCES }, ({ path }) => ({ path, namespace: "credentials" }));
    build.onLoad({ filter: /.*/, namespace: "credentials" }, ({ path }) => ({
      contents: `throw new Error("A function's credentials come from its environment: ${path} is not part of it.");`,
    }));
  },
};
