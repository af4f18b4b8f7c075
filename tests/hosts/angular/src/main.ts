import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection, signal } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import type { VendorCompareEventMap } from "vendor-compare";

declare global {
  interface Window {
    heard: { type: string; detail: unknown }[];
  }
}
window.heard = [];

@Component({
  selector: "app-tenders",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <h1>Tenders</h1>
      <vendor-compare [requirements]="requirements()" [maxCompare]="3" theme="light" (ready)="show($event)" (change)="show($event)">
        <p>The comparison of vendors appears here.</p>
      </vendor-compare>
      <p>Meets: <output id="meets">{{ meets().join(" ") }}</output></p>
      <button id="change" (click)="requirements.set('ret-backup <= P30D')">Ask for backups instead</button>
    </main>
  `,
})
class Tenders {
  requirements = signal("region in EEA");
  meets = signal<string[]>([]);

  show(event: VendorCompareEventMap["change"]) {
    window.heard.push({ type: event.type, detail: event.detail });
    this.meets.set(event.detail.outcome.meets.ids);
  }
}

bootstrapApplication(Tenders, { providers: [provideZonelessChangeDetection()] }).catch(console.error);
