import { createApp } from "vue";
import "vendor-compare";
import Tenders from "./Tenders.vue";

window.heard = [];
createApp(Tenders).mount("#app");
