// Ordered choices and placed points without a round trip: the same steps that the server takes when a
// button sends the form, taken here, and on the map where there is one.
const redraw = (map, detail) =>
  document.getElementById(map)?.dispatchEvent(new CustomEvent("trama:draft", { detail }));

function say(field, key, ...values) {
  field.querySelector("[data-said]").textContent =
    values.reduce((text, value, i) => text.replace(`{${i}}`, value), field.dataset[key]);
}

for (const field of document.querySelectorAll("[data-picks]")) {
  const { picks: name, picksMap: map, picksUp: up, picksRemove: remove } = field.dataset;
  const list = field.querySelector("ol");
  const select = field.querySelector("select");
  const ids = () => [...list.querySelectorAll("input")].map((input) => input.value);

  // What became of a step, for those who do not see it.
  const said = (key, label) => say(field, key, label, ids().length);

  const item = (id, label) => {
    const li = document.createElement("li");
    li.append(Object.assign(document.createElement("input"), { type: "hidden", name, value: id }));
    li.append(Object.assign(document.createElement("span"), { textContent: label }));
    for (const [sign, words, step] of [["↑", up, "up"], ["×", remove, "remove"]]) {
      const button = Object.assign(document.createElement("button"),
        { className: "button second", name: "step", textContent: sign });
      button.setAttribute("aria-label", `${words}: ${label}`);
      button.dataset.step = step;
      li.append(" ", button);
    }
    return li;
  };
  const number = () => [...list.children].forEach((li, i) => {
    const [first, second] = li.querySelectorAll("button");
    first.value = `up:${i}`;
    second.value = `remove:${i}`;
  });
  const changed = () => {
    number();
    redraw(map, { ids: ids() });
    field.dispatchEvent(new CustomEvent("trama:picks", { bubbles: true, detail: { ids: ids() } }));
  };
  const add = (id, label) => {
    if (!id) return;
    if (ids().includes(id)) {
      said("saidKnown", label);
      return;
    }
    list.append(item(id, label));
    changed();
    said("saidAdded", label);
  };

  field.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=step]");
    if (!button) return;
    event.preventDefault();
    const li = button.closest("li");
    if (button.value === "add") {
      add(select.value, select.selectedOptions[0].textContent.trim());
      return;
    }
    const label = li.querySelector("span").textContent.trim();
    if (button.value.startsWith("remove")) {
      (li.nextElementSibling ?? li.previousElementSibling ?? field).querySelector("button, select").focus();
      li.remove();
      changed();
      said("saidRemoved", label);
      return;
    }
    if (li.previousElementSibling) li.previousElementSibling.before(li);
    button.focus();
    changed();
    say(field, "saidUp", label, ids().indexOf(li.querySelector("input").value) + 1);
  });
  const panel = document.getElementById(map);
  panel?.addEventListener("trama:pick", (event) => {
    const known = [...select.options].find((o) => o.value === event.detail.id);
    if (!known) return;
    event.preventDefault();
    add(event.detail.id, known.textContent.trim());
  });
  panel?.addEventListener("trama:open", () => redraw(map, { ids: ids() }));
}

for (const field of document.querySelectorAll("[data-place-map]")) {
  const map = field.dataset.placeMap;
  const [lon, lat] = ["lon", "lat"].map((part) => field.querySelector(`[name$="${part}"]`));
  const show = () => {
    const place = { lon: Number(lon.value), lat: Number(lat.value) };
    const given = lon.value && lat.value && Number.isFinite(place.lon) && Number.isFinite(place.lat);
    if (given) redraw(map, place);
  };
  document.getElementById(map)?.addEventListener("trama:place", ({ detail }) => {
    lon.value = detail.lon.toFixed(6);
    lat.value = detail.lat.toFixed(6);
    show();
    say(field, "saidPlace", lat.value, lon.value);
  });
  document.getElementById(map)?.addEventListener("trama:open", show);
  field.addEventListener("change", show);
}
