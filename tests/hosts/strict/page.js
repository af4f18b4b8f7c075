// What the policy refuses, and what the element tells.
window.refused = [];
window.heard = [];
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
  window.refused.push(`${effectiveDirective}: ${blockedURI} at ${sourceFile}:${lineNumber}`));
for (const name of ["ready", "change", "select", "compare", "export", "error"]) {
  document.addEventListener(name, ({ type, target, detail }) => {
    if (target.localName === "vendor-compare") window.heard.push({ type, detail });
  });
}
document.addEventListener("DOMContentLoaded", () => {
  document.querySelector("#change").addEventListener("click", () => {
    document.querySelector("vendor-compare").setAttribute("requirements", "ret-backup <= P30D");
  });
});
