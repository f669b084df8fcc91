import { acceptanceReportSchema, type ShownReport } from "#core/factory/acceptance-report.ts";
import { getJsonArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";

/** What people are shown of the acceptance report that is stored under this digest. Throws Internal when it is missing. */
export async function readAcceptanceReport(
  { artifacts }: WithArtifacts,
  tenant: string,
  sha256: string,
): Promise<ShownReport> {
  return acceptanceReportSchema.parse(await getJsonArtifact(artifacts, tenant, sha256));
}
