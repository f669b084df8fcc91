import { z } from "zod";
import { createDependencyInstaller } from "#adapters/dependencies/installer.ts";
import { provider } from "#adapters/provider.ts";

const setting = z.string().optional();

export const dependencies = provider({
  name: "dependencies",
  env: {
    /** The package registry; default: npm's. */
    NPM_REGISTRY: z.url().optional(),
    /** The platform on which packages will run: `<os>/<cpu>/<libc>/<Node's module ABI>`. */
    BUILDER_PLATFORM: z
      .string()
      .regex(/^[a-z0-9]+\/[a-z0-9]+\/[a-z0-9]*\/\d+$/)
      .default("linux/arm64/glibc/137")
      .transform((text) => {
        const [os = "", cpu = "", libc, abi = ""] = text.split("/");
        return { os, cpu, abi, ...(libc ? { libc } : {}) };
      }),
    WORK_DIR: z.string().min(1).default("/tmp"),
    /** Network access to the registry. */
    HTTPS_PROXY: setting,
    https_proxy: setting,
    HTTP_PROXY: setting,
    http_proxy: setting,
    NO_PROXY: setting,
    no_proxy: setting,
    NODE_EXTRA_CA_CERTS: setting,
    NODE_USE_SYSTEM_CA: setting,
  },
  create: (config) =>
    createDependencyInstaller({
      registry: config.NPM_REGISTRY,
      cacheDir: `${config.WORK_DIR}/npm-cache`,
      platform: config.BUILDER_PLATFORM,
      workDir: config.WORK_DIR,
      network: config,
    }),
});
