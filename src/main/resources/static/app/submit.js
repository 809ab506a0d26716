// Sends the one form of the page on. Without this file its button does it.
document.querySelector("form[data-submit]")?.submit();
