const DIGITS = { money: 0, duration: 0, decimal: 4 };

/** A number as a field writes it. An average of whole numbers has a decimal; one of cents or seconds is rounded to whole ones. */
export function numberText(field, number, app) {
  const type = field.result ?? field.type;
  if (type === "rating") return new Intl.NumberFormat(app.locale, { maximumFractionDigits: 1 }).format(number);
  return field.format(Number(number.toFixed(DIGITS[type] ?? 1)), app);
}
