import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import "vendor-compare";
import type {} from "vendor-compare/react";
import type { VendorCompareEventMap } from "vendor-compare";

declare global {
  interface Window {
    heard: { type: string; detail: unknown }[];
  }
}
window.heard = [];
const hear = ({ type, detail }: CustomEvent) => void window.heard.push({ type, detail });

function Tenders() {
  const [requirements, setRequirements] = useState("region in EEA");
  const [meets, setMeets] = useState<string[]>([]);
  const show = (event: VendorCompareEventMap["change"]) => {
    hear(event);
    setMeets(event.detail.outcome.meets.ids);
  };
  return (
    <main>
      <h1>Tenders</h1>
      <vendor-compare requirements={requirements} maxCompare={3} theme="light" onready={show} onchange={show} onselect={hear}>
        <p>The comparison of vendors appears here.</p>
      </vendor-compare>
      <p>
        Meets: <output id="meets">{meets.join(" ")}</output>
      </p>
      <button id="change" onClick={() => setRequirements("ret-backup <= P30D")}>Ask for backups instead</button>
    </main>
  );
}

createRoot(document.querySelector("#root")!).render(
  <StrictMode>
    <Tenders />
  </StrictMode>,
);
