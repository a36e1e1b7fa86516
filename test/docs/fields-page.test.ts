import { expect, test } from "vitest";
import { fieldsPage } from "../../docs/fields-page.ts";

test("docs/fields.md says what the field dictionary says", async () => {
  await expect(fieldsPage()).toMatchFileSnapshot("../../docs/fields.md");
});
