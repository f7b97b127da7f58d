function alertItem(alert) {
  const item = element("li");
  item.append(element("strong", `${alert.kiosk} `));
  const style = alert.ended !== null ? "mark" : alert.urgent ? "mark bad" : "mark hint";
  item.append(element("span", alert.text, style));
  const span = alert.ended === null ? `sejak ${moment(alert.begun)}` : `${moment(alert.begun)} sampai ${moment(alert.ended)}`;
  item.append(element("small", alert.told ? span : `${span} · tidak dikirim (jam tenang)`));
  return item;
}

function hookItem(hook) {
  const item = element("li");
  item.append(element("strong", `${hook.name} `));
  if (hook.problem !== null) item.append(element("span", "tidak terjangkau", "mark bad"));
  if (hook.waiting) item.append(element("span", `${hook.waiting} menunggu`, "mark hint"));
  if (hook.given_up) item.append(element("span", `${hook.given_up} gagal terkirim`, "mark bad"));
  const last = hook.last_done === null ? "belum pernah menerima" : `terakhir menerima ${moment(hook.last_done)}`;
  item.append(element("small", hook.problem === null ? last : `${last} · ${hook.problem}`));
  return item;
}

function show(found) {
  const going = found.alerts.filter((alert) => alert.ended === null);
  byId("count").textContent = going.length;
  byId("when").textContent = `Diperbarui pukul ${clock(found.at)}`;
  fill("going", going.map(alertItem));
  fill("over", found.alerts.filter((alert) => alert.ended !== null).map(alertItem));
  fill("hooks", found.webhooks.map(hookItem));
}

live("/api/v1/alerts", show);
