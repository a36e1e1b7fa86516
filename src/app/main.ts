import { mount } from "svelte";
import { policies } from "../../rules/index.ts";
import { createWorkerEngine } from "../engine/worker-client.ts";
import App from "./App.svelte";
import { KeptWork } from "./state/kept-work.ts";
import { addressUnder, policyAsked, policyChoiceContext } from "./state/policy-choice.ts";
import "./styles/tokens.css";
import "./styles/base.css";

const target = document.getElementById("app");
if (!target) throw new Error("the page must have an element #app, found none");
/** A module, as the page's policy lets nothing be fetched. */
async function sample(): Promise<ArrayBuffer> {
  const { default: address } = await import("../../samples/demo-district.xlsx?url&inline");
  const base64 = address.slice(address.indexOf(",") + 1);
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;
}
const CHOSEN = "cesuan.policy";
const here = new URL(location.href);
const policy = policyAsked(policies, here, localStorage.getItem(CHOSEN));
if (policy !== policies[0]) localStorage.setItem(CHOSEN, policy.id);
// the address of a page from a file cannot be rewritten; it is opened by what was chosen before
if (policy !== policies[0] && location.protocol !== "file:") {
  history.replaceState(history.state, "", addressUnder(policy, here));
}
const kept = await KeptWork.open("cesuan", policy === policies[0] ? undefined : policy.id);
const context = policyChoiceContext({
  policies,
  choose: (next) => {
    localStorage.setItem(CHOSEN, next.id);
    location.assign(addressUnder(next, new URL(location.href)));
  },
});
const props = { policy, engine: createWorkerEngine(policy), sample, kept, trials: 10_000 };
mount(App, { target, props, context });
// a page from a file has no service worker, one under development would be shown as it was
if (import.meta.env.MODE === "production" && "serviceWorker" in navigator) {
  navigator.serviceWorker
    .register(new URL("service-worker.js", document.baseURI))
    .catch((error: unknown) => console.warn("this browser will not open the page offline:", error));
}
