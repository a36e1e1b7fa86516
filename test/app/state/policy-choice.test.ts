import { expect, it } from "vitest";
import { policies } from "../../../rules/index.ts";
import { addressUnder, policyAsked } from "../../../src/app/state/policy-choice.ts";

const at = (search: string): URL => new URL(`https://page.example/${search}#policy/2`);
const asked = (search: string, before: string | null): string => policyAsked(policies, at(search), before).id;

it("goes by the address, else by the choice before, else to the first; an id that there is not counts for none", () => {
  expect(asked("", null)).toBe("xicheng-2023-71");
  expect(asked("", "example-district")).toBe("example-district");
  expect(asked("?policy=xicheng-2023-71", "example-district")).toBe("xicheng-2023-71");
  expect(asked("?policy=no-district", "example-district")).toBe("example-district");
  expect(asked("?policy=no-district", "gone")).toBe("xicheng-2023-71");
});

it("gives an address that opens the same place under a policy", () => {
  const [first, second] = policies;
  const address = addressUnder(second ?? first, at("?policy=xicheng-2023-71"));
  expect(address.href).toBe("https://page.example/?policy=example-district#policy/2");
});
