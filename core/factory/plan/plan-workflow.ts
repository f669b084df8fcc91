import { uploadedImage } from "#core/factory/conversation/image-upload.ts";
import { requireAllowedContent } from "#core/factory/guard/content-guard.ts";
import { noticesFor, type WithNotices } from "#core/factory/plan/notices.ts";
import { type ProposeServices, propose } from "#core/factory/plan/propose.ts";
import { spokenPlan } from "#core/factory/plan/spoken-plan.ts";
import { spoken } from "#core/factory/spoken.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { InlineWorkflow } from "#core/workflows/inline/inline.ts";

/** The time limit of a request. */
const ACTIVE_SECONDS = 29;
/** What is left of it for the consultant: the rest is for reading and recording. */
const WITHIN_MS = (ACTIVE_SECONDS - 4) * 1000;

/**
 * Drafts the plan that a consultation would propose for a request. There is no consultation, so the plan cannot be
 * confirmed. A request without a plan fails with the consultant's reply. A design image is named by its digest.
 */
export const planWorkflow: InlineWorkflow<ProposeServices & WithNotices> = {
  definition: {
    id: "factory.plan",
    version: "2",
    title: "Draft a plan for a request",
    machine: "inline",
    input: ["request"],
    optional: ["image_sha256"],
    active_seconds: ACTIVE_SECONDS,
  },
  limit: "model",
  check: ({ request }) => requireAllowedContent([String(request)], "input.request"),
  async work(services, { tenant, input, called }) {
    const words = [input.request as string];
    const design = await uploadedImage(services, tenant, input.image_sha256);
    const image = design && { ...design.image, since: 0 };
    const wish = { tenant, words, previous: null, deploy: true, publish: true, image };
    const { plan, plan_hash, speech, question, call } = await propose(services, wish, {
      onUnusable: called,
      within_ms: WITHIN_MS,
    });
    if (call) called(call);
    if (!plan || !plan_hash)
      throw new GantryError("UnsupportedRequest", spoken(speech), { field: "input.request" });
    const notices = noticesFor(plan, await services.notices());
    return { plan: { ...plan, hash: plan_hash }, speech: spokenPlan(speech, plan), question, notices };
  },
};
