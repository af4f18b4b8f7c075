// What else such a page runs.
var heard = [];
document.addEventListener("ready", function (event) {
  heard.push(event.target.localName);
});
