// How layers look. Colours are tokens of the style sheet, so that a map follows the theme.
const ol = window.ol;
const FONT = "600 12px Inter, 'Segoe UI', Roboto, 'Noto Sans', system-ui, sans-serif";
const MARK_FONT = FONT.replace("600 12px", "700 15px");
const METRES_A_PIXEL = 156543; // At zoom 0, on the equator, in Web Mercator.
const LABEL_FROM = 12; // Zoom from which zones carry their names.

// Reads tokens as the browser resolves them for the current theme.
export class Palette {
  #known = new Map();
  #probe;

  constructor(panel) {
    this.#probe = panel.appendChild(document.createElement("span"));
    this.#probe.hidden = true;
  }

  colour(token) {
    if (!this.#known.has(token)) {
      this.#probe.style.color = `var(${token})`;
      this.#known.set(token, getComputedStyle(this.#probe).color);
    }
    return this.#known.get(token);
  }

  hatch() {
    if (!this.#known.has("hatch")) {
      const tile = Object.assign(document.createElement("canvas"), { width: 8, height: 8 });
      const pen = tile.getContext("2d");
      pen.fillStyle = this.colour("--no-data");
      pen.fillRect(0, 0, 8, 8);
      pen.strokeStyle = this.colour("--no-data-line");
      pen.lineWidth = 1.2;
      for (const shift of [-8, 0, 8]) {
        pen.moveTo(shift, 8);
        pen.lineTo(shift + 8, 0);
      }
      pen.stroke();
      this.#known.set("hatch", pen.createPattern(tile, "repeat"));
    }
    return this.#known.get("hatch");
  }

  forget() {
    this.#known.clear();
  }
}

export function layerStyle(layer, palette) {
  return { zones: zoneStyle, lines: lineStyle, points: pointStyle }[layer.kind](layer, palette);
}

// The class of a value: above its lower limit, up to and with its upper one.
export function classOf(limits, value) {
  let found = 0;
  while (found < limits.length - 2 && value > limits[found + 1]) found++;
  return found;
}

function zoneStyle(layer, palette) {
  const fill = (feature) => {
    if (!layer.property) return palette.colour("--surface");
    const value = feature.get(layer.property);
    if (!Number.isFinite(value)) return palette.hatch();
    return palette.colour(layer.tokens[classOf(layer.limits, value)]);
  };
  return (feature, resolution) => new ol.style.Style({
    fill: new ol.style.Fill({ color: fill(feature) }),
    stroke: new ol.style.Stroke({ color: palette.colour("--map-ground"), width: 1.5 }),
    text: resolution < METRES_A_PIXEL / 2 ** LABEL_FROM
      ? label(feature.get("name"), fill(feature), palette) : undefined,
  });
}

// Black or white, whichever reads better on the area, with a rim of the area's own colour.
function label(text, ground, palette) {
  const plain = typeof ground === "string" ? ground : palette.colour("--no-data");
  return new ol.style.Text({
    text, font: FONT, fill: new ol.style.Fill({ color: luminance(plain) > 0.18 ? "#000" : "#fff" }),
    stroke: new ol.style.Stroke({ color: plain, width: 3.5 }), padding: [2, 4, 2, 4], overflow: false });
}

// Relative luminance of WCAG 2.2 of an `rgb(…)` colour; above 0.18 black has the greater contrast.
function luminance(colour) {
  const [r, g, b] = colour.match(/[\d.]+/g).slice(0, 3).map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

// How each kind of stroke is drawn, from below upwards: a token or the line's own colour, a width, and
// dashes. The key of the map draws the same, in `mapLine.jte` and `map.css`.
const STROKES = {
  plain: [["--surface", 6.5], ["own", 3.5]],
  double: [["--surface", 10], ["--line-new", 7.5], ["--surface", 2]],
  dashed: [["--surface", 6.5], ["--line-gone", 3.5, [10, 7]]],
  dotted: [["--surface", 8], ["--line-gone", 5, [0.1, 9]]],
  road: [["--ink", 8], ["--surface", 4.5]],
};

function lineStyle(layer, palette) {
  const colour = (feature, token) => {
    if (token !== "own") return palette.colour(token);
    const own = feature.get(layer.colour);
    return /^#[0-9a-f]{6}$/i.test(own ?? "") ? own : palette.colour("--accent");
  };
  return (feature) => STROKES[layer.stroke].map(([token, width, lineDash], zIndex) =>
    new ol.style.Style({ zIndex, stroke: new ol.style.Stroke({
      color: colour(feature, token), width, lineDash, lineCap: lineDash?.[0] > 1 ? "butt" : "round" }) }));
}

const SHAPES = {
  circle: (size, look) => new ol.style.Circle({ radius: 5.5 * size, ...look }),
  square: (size, look) =>
    new ol.style.RegularShape({ points: 4, radius: 7 * size, angle: Math.PI / 4, ...look }),
  triangle: (size, look) => new ol.style.RegularShape({ points: 3, radius: 7.5 * size, ...look }),
  diamond: (size, look) => new ol.style.RegularShape({ points: 4, radius: 7.5 * size, ...look }),
};
const MARKS = {
  plus: { text: "+", colour: "--line-new" },
  dot: { text: "•", colour: "--line-new" },
  cross: { text: "×", colour: "--line-gone" },
};
const MARKED_SIZE = 1.6;

function pointStyle(layer, palette) {
  return (feature) => {
    const sign = layer.signs[feature.get(layer.property)] ?? { shape: "circle", mark: "none" };
    const mark = MARKS[sign.mark];
    return new ol.style.Style({
      zIndex: mark ? 1 : 0,
      image: SHAPES[sign.shape](mark ? MARKED_SIZE : 1, {
        fill: new ol.style.Fill({ color: palette.colour(mark?.colour ?? `--shape-${sign.shape}`) }),
        stroke: new ol.style.Stroke({ color: palette.colour("--surface"), width: 1.75 }) }),
      text: mark && new ol.style.Text({ text: mark.text, font: MARK_FONT, offsetY: 1,
        fill: new ol.style.Fill({ color: palette.colour("--surface") }) }) });
  };
}

export function selectionStyle(palette) {
  return () => [
    new ol.style.Style({ stroke: new ol.style.Stroke({ color: palette.colour("--surface"), width: 7 }) }),
    new ol.style.Style({
      stroke: new ol.style.Stroke({ color: palette.colour("--ink"), width: 3.5 }), zIndex: 1 }),
  ];
}

export function draftStyle(palette) {
  return (feature) => (feature.get("number")
    ? new ol.style.Style({
      image: new ol.style.Circle({ radius: 10, fill: new ol.style.Fill({ color: palette.colour("--ink") }),
        stroke: new ol.style.Stroke({ color: palette.colour("--surface"), width: 2 }) }),
      text: new ol.style.Text({ text: feature.get("number"), font: FONT,
        fill: new ol.style.Fill({ color: palette.colour("--surface") }) }), zIndex: 2 })
    : [
      new ol.style.Style({ stroke: new ol.style.Stroke({ color: palette.colour("--surface"), width: 7 }) }),
      new ol.style.Style({ stroke: new ol.style.Stroke({
        color: palette.colour("--ink"), width: 3.5, lineDash: [10, 6] }), zIndex: 1 }),
    ]);
}
