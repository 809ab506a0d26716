// Tells the learning platform that opened us to register that we are done (LTI Dynamic Registration 1.0 section 3.7), when
// its administrator has read the page and says so; only to the platform's own origin.
document.querySelector("[data-close-registration]")?.addEventListener("click", (event) => {
  const platform = window.parent === window ? window.opener : window.parent;
  platform?.postMessage({ subject: "org.imsglobal.lti.close" }, event.target.dataset.closeRegistration);
});
