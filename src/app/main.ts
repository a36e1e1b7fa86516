import { mount } from "svelte";
import sample from "../../samples/demo-district.xlsx?url";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import { createWorkerEngine } from "../engine/worker-client.ts";
import App from "./App.svelte";
import { KeptWork } from "./state/kept-work.ts";
import "./styles/tokens.css";
import "./styles/base.css";

const target = document.getElementById("app");
if (!target) throw new Error("the page must have an element #app, found none");
const kept = await KeptWork.open();
mount(App, { target, props: { policy: xicheng202371, engine: createWorkerEngine(), sample, kept, trials: 10_000 } });
