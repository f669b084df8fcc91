import { privateFile } from "#local-cloud/durable/private-file.ts";
import { ServiceError } from "#local-cloud/http.ts";
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
  /** Finds a key by id, ARN, alias name or alias ARN. Throws NotFoundException. */
  find(reference: string): Key;
  /** Like `find`, but also throws DisabledException or KMSInvalidStateException if the key cannot be used. */
  usable(reference: string): Key;
  save(key: Key): void;
  saveAlias(name: string, keyId: string | undefined): void;
}

export function openKeyStore(path: string, arnPrefix: string, now: () => number): KeyStore {
  const file = privateFile<Content>(
    path,
    "a new evidence key is generated, and evidence sealed with the old one no longer matches the pinned key",
  );
  const loaded = file.load();
  let keys: ReadonlyMap<string, Key> = new Map(loaded?.keys.map((key) => [key.id, key]));
  let aliases: ReadonlyMap<string, string> = new Map(Object.entries(loaded?.aliases ?? {}));
  /** Changes are stored before they take effect. */
  const persist = (nextKeys: ReadonlyMap<string, Key>, nextAliases: ReadonlyMap<string, string>) => {
    file.save({ keys: [...nextKeys.values()], aliases: Object.fromEntries(nextAliases) });
    keys = nextKeys;
    aliases = nextAliases;
  };
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
      persist(new Map(keys).set(key.id, key), aliases);
    },
    saveAlias(name, keyId) {
      const next = new Map(aliases);
      if (keyId === undefined) next.delete(name);
      else next.set(name, keyId);
      persist(keys, next);
    },
  };
  return store;
}
