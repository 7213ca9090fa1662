// Opens every map panel of the page: draws its layers, moves by mouse, finger and keyboard, and keeps
// the selection in step with the table that says the same. OpenLayers is the global `ol`.
//
// Events on the panel: `trama:select` {id}; `trama:pick` {id, name} when a point is chosen, which a
// listener takes by preventDefault(); else `trama:place` {lon, lat}.
import { Palette, layerStyle, draftStyle, selectionStyle } from "./map-style.js";
import { LinkedTable } from "./map-table.js";

const ol = window.ol;
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
const MOVE_MS = still ? 0 : 250;
const HIT_PIXELS = 7;
const PADDING = [24, 72, 24, 24]; // The buttons stand at the right.
const projection = { dataProjection: "EPSG:4326", featureProjection: "EPSG:3857" };

for (const panel of document.querySelectorAll("[data-map]")) open(panel);

async function open(panel) {
  const config = JSON.parse(panel.dataset.map);
  const view = panel.querySelector(".map-view");
  await laidOut(view);
  const palette = new Palette(panel);
  const selection = new ol.layer.Vector({
    source: new ol.source.Vector(), style: selectionStyle(palette), zIndex: 50 });
  const draft = new ol.layer.Vector({
    source: new ol.source.Vector(), style: draftStyle(palette), zIndex: 60 });
  const layers = config.layers.map((layer, i) => new ol.layer.Vector({
    source: new ol.source.Vector(), style: layerStyle(layer, palette), zIndex: i + 1,
    declutter: layer.kind === "zones", properties: { kind: layer.kind } }));
  const grid = graticule(palette);
  const map = new ol.Map({
    layers: [grid, ...layers, selection, draft],
    controls: [new ol.control.ScaleLine()],
    interactions: ol.interaction.defaults
      .defaults({ mouseWheelZoom: false, zoomDuration: MOVE_MS, ...(still && { kinetic: undefined }) })
      .extend([new ol.interaction.MouseWheelZoom({
        condition: ol.events.condition.focus, duration: MOVE_MS })]),
    view: new ol.View({ center: [0, 0], zoom: 2, maxZoom: 19 }),
  });
  // While it has no size, for whatever reason, it keeps the one it had.
  const updateSize = map.updateSize.bind(map);
  map.updateSize = () => { if (hasSize(view)) updateSize(); };
  map.setTarget(view);
  const whole = ol.proj.transformExtent(config.extent, "EPSG:4326", "EPSG:3857");
  const fit = (extent, ms = MOVE_MS) =>
    map.getView().fit(extent, { padding: PADDING, duration: ms });
  fit(whole, 0);

  const state = { panel, config, map, layers, selection, draft, whole, fit };
  try {
    await Promise.all(config.layers.map(async (layer, i) => {
      const answer = await fetch(layer.url, { headers: { Accept: "application/geo+json" } });
      if (!answer.ok) throw new Error(`${layer.url}: ${answer.status}`);
      const features = new ol.format.GeoJSON(projection).readFeatures(await answer.json());
      layers[i].getSource().addFeatures(features);
    }));
  } catch (failure) {
    panel.querySelector("[data-status]").textContent = config.words.failed;
    console.warn(failure.message);
    return;
  }
  select(state);
  tools(state);
  drafts(state);
  const redraw = () => {
    palette.forget();
    for (const layer of map.getLayers().getArray()) layer.changed();
    map.updateSize();
    map.renderSync();
  };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  // Paper is light whatever the screen is, has a size of its own, and shows the whole.
  let seen = null;
  matchMedia("print").addEventListener("change", ({ matches: paper }) => {
    const current = map.getView();
    if (paper) seen = { center: current.getCenter(), resolution: current.getResolution() };
    grid.setVisible(!paper);
    map.updateSize();
    if (paper) {
      current.fit(whole, { padding: [12, 12, 12, 12] });
    } else if (seen) {
      current.setCenter(seen.center);
      current.setResolution(seen.resolution);
    }
    redraw();
  });
  map.once("rendercomplete", () => { panel.dataset.ready = "true"; });
  map.render();
}

// A map can only be drawn where it has a size: not in a closed detail, nor before its style sheet.
function laidOut(element) {
  return new Promise((resolve) => {
    const observer = new ResizeObserver(() => {
      if (!hasSize(element)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(element);
  });
}

function hasSize(element) {
  return element.clientWidth > 0 && element.clientHeight > 0;
}

function graticule(palette) {
  return new ol.layer.Graticule({
    strokeStyle: new ol.style.Stroke({ color: palette.colour("--line"), width: 1 }),
    targetSize: 140, showLabels: false, wrapX: false, zIndex: 0 });
}

function zones(state) {
  return state.layers.filter((l) => l.get("kind") === "zones")
    .flatMap((l) => l.getSource().getFeatures());
}

// Selection by click, by key or from the table.
function select(state) {
  const { panel, config, map, selection } = state;
  const popup = new ol.Overlay({
    element: panel.querySelector(".map-popup"), positioning: "bottom-center", offset: [0, -12],
    autoPan: { animation: { duration: MOVE_MS }, margin: 16 } });
  map.addOverlay(popup);
  const status = panel.querySelector("[data-status]");
  const byId = new Map(zones(state).map((f) => [String(f.getId()), f]));
  // Two maps may share a table: each takes the rows of what it shows.
  const table = new LinkedTable(document.getElementById(config.table), config.words,
    (id) => byId.has(id), (id) => choose(id, true));
  let current = null;

  function choose(id, fromTable = false) {
    const feature = byId.get(id);
    if (!feature) return;
    current = id;
    selection.getSource().clear();
    selection.getSource().addFeature(new ol.Feature(feature.getGeometry()));
    table.mark(id, fromTable);
    const name = feature.get("name") ?? id;
    const told = [name, ...table.facts(id).map(([key, value]) => `${key}: ${value}`)].join(". ");
    status.textContent = config.words.selected.replace("{0}", told);
    fill(popup.getElement(), name, table.facts(id));
    const extent = feature.getGeometry().getExtent();
    const seen = ol.extent.containsExtent(map.getView().calculateExtent(), extent);
    if (fromTable && !seen) state.fit(extent);
    popup.getElement().hidden = false;
    popup.setPosition(anchor(feature));
    panel.dispatchEvent(new CustomEvent("trama:select", { bubbles: true, detail: { id } }));
  }

  function clear() {
    if (current === null) return;
    current = null;
    selection.getSource().clear();
    table.mark(null);
    popup.setPosition(undefined);
    popup.getElement().hidden = true;
    status.textContent = config.words.cleared;
  }

  function fill(box, name, facts) {
    const heading = Object.assign(document.createElement("h3"), { textContent: name });
    const close = Object.assign(document.createElement("button"), { type: "button", textContent: "×" });
    close.setAttribute("aria-label", config.words.close);
    close.addEventListener("click", () => { clear(); panel.querySelector(".map-view").focus(); });
    const list = document.createElement("dl");
    for (const [key, value] of facts) {
      list.append(Object.assign(document.createElement("dt"), { textContent: key }));
      list.append(Object.assign(document.createElement("dd"), { textContent: value }));
    }
    box.replaceChildren(heading, close, list);
  }

  const at = (pixel) => {
    const hit = (kind) => map.forEachFeatureAtPixel(pixel, (f) => f,
      { hitTolerance: HIT_PIXELS, layerFilter: (l) => l.get("kind") === kind });
    return { point: hit("points"), zone: hit("zones") };
  };
  // Whether somebody took it.
  const pick = (point) => !panel.dispatchEvent(new CustomEvent("trama:pick", {
    bubbles: true, cancelable: true, detail: { id: String(point.getId()), name: point.get("name") } }));
  const act = (pixel) => {
    const { point, zone } = at(pixel);
    const [lon, lat] = ol.proj.toLonLat(map.getCoordinateFromPixel(pixel));
    if (point && pick(point)) return;
    panel.dispatchEvent(new CustomEvent("trama:place", { bubbles: true, detail: { lon, lat } }));
    if (zone) choose(String(zone.getId()));
    else clear();
  };
  map.on("singleclick", (event) => act(event.pixel));
  map.on("pointermove", (event) => {
    if (event.dragging) return;
    const { point, zone } = at(event.pixel);
    map.getTargetElement().style.cursor = point || zone ? "pointer" : "";
  });

  // N and P go through the rows of the table; on a map of which points are picked, through its points
  // by name: each comes to the middle, where Return picks it.
  const order = table.ids();
  const points = state.layers.filter((l) => l.get("kind") === "points" && !order.length)
    .flatMap((l) => l.getSource().getFeatures())
    .sort((a, b) => String(a.get("name")).localeCompare(String(b.get("name")), document.documentElement.lang));
  let middle = -1;
  const toPoint = (by) => {
    middle = (Math.max(middle, by < 0 ? 0 : -1) + by + points.length) % points.length;
    map.getView().setCenter(points[middle].getGeometry().getCoordinates());
    map.renderSync();
    status.textContent = config.words.middle.replace("{0}", points[middle].get("name"));
  };
  const step = (by) => {
    if (points.length) toPoint(by);
    else if (order.length) choose(order[(Math.max(order.indexOf(current), by < 0 ? 0 : -1) + by + order.length) % order.length]);
  };
  panel.querySelector(".map-view").addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const keys = {
      n: () => step(1),
      p: () => step(-1),
      0: () => state.fit(state.whole),
      Escape: clear,
      Enter: () => {
        const centre = map.getView().getCenter();
        const there = points[middle]?.getGeometry().getCoordinates();
        if (there?.every((part, i) => part === centre[i])) pick(points[middle]);
        else act(map.getPixelFromCoordinate(centre));
      },
    };
    const action = keys[event.key] ?? keys[event.key.toLowerCase()];
    if (action) { event.preventDefault(); action(); }
  });
}

function anchor(feature) {
  const geometry = feature.getGeometry();
  if (geometry.getType() === "Polygon") return geometry.getInteriorPoint().getCoordinates();
  if (geometry.getType() === "MultiPolygon") return geometry.getInteriorPoints().getFirstCoordinate();
  return ol.extent.getCenter(geometry.getExtent());
}

function tools({ panel, map, whole, fit }) {
  const bar = panel.querySelector(".map-tools");
  const zoom = (by) => map.getView().animate({ zoom: map.getView().getZoom() + by, duration: MOVE_MS });
  const actions = { in: () => zoom(1), out: () => zoom(-1), whole: () => fit(whole) };
  for (const button of bar.querySelectorAll("button")) {
    button.addEventListener("click", actions[button.dataset.do]);
  }
  bar.hidden = false;
}

// What a form is drawing: the picked points joined in order, or the placed point. A form says so with
// `trama:draft` on the panel: {ids} or {lon, lat}.
function drafts({ panel, layers, draft }) {
  const points = new Map(layers.filter((l) => l.get("kind") === "points")
    .flatMap((l) => l.getSource().getFeatures()).map((f) => [String(f.getId()), f]));
  const drawn = { line: [], place: [] };
  panel.addEventListener("trama:draft", ({ detail }) => {
    if (detail.ids) {
      const places = detail.ids.filter((id) => points.has(id))
        .map((id) => points.get(id).getGeometry().getCoordinates());
      drawn.line = places.map((place, i) =>
        new ol.Feature({ geometry: new ol.geom.Point(place), number: String(i + 1) }));
      if (places.length > 1) drawn.line.push(new ol.Feature(new ol.geom.LineString(places)));
      panel.dataset.draft = String(places.length);
    } else {
      const place = ol.proj.fromLonLat([detail.lon, detail.lat]);
      drawn.place = [new ol.Feature({ geometry: new ol.geom.Point(place), number: "+" })];
    }
    draft.getSource().clear();
    draft.getSource().addFeatures([...drawn.line, ...drawn.place]);
  });
  panel.dispatchEvent(new CustomEvent("trama:open", { bubbles: true }));
}
