import { mount } from "svelte";
import { policies } from "../../rules/index.ts";
import { createWorkerEngine } from "../engine/worker-client.ts";
import App from "./App.svelte";
import { KeptWork } from "./state/kept-work.ts";
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
const kept = await KeptWork.open();
const [policy] = policies;
mount(App, { target, props: { policy, engine: createWorkerEngine(policy), sample, kept, trials: 10_000 } });
// a page from a file has no service worker, one under development would be shown as it was
if (import.meta.env.MODE === "production" && "serviceWorker" in navigator) {
  navigator.serviceWorker
    .register(new URL("service-worker.js", document.baseURI))
    .catch((error: unknown) => console.warn("this browser will not open the page offline:", error));
}
