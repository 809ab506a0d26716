// What pages need beyond plain links and forms: the explanation in a dialog, focus and announcements after a swap.
const live = document.getElementById("live");
const dialog = document.getElementById("dialog");
const dialogContent = document.getElementById("dialog-content");
let opener = null;

document.documentElement.classList.add("js");

function announce(text) {
  if (!live || !text) return;
  live.textContent = "";
  window.setTimeout(() => { live.textContent = text; }, 50);
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-close-dialog]")) dialog.close();
  const link = event.target.closest("a[data-explain]");
  if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0) {
    event.preventDefault();
    opener = link;
    window.htmx.ajax("GET", link.getAttribute("href"), { source: link, target: "#dialog-content", swap: "innerHTML" });
  }
});

dialog?.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});

dialog?.addEventListener("close", () => {
  dialogContent.replaceChildren();
  opener?.focus();
  opener = null;
});

document.addEventListener("htmx:afterSwap", (event) => {
  const target = event.detail.target;
  if (target === dialogContent) {
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
    dialogContent.querySelector("h1, h2")?.focus();
  } else {
    announce(live?.dataset.loaded);
  }
});

document.addEventListener("htmx:responseError", (event) => {
  announce(event.detail.xhr.status === 401 ? live?.dataset.expired : live?.dataset.failed);
  // The plain link shows the error page with its reference.
  if (opener?.href) window.location.assign(opener.href);
});

document.addEventListener("htmx:sendError", () => announce(live?.dataset.failed));

// Filters take effect at once; without this file their button does it.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-auto-submit]");
  if (form && event.target.type !== "date") form.requestSubmit();
});
