import { elisionFault } from "#core/factory/architect/elision.ts";
import { correctLocators } from "#core/factory/heal/correct-locators.ts";
import { applyEdits } from "#core/factory/heal/edits.ts";
import { isText } from "#core/factory/heal/rule.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { HealerAnswer } from "#core/factory/prompts/healer.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import type { SourceFile } from "#core/kernel/files.ts";

/** What the model has seen of the draft. */
export interface Seen {
  /** Existing files that it has not seen as a whole, and can therefore only edit. */
  readonly partly: readonly string[];
  /** Files whose edits failed before, which it has to give as a whole. */
  readonly whole: readonly string[];
}

interface Answered {
  /** The repaired draft; null when nothing changes. */
  readonly manifest: Manifest | null;
  /** Corrections of acceptance steps, as sentences for people. */
  readonly corrections: readonly string[];
  /** Why the answer cannot be used, as sentences for the model. */
  readonly faults: readonly string[];
  /** Files with edits that did not match. */
  readonly unmatched: readonly string[];
}

/** Applies a healer's answer to the draft: deletions and whole files, then edits. */
export function applyAnswer(before: Manifest, answer: HealerAnswer, seen: Seen): Answered {
  if (!answer.repaired) return { manifest: null, corrections: [], faults: [], unmatched: [] };
  const written = new Map<string, SourceFile>(answer.files.map((file) => [file.path, file]));
  const kept = before.files.filter(({ path }) => !answer.deleted.includes(path) && !written.has(path));
  const edited = applyEdits(kept, answer.edits);
  const next = [...edited.files, ...written.values()];
  const located = correctLocators(before.acceptance, answer.locators);
  const isSame = located.changes.length === 0 && same(next, before.files);
  return {
    manifest: isSame ? null : { ...before, files: next, acceptance: [...located.acceptance] },
    corrections: located.changes,
    faults: [
      ...wayFaults(before, answer, seen),
      ...edited.faults.map(({ sentence }) => sentence),
      ...located.faults,
    ],
    unmatched: edited.faults
      .map(({ path }) => path)
      .filter((path) => kept.some((file) => file.path === path)),
  };
}

/** Faults of the way in which files are changed. */
function wayFaults({ files }: Manifest, answer: HealerAnswer, { partly, whole }: Seen): string[] {
  const exists = (path: string) => files.some((file) => file.path === path);
  const blind = answer.files.filter(({ path }) => exists(path) && partly.includes(path));
  const edited = [...new Set(answer.edits.map(({ path }) => path))].filter((path) => whole.includes(path));
  const texts = [
    ...answer.files.filter(isText).map(({ path, content }) => ({
      path,
      fault: elisionFault(path, content, files.find((file) => file.path === path)?.content),
    })),
    ...answer.edits.map(({ path, replace }) => ({ path, fault: elisionFault(path, replace) })),
  ];
  return [
    ...texts.flatMap(({ path, fault }) => (fault === undefined ? [] : [`The text for ${path} ${fault}.`])),
    ...blind.map(({ path }) => `You have seen only parts of ${path}: change it with edits, not as a whole.`),
    ...edited.map((path) => `Edits of ${path} have failed before: give the whole file.`),
  ];
}

function same(a: readonly SourceFile[], b: readonly SourceFile[]): boolean {
  const plain = (files: readonly SourceFile[]) =>
    canonicalJson(files.toSorted((one, other) => (one.path < other.path ? -1 : 1)));
  return plain(a) === plain(b);
}
