const ORIGIN = { authority: "server", own: "seri anjungan" };
const PAPER = {
  printing: "sedang dicetak", printed: "tercetak", probably: "mungkin tercetak", sent: "terkirim ke printer",
  "paper-out": "kertas habis", "cover-open": "tutup terbuka", jam: "kertas tersangkut", hot: "printer panas",
  off: "printer mati", "in-doubt": "belum pasti tercetak",
};
const WELL = new Set(["printing", "printed", "probably", "sent"]);
const REASON = { help: "minta bantuan", "paper-out": "kertas habis", jam: "kertas tersangkut", printer: "printer bermasalah", ledger: "catatan tiket rusak, disisihkan" };
const DEVICE = {
  ready: "siap", unknown: "belum diketahui", "paper-low": "kertas hampir habis", "paper-out": "kertas habis",
  "cover-open": "tutup terbuka", jam: "tersangkut", hot: "panas", broken: "rusak", silent: "tidak menjawab",
  off: "mati", starting: "menyala", missing: "tidak ada", stalled: "macet",
};
const said = (words, key) => words[key] ?? key;

function cell(style, ...parts) {
  const made = element("td", undefined, style);
  made.append(...parts);
  return made;
}

function marks(ticket) {
  const found = [];
  if (ticket.state === "issued") found.push(element("span", "tercatat", "mark ok"));
  else if (ticket.unconfirmed) found.push(element("span", "belum terkonfirmasi", "mark hint"));
  else found.push(element("span", "diberikan", "mark"));
  if (ticket.priority) found.push(element("span", "prioritas", "mark hint"));
  if (ticket.paper) found.push(element("span", said(PAPER, ticket.paper), WELL.has(ticket.paper) ? "mark" : "mark hint"));
  if (ticket.reprints) found.push(element("span", `salinan ${ticket.reprints}×`, "mark"));
  if (ticket.channel === "booking") found.push(element("span", "daftar online", "mark"));
  if (ticket.booking_conflict) found.push(element("span", "pendaftaran ganda", "mark bad"));
  if (ticket.label_conflict) found.push(element("span", "nomor ganda", "mark bad"));
  return found;
}

const seen = new Set();
let first = true;

function ticketRow(ticket) {
  const row = element("tr");
  if (!first && !seen.has(ticket.id)) row.className = "new";
  seen.add(ticket.id);
  const label = element("td", ticket.label + (ticket.label_conflict ? "*" : ""), "label");
  row.append(label, cell("", ticket.service, element("small", ticket.agency)), cell("", clock(ticket.at)),
    cell("kiosk", ticket.kiosk, element("small", said(ORIGIN, ticket.origin))), cell("", ...marks(ticket)));
  return row;
}

function callItem(call) {
  const item = element("li");
  item.append(element("strong", said(REASON, call.reason)), element("small", `${call.kiosk}, layar ${call.screen}, pukul ${clock(call.at)}`));
  return item;
}

function deviceMark(name, state) {
  return element("span", `${name} ${said(DEVICE, state)}`, state === "ready" ? "mark ok" : "mark hint");
}

function paperMark(kiosk) {
  const low = kiosk.paper_percent <= 5 ? "mark bad" : kiosk.paper_percent <= 15 ? "mark hint" : "mark";
  return element("span", `kertas ${kiosk.paper_percent} %, sisa ~${kiosk.tickets_left} tiket`, low);
}

function printerWords(kiosk) {
  if (kiosk.printer_level === null) return "";
  return ` · printer ${kiosk.printer_model || "tanpa nama"}, bukti L${kiosk.printer_level}`;
}

const APPLICATION = {
  initialize: ["mulai", "hint"], unavailable: ["tidak melayani", "bad"], disabled: ["ditutup teknisi", "hint"],
  suspended: ["dibuka teknisi", "hint"], available: ["siap melayani", "ok"], active: ["sedang melayani", "ok"],
};
const NUMBERS = { "own-series": "seri sendiri", "not-reachable": "tidak ada nomor" };

function applicationMark(state) {
  const [words, style] = APPLICATION[state] ?? [state, "hint"];
  return element("span", words, `mark ${style}`);
}

function machineMarks(kiosk) {
  const found = [];
  const numbers = kiosk.components.find((one) => one.part === "numbers");
  if (numbers && numbers.reason !== "ok") found.push(element("span", said(NUMBERS, numbers.reason), "mark hint"));
  if (kiosk.disk_free_mb !== null && kiosk.disk_free_mb < 2000) found.push(element("span", `sisa disk ${kiosk.disk_free_mb} MB`, kiosk.disk_free_mb < 500 ? "mark bad" : "mark hint"));
  if (kiosk.celsius !== null && kiosk.celsius >= 70) found.push(element("span", `${kiosk.celsius} °C`, kiosk.celsius >= 85 ? "mark bad" : "mark hint"));
  if (Math.abs(kiosk.clock_off_ms) > 10000) found.push(element("span", `jam meleset ${Math.round(Math.abs(kiosk.clock_off_ms) / 1000)} dtk`, "mark bad"));
  if (kiosk.self_test?.codes.length) found.push(element("span", `uji mandiri: ${kiosk.self_test.codes.join(", ")}`, "mark hint"));
  if (kiosk.clock_trusted === false) found.push(element("span", "jam belum dipastikan", "mark hint"));
  return found;
}

function figures(kiosk) {
  const found = [];
  if (kiosk.last_print !== null) found.push(`cetak terakhir ${moment(kiosk.last_print)}`);
  if (kiosk.last_visit !== null) found.push(`kunjungan terakhir ${moment(kiosk.last_visit)}`);
  if (kiosk.disk_free_mb !== null) found.push(`disk ${(kiosk.disk_free_mb / 1024).toFixed(1).replace(".", ",")} GiB`);
  if (kiosk.celsius !== null) found.push(`${kiosk.celsius} °C`);
  for (const one of kiosk.printers) found.push(`${one.name}: ${said(DEVICE, one.state ?? "unknown")}, kertas ${one.paper_percent} %`);
  return found.concat(Object.values(kiosk.versions)).join(" · ");
}

function kioskItem(kiosk) {
  const item = element("li");
  item.append(element("strong", kiosk.kiosk + " "));
  if (kiosk.silent) item.append(element("span", "diam", "mark bad"));
  else if (kiosk.application !== null) item.append(applicationMark(kiosk.application));
  item.append(element("br"), deviceMark("printer", kiosk.printer), deviceMark("kamera", kiosk.camera));
  if (kiosk.scanner !== null) item.append(deviceMark("pemindai", kiosk.scanner));
  item.append(...machineMarks(kiosk));
  if (kiosk.paper_percent !== null) item.append(paperMark(kiosk));
  if (!kiosk.slot) item.append(element("span", "tanpa seri sendiri", "mark hint"));
  if (kiosk.quarantined) item.append(element("span", `${kiosk.quarantined} catatan disisihkan`, "mark bad"));
  if (kiosk.former) item.append(element("span", `${kiosk.former} catatan lama menunggu`, "mark hint"));
  const waiting = kiosk.outbox === 0 ? "semua terkirim" : `${kiosk.outbox} menunggu dikirim`;
  item.append(element("small", `${waiting} · versi ${kiosk.software}${printerWords(kiosk)} · pukul ${clock(kiosk.at)}`));
  const told = figures(kiosk);
  if (told) item.append(element("small", told));
  return item;
}

const GRADE = { A: "mark ok", B: "mark ok", C: "mark hint", D: "mark bad" };

function agencyItem(agency, enough) {
  const item = element("li");
  item.append(element("strong", agency.agency + " "));
  if (agency.index === null) item.append(element("span", "belum cukup", "mark"));
  else item.append(element("span", `${agency.grade} · ${agency.index.replace(".", ",")}`, GRADE[agency.grade]));
  const short = agency.surveys < enough ? ` dari ${enough} yang diperlukan` : "";
  item.append(element("small", `${agency.surveys} penilaian${short}`));
  return item;
}

function show(today) {
  byId("alerts").textContent = today.alerts ? `Peringatan: ${today.alerts} sedang berlangsung` : "Peringatan: tidak ada";
  byId("count").textContent = today.tickets_today;
  byId("when").textContent = `Diperbarui pukul ${clock(today.at)}`;
  fill("tickets", today.tickets.map(ticketRow));
  fill("calls", today.calls.map(callItem));
  fill("kiosks", today.kiosks.map(kioskItem));
  byId("bookings").textContent = `${today.bookings.booked} pendaftar, ${today.bookings.came} sudah datang`;
  first = false;
}

async function judge() {
  try {
    const reply = await fetch("/api/v1/satisfaction");
    if (!reply.ok) return;
    const found = await reply.json();
    fill("satisfaction", found.agencies.map((agency) => agencyItem(agency, found.enough)));
  } catch { /* the board tells that the server is silent */ }
}

live("/api/v1/today", show, judge);
