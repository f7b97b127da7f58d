"use strict";
const byId = (id) => document.getElementById(id);
const clock = (text) => text.slice(11, 16).replace(":", ".");
const moment = (text) => `${text.slice(8, 10)}-${text.slice(5, 7)} ${clock(text)}`;

function element(tag, text, style) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (style) made.className = style;
  return made;
}

function fill(name, items) {
  byId(name).replaceChildren(...items);
  byId(`no-${name}`).hidden = items.length > 0;
}

// Shows what an address tells: now, when central hints at a change, and every half minute.
function live(address, show, also = () => {}) {
  let busy = false;
  let again = false;

  async function refresh() {
    if (busy) { again = true; return; }
    busy = true;
    try {
      const reply = await fetch(address);
      if (reply.ok) show(await reply.json());
    } catch {
      byId("when").textContent = "Server tidak menjawab; mencoba lagi…";
    }
    busy = false;
    if (again) { again = false; setTimeout(refresh, 300); }
  }

  const hints = new EventSource("/events");
  hints.addEventListener("open", refresh);
  hints.addEventListener("today", refresh);
  hints.addEventListener("error", () => { byId("when").textContent = "Sambungan terputus; menyambung lagi…"; });
  setInterval(() => { refresh(); also(); }, 30000);
  refresh();
  also();
}
