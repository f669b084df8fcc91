interface SwitchProps {
  readonly label: string;
  /** What its state means. */
  readonly hint?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly set: (checked: boolean) => void;
}

/** Something that is on or off, with effect at once. */
export function Switch({ label, hint, checked, disabled = false, set }: SwitchProps) {
  return (
    <label className="flex min-h-9 items-center gap-3 has-disabled:opacity-60">
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox states by itself whether it is checked
        role="switch"
        checked={checked}
        disabled={disabled}
        onChange={({ target }) => set(target.checked)}
        className="relative h-5 w-9 shrink-0 appearance-none rounded-full bg-edge transition-colors duration-150 before:absolute before:top-0.5 before:left-0.5 before:size-4 before:rounded-full before:bg-page before:transition-transform before:duration-150 checked:bg-solid checked:before:translate-x-4 checked:before:bg-on-solid forced-colors:appearance-auto"
      />
      <span className="min-w-0">
        {label}
        {hint && <span className="block text-sm text-muted">{hint}</span>}
      </span>
    </label>
  );
}
