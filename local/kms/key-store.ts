import { ServiceError } from "#local/http.ts";
import { privateFile } from "#local/private-file.ts";
import type { Key } from "./key.ts";

interface Content {
  readonly keys: Key[];
  /** Name (`alias/…`) to key id. */
  readonly aliases: Record<string, string>;
}

/** All keys and aliases of the account, kept in one file. */
export interface KeyStore {
  readonly arnPrefix: string;
  arn(key: Key): string;
  list(): Key[];
  aliases(): [name: string, keyId: string][];
  /** By key id, key ARN, alias name or alias ARN. Refuses with NotFoundException. */
  find(reference: string): Key;
  /** As `find`, and refuses with DisabledException or KMSInvalidStateException when the key cannot be used. */
  usable(reference: string): Key;
  save(key: Key): void;
  saveAlias(name: string, keyId: string | undefined): void;
}

export function openKeyStore(path: string, arnPrefix: string, now: () => number): KeyStore {
  const file = privateFile<Content>(path);
  const loaded = file.load();
  const keys = new Map(loaded?.keys.map((key) => [key.id, key]));
  const aliases = new Map(Object.entries(loaded?.aliases ?? {}));
  const persist = () => file.save({ keys: [...keys.values()], aliases: Object.fromEntries(aliases) });
  const isAlive = ({ deletion = Number.POSITIVE_INFINITY }: Key) => deletion > now();

  const store: KeyStore = {
    arnPrefix,
    arn: ({ id }) => `${arnPrefix}key/${id}`,
    list: () => [...keys.values()].filter(isAlive),
    aliases: () => [...aliases],
    find(reference) {
      const local = reference.startsWith(arnPrefix) ? reference.slice(arnPrefix.length) : reference;
      const isAlias = local.startsWith("alias/");
      const id = isAlias ? aliases.get(local) : local === reference ? local : local.replace(/^key\//, "");
      const key = keys.get(id ?? "");
      if (key && isAlive(key)) return key;
      throw new ServiceError(
        "NotFoundException",
        isAlias
          ? `Alias ${arnPrefix}${local} is not found.`
          : `Key '${arnPrefix}key/${local}' does not exist`,
      );
    },
    usable(reference) {
      const key = store.find(reference);
      if (key.deletion !== undefined)
        throw new ServiceError("KMSInvalidStateException", `${store.arn(key)} is pending deletion.`);
      if (!key.enabled) throw new ServiceError("DisabledException", `${store.arn(key)} is disabled.`);
      return key;
    },
    save(key) {
      keys.set(key.id, key);
      persist();
    },
    saveAlias(name, keyId) {
      if (keyId === undefined) aliases.delete(name);
      else aliases.set(name, keyId);
      persist();
    },
  };
  return store;
}
