import { z } from "zod";
import { artifacts } from "#adapters/providers/artifacts.ts";
import { clock } from "#adapters/providers/clock.ts";
import { deployments } from "#adapters/providers/deployments.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { outputs } from "#adapters/providers/outputs.ts";
import { policies } from "#adapters/providers/policies.ts";
import { skills } from "#adapters/providers/skills.ts";
import { store } from "#adapters/providers/store.ts";
import { workflows } from "#adapters/providers/workflows.ts";
import { runStep } from "#core/workflows/run-step.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { attemptOfStep, executionInput, step } from "#lambdas/runtime/step.ts";

/** Runs one step of a workflow. */
export const handler = step(
  executionInput.extend({ ...attemptOfStep.shape, token: z.string().min(1).max(2048).optional() }),
  servicesOf(ledger, store, artifacts, clock, workflows, deployments, policies, outputs, skills),
  runStep,
);
