import { findReleasedApp } from "#core/factory/change/released-app.ts";
import { consult } from "#core/factory/conversation/consult.ts";
import type { ConsultAnswer } from "#core/factory/conversation/reply.ts";
import { requireAllowedContent } from "#core/factory/guard/content-guard.ts";
import type { Caller } from "#core/identity/caller.ts";

/**
 * Starts a consultation about a change of a project's app; what follows is as for a new app. It goes live and is
 * published as the app was. Throws as {@link findReleasedApp} does, and PolicyDenied for what is never built, also
 * together with what the app was built from, before anything is recorded.
 */
export async function consultChange(
  services: Parameters<typeof consult>[0],
  caller: Caller,
  { project, message }: { readonly project: string; readonly message: string },
): Promise<ConsultAnswer> {
  requireAllowedContent([message], "message");
  const { deploy, publish, request } = (await findReleasedApp(services, caller, project)).plan;
  requireAllowedContent([...request, message], "message");
  return consult(services, caller, { message, project, deploy, publish });
}
