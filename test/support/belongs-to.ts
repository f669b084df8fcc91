/** Whether a partition key belongs to this tenant: the rule IAM's leading-key condition states. */
export function belongsTo(tenant: string, pk: string): boolean {
  const own = `T#${tenant}`;
  return pk === own || pk.startsWith(`${own}#`);
}
