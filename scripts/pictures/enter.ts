import type { Locator, Page } from "playwright-core";
import type { PicturedApp } from "./app.ts";

export type Values = NonNullable<PicturedApp["records"]>[number]["values"];

/** Enters a record by the form of its kind, as a person does. */
export async function enter(page: Page, list: string, values: Values): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(list)}`);
  await page.getByRole("button", { name: /^New / }).first().click();
  for (const [id, value] of Object.entries(values)) await put(page.locator(`#field-${id}`), value);
  await page.locator("dialog[open] [type=submit]").click();
  await page.locator("dialog[open]").waitFor({ state: "detached" });
}

async function put(control: Locator, value: string | Buffer): Promise<void> {
  if (typeof value !== "string") {
    await control.setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: value });
    await control.locator("..").locator("img").waitFor();
    return;
  }
  const kind = await control.evaluate((element) => element.tagName);
  if (kind === "SELECT") await control.selectOption(value);
  else if (kind === "INPUT" || kind === "TEXTAREA") await control.fill(value);
  else
    await control
      .locator("label", { hasText: new RegExp(`^\\s*${value}`) })
      .first()
      .click();
}
