// Writes down what the browser reports on the policy of the page, and which of its parts the browser knows.
window.reports = [];
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
  reports.push(`${violatedDirective}: ${blockedURI} (${sourceFile}:${lineNumber})`));
window.hasTrustedTypes = "trustedTypes" in window;
