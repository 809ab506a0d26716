// Speaks with the storage that a learning platform keeps for tools in the browser (LTI Client Side postMessages,
// LTI postMessage Storage): puts a secret in before the login, or reads it back after it. Every message goes to the one
// origin that the page names, and only answers of that origin, that window and that message count.
const WAIT = 1500;
const page = document.querySelector("[data-storage]");
const { storage: step, target, origin, key, value } = page.dataset;
const platform = window.parent === window ? window.opener : window.parent;

function messageId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function ask(to, message) {
  const id = messageId();
  return new Promise((resolve, reject) => {
    const timer = window.setTimeout(() => end(() => reject(new Error("no answer"))), WAIT);
    const hear = (event) => {
      const answer = event.data;
      if (event.origin !== origin || event.source !== to) return;
      if (answer?.message_id !== id || answer.subject !== `${message.subject}.response`) return;
      end(() => (answer.error ? reject(new Error("refused")) : resolve(answer)));
    };
    const end = (then) => {
      window.clearTimeout(timer);
      window.removeEventListener("message", hear);
      then();
    };
    window.addEventListener("message", hear);
    to.postMessage({ ...message, message_id: id }, origin);
  });
}

// Asking another site's window for a frame that it does not have is an error of its own.
function frame(name) {
  try {
    return name === "_parent" ? platform : platform?.frames[name];
  } catch {
    return undefined;
  }
}

// A frame that is not there under its name may be known to the platform under another.
async function frameFor(subject) {
  const known = frame(target);
  if (known) return known;
  const { supported_messages: supported } = await ask(platform, { subject: "lti.capabilities" });
  return frame(supported.find((each) => each.subject === subject).frame ?? "_parent");
}

async function speak(message) {
  return ask(await frameFor(message.subject), message);
}

if (step === "put") {
  await speak({ subject: "lti.put_data", key, value }).catch(() => {});
  window.location.replace(document.getElementById("go").href);
} else {
  const kept = await speak({ subject: "lti.get_data", key }).catch(() => ({}));
  const form = document.getElementById("go");
  form.elements.namedItem("value").value = typeof kept.value === "string" ? kept.value : "";
  form.submit();
}
