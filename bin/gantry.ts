import { join } from "node:path";
import { App, Tags, Validations } from "aws-cdk-lib";
import { GantryError } from "#core/kernel/errors.ts";
import { type StackPart, stackName } from "#core/operations/installation.ts";
import { bundleBuilder } from "#lib/bundling/builder.ts";
import { bundleFunctions } from "#lib/bundling/bundles.ts";
import { readConfig } from "#lib/config.ts";
import { packs } from "#lib/nag/nag-packs.ts";
import { ApiStack } from "#lib/stacks/api-stack.ts";
import { DataStack } from "#lib/stacks/data-stack.ts";
import { FactoryStack } from "#lib/stacks/factory-stack.ts";
import { OpsStack } from "#lib/stacks/ops-stack.ts";
import { WebStack } from "#lib/stacks/web-stack.ts";

const ROOT = join(import.meta.dirname, "..");
/** Keeps paths of this machine out of the templates. CDK_DEBUG=1 enables the stack traces again. */
const NO_TRACES = { "aws:cdk:disable-creation-stack-traces": true };

try {
  await synthesise();
} catch (error) {
  if (!(error instanceof GantryError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** The CDK app: reads the configuration once, creates the bundles and defines the stacks. */
async function synthesise(): Promise<void> {
  const app = new App({
    context: NO_TRACES,
    stackTraces: false,
    analyticsReporting: false,
    treeMetadata: false,
  });
  const config = readConfig(app.node.getAllContext());
  const out = join(app.outdir, "bundles");
  const [bundles, builderContext] = await Promise.all([bundleFunctions(ROOT, out), bundleBuilder(ROOT, out)]);
  const id = (part: StackPart) => stackName(config.stage, part);

  const data = new DataStack(app, id("Data"), { config });
  const factory = new FactoryStack(app, id("Factory"), { config, bundles, builderContext, data });
  const api = new ApiStack(app, id("Api"), { config, bundles, factory, root: ROOT });
  new WebStack(app, id("Web"), { config, bundles, api, data, root: ROOT });
  new OpsStack(app, id("Ops"), { config, data, factory, api });

  Tags.of(app).add("gantry:stage", config.stage);
  Validations.of(app).addPlugins(...packs());
  app.synth();
}
