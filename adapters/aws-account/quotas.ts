import {
  GetAWSDefaultServiceQuotaCommand,
  GetServiceQuotaCommand,
  NoSuchResourceException,
  paginateListAWSDefaultServiceQuotas,
  paginateListServiceQuotas,
  type ServiceQuota,
  type ServiceQuotasClient,
} from "@aws-sdk/client-service-quotas";

/** A quota by its code, or by its name where AWS documents only the name. */
export interface QuotaKey {
  /** Service code: `lambda`. */
  readonly service: string;
  readonly quota: { readonly code: string } | { readonly called: RegExp };
}

/** The quota applied to the account, otherwise AWS's default; undefined when Service Quotas has neither. */
export type ReadQuota = (key: QuotaKey) => Promise<number | undefined>;

/** Returns a function that reads quotas. For look-ups by name, the list of a service is fetched only once. */
export function quotaReader(client: ServiceQuotasClient): ReadQuota {
  const lists = new Map<string, Promise<readonly ServiceQuota[]>>();
  const listed = (service: string, pages: typeof paginateListServiceQuotas) => {
    const key = `${service} ${pages.name}`;
    const list = lists.get(key) ?? collect(pages({ client }, { ServiceCode: service }));
    lists.set(key, list);
    return list;
  };
  return async ({ service, quota }) => {
    if ("code" in quota) return byCode(client, service, quota.code);
    for (const pages of [paginateListServiceQuotas, paginateListAWSDefaultServiceQuotas]) {
      const found = (await listed(service, pages)).find(({ QuotaName = "" }) => quota.called.test(QuotaName));
      if (found?.Value !== undefined) return found.Value;
    }
    return undefined;
  };
}

async function byCode(client: ServiceQuotasClient, service: string, code: string) {
  const input = { ServiceCode: service, QuotaCode: code };
  const applied = await unlessUnknown(() => client.send(new GetServiceQuotaCommand(input)));
  const answer =
    applied ?? (await unlessUnknown(() => client.send(new GetAWSDefaultServiceQuotaCommand(input))));
  return answer?.Quota?.Value;
}

async function collect(pages: AsyncIterable<{ Quotas?: ServiceQuota[] | undefined }>) {
  const all: ServiceQuota[] = [];
  for await (const { Quotas = [] } of pages) all.push(...Quotas);
  return all;
}

async function unlessUnknown<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof NoSuchResourceException) return undefined;
    throw error;
  }
}
