import { mount } from "svelte";
import "vendor-compare";
import Tenders from "./Tenders.svelte";

window.heard = [];
mount(Tenders, { target: document.querySelector("#app") });
