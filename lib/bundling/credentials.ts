import type { Plugin } from "esbuild";

/** The SDK's credential providers other than the environment, and the clients that only they use. */
const OTHER_SOURCES =
  /^(@aws-sdk\/credential-provider-(http|ini|login|process|sso|web-identity)|@smithy\/credential-provider-imds|@aws-sdk\/nested-clients\/.*)$/;

/**
 * Leaves out every credential provider but the environment, which is where Lambda puts a function's
 * credentials. Files, single sign-on and metadata services would add four more clients. The SDK loads a
 * provider when it tries it; a provider that was left out throws.
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
