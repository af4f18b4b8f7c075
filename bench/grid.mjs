// What a page that shows the same rows in AG Grid Community loads, as its guide begins: all modules of the edition, a
// column for each field, with filters.

import { AllCommunityModule, ModuleRegistry, createGrid } from "ag-grid-community";

ModuleRegistry.registerModules([AllCommunityModule]);

const rowData = await (await fetch("/rows.json")).json();
createGrid(document.querySelector("#grid"), {
  rowData,
  columnDefs: Object.keys(rowData[0]).map((field) => ({ field, filter: true })),
  onFirstDataRendered: () => window.shown(),
});
