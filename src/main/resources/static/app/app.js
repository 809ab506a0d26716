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

// What asks again and again fails again and again.
function announceOnce(text) {
  if (live?.textContent !== text) announce(text);
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

// Progress is told a quarter at a time, not each time that it is asked for.
let quarter = document.querySelector("[data-progress]")?.dataset.quarter;

function announceProgress(progress) {
  if (progress.dataset.quarter === quarter) return;
  quarter = progress.dataset.quarter;
  announce(progress.textContent.trim());
}

document.addEventListener("htmx:afterSwap", (event) => {
  const target = event.detail.target;
  const progress = target.querySelector("[data-progress]");
  if (progress) {
    announceProgress(progress);
  } else if (target === dialogContent) {
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
    dialogContent.querySelector("h1, h2")?.focus();
  } else {
    announce(live?.dataset.loaded);
  }
});

document.addEventListener("htmx:responseError", (event) => {
  announceOnce(event.detail.xhr.status === 401 ? live?.dataset.expired : live?.dataset.failed);
  // The plain link shows the error page with its reference.
  if (opener?.href) window.location.assign(opener.href);
  if (event.detail.target?.querySelector("[data-progress]") && event.detail.xhr.status < 500) window.location.reload();
});

document.addEventListener("htmx:sendError", () => announceOnce(live?.dataset.failed));

// Filters take effect at once; without this file their button does it.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-auto-submit]");
  if (form && event.target.type !== "date") form.requestSubmit();
});

// Copies a value; in a frame that may not use the clipboard it is selected instead, to be copied by hand.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source = document.querySelector(button.dataset.copy);
  window.getSelection().selectAllChildren(source);
  try {
    await navigator.clipboard.writeText(source.textContent);
    announce(button.dataset.copied);
    button.textContent = button.dataset.copied;
  } catch {
    source.focus();
  }
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});

// Ticks all at once; without this file one ticks each.
for (const all of document.querySelectorAll("[data-all]")) {
  const form = all.closest("form");
  (all.closest("[data-all-row]") ?? all.closest("label")).hidden = false;
  all.addEventListener("change", () => {
    for (const box of form.querySelectorAll('input[type="checkbox"]')) box.checked = all.checked;
  });
}

// A file that is too large is told before it has been sent.
document.addEventListener("change", (event) => {
  const most = event.target.dataset?.mostMegabytes;
  if (!most) return;
  const large = [...event.target.files].some((file) => file.size > most * 1024 * 1024);
  event.target.setCustomValidity(large ? event.target.dataset.tooLarge : "");
  event.target.reportValidity();
});

// Narrows a list of choices to those with the text in them; what is chosen stays. Without this file all are there.
document.querySelectorAll("input[data-filter]").forEach((input) => {
  const list = document.querySelector(input.dataset.filter);
  input.hidden = false;
  document.querySelector(`label[for="${input.id}"]`).hidden = false;
  input.addEventListener("input", () => {
    const text = input.value.trim().toLowerCase();
    list.querySelectorAll("label").forEach((choice) => {
      choice.hidden = !choice.textContent.toLowerCase().includes(text) && !choice.querySelector("input").checked;
    });
  });
});
