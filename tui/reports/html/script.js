"use strict";
(() => {
  const tools = document.querySelector(".tools");
  const texts = document.getElementById("texts");
  const reach = (element) => {
    element.scrollIntoView({ block: "center" });
    element.focus({ preventScroll: true });
  };
  document.addEventListener("click", (event) => {
    const told = event.target.closest("[data-f]");
    if (told && getSelection().isCollapsed) location.hash = "f" + told.dataset.f;
  });
  if (!tools || !texts) return;
  const differences = [...texts.querySelectorAll(".row.diff")];
  const conflicts = [...texts.querySelectorAll(".fact.conflict")];
  const isBehind = (element, here) =>
    Boolean(here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) && !here.contains(element);
  let last = texts;
  const walk = (stops, step) => {
    const here = texts.contains(document.activeElement) ? document.activeElement : last;
    const found = step > 0
      ? stops.find((stop) => here === texts || isBehind(stop, here))
      : stops.findLast((stop) => here !== texts && isBehind(here, stop) && stop !== here);
    if (!found) return;
    found.closest(".run")?.classList.add("open");
    last = found;
    reach(found);
  };
  const fold = () => {
    const isFolded = texts.classList.toggle("folded");
    tools.querySelector("[data-key=z]").setAttribute("aria-pressed", String(isFolded));
    for (const line of texts.querySelectorAll(".fold")) {
      line.hidden = !isFolded;
      line.parentElement.classList.remove("open");
      line.setAttribute("aria-expanded", "false");
    }
  };
  const acts = {
    J: () => walk(differences, 1),
    K: () => walk(differences, -1),
    ">": () => walk(conflicts, 1),
    "<": () => walk(conflicts, -1),
    z: fold,
  };
  tools.hidden = false;
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.key) acts[button.dataset.key]();
    if (button?.classList.contains("fold")) {
      button.setAttribute("aria-expanded", String(button.parentElement.classList.toggle("open")));
    }
  });
  document.addEventListener("keydown", (event) => {
    const isTyped = event.ctrlKey || event.metaKey || event.altKey || !document.getElementById("keys").checked;
    if (!isTyped && acts[event.key]) acts[event.key]();
  });
  addEventListener("beforeprint", () => {
    for (const closed of document.querySelectorAll("#facts > details, #facts section details")) closed.open = true;
  });
})();
