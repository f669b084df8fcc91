import { z } from "zod";
import { checked, type JsonOperation } from "#local-cloud/aws-json.ts";
import { ServiceError } from "#local-cloud/http.ts";
import type { KeyStore } from "./key-store.ts";
import { keyId, limit, marker, page } from "./members.ts";

const aliasName = z
  .string()
  .max(256)
  .regex(/^alias\/[a-zA-Z0-9/_-]+$/, "must start with alias/ and contain only letters, digits, / _ -");
/** A key id or ARN: the target of an alias cannot be an alias. */
const targetKeyId = keyId.regex(/^(?!alias\/)(?!.*:alias\/)/, "must be a key id or a key ARN");
const aliasInput = z.strictObject({ AliasName: aliasName, TargetKeyId: targetKeyId });
const deleteInput = z.strictObject({ AliasName: aliasName });
const listInput = z.strictObject({ KeyId: keyId.optional(), Limit: limit, Marker: marker });

export function aliasOperations(store: KeyStore): Record<string, JsonOperation> {
  const has = (name: string) => store.aliases().some(([other]) => other === name);
  const assertHas = (name: string) => {
    if (!has(name))
      throw new ServiceError("NotFoundException", `Alias ${store.arnPrefix}${name} is not found.`);
  };
  return {
    CreateAlias(input) {
      const { AliasName, TargetKeyId } = checked(aliasInput, input);
      if (AliasName.startsWith("alias/aws/"))
        throw new ServiceError("NotAuthorizedException", "Names that start with alias/aws/ are reserved");
      if (has(AliasName))
        throw new ServiceError(
          "AlreadyExistsException",
          `An alias with the name ${store.arnPrefix}${AliasName} already exists`,
        );
      store.saveAlias(AliasName, store.find(TargetKeyId).id);
    },
    UpdateAlias(input) {
      const { AliasName, TargetKeyId } = checked(aliasInput, input);
      assertHas(AliasName);
      store.saveAlias(AliasName, store.find(TargetKeyId).id);
    },
    DeleteAlias(input) {
      const { AliasName } = checked(deleteInput, input);
      assertHas(AliasName);
      store.saveAlias(AliasName, undefined);
    },
    ListAliases(input) {
      const { KeyId, Limit, Marker } = checked(listInput, input);
      const wanted = KeyId === undefined ? undefined : store.find(KeyId).id;
      const aliases = store.aliases().filter(([, id]) => wanted === undefined || id === wanted);
      const { entries, rest } = page(aliases, ([name]) => name, Limit, Marker);
      return {
        Aliases: entries.map(([name, id]) => ({
          AliasName: name,
          AliasArn: store.arnPrefix + name,
          TargetKeyId: id,
        })),
        ...rest,
      };
    },
  };
}
