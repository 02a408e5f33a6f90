// Our own mark: a dial whose four quarters are the four topic colours. Drawn once as SVG, once as pixels for favicon.ico.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { deflateSync } from "node:zlib";

const COLOURS = ["#d55e00", "#b0568b", "#0072b2", "#008763"]; // clockwise from twelve o'clock
const MIDDLE = 32;
const RADIUS = 23;
const WIDTH = 14;
const GAP = 2.5; // between quarters, in the units of the 64 × 64 drawing
const SIZES = [16, 32, 48];
const SAMPLES = 8; // a side, for smooth edges

/** Write logo.svg and favicon.ico. */
export function buildLogo(_here, assets) {
  writeFileSync(path.join(assets, "logo.svg"), logoSvg());
  writeFileSync(path.join(assets, "favicon.ico"), icoOf(SIZES.map((size) => ({ size, png: pngOf(size) }))));
}

function logoSvg() {
  const half = Math.asin(GAP / 2 / RADIUS);
  const at = (angle) => `${round(MIDDLE + RADIUS * Math.sin(angle))} ${round(MIDDLE - RADIUS * Math.cos(angle))}`;
  const arcs = COLOURS.map((colour, quarter) => {
    const start = (quarter * Math.PI) / 2 + half;
    const stop = ((quarter + 1) * Math.PI) / 2 - half;
    return `  <path d="M${at(start)}A${RADIUS} ${RADIUS} 0 0 1 ${at(stop)}" stroke="${colour}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" fill="none" stroke-width="${WIDTH}">\n${arcs.join("\n")}\n</svg>\n`;
}

/** Colour of the drawing at a point, or null outside the ring. */
function colourAt(x, y) {
  const [dx, dy] = [x - MIDDLE, y - MIDDLE];
  const distance = Math.hypot(dx, dy);
  if (distance < RADIUS - WIDTH / 2 || distance > RADIUS + WIDTH / 2) return null;
  if (Math.min(Math.abs(dx), Math.abs(dy)) < GAP / 2) return null;
  const quarter = dx > 0 ? (dy < 0 ? 0 : 1) : dy > 0 ? 2 : 3;
  return [1, 3, 5].map((start) => parseInt(COLOURS[quarter].slice(start, start + 2), 16));
}

function pngOf(size) {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const sum = [0, 0, 0];
      let hits = 0;
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
        const x = ((column + ((sample % SAMPLES) + 0.5) / SAMPLES) * 64) / size;
        const y = ((row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) * 64) / size;
        const colour = colourAt(x, y);
        if (!colour) continue;
        hits += 1;
        colour.forEach((value, channel) => { sum[channel] += value; });
      }
      const offset = row * (size * 4 + 1) + 1 + column * 4;
      sum.forEach((value, channel) => { rows[offset + channel] = hits ? Math.round(value / hits) : 0; });
      rows[offset + 3] = Math.round((hits * 255) / (SAMPLES * SAMPLES));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits a channel, RGBA
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function icoOf(images) {
  const directory = Buffer.alloc(6 + images.length * 16);
  directory.set([0, 0, 1, 0, images.length, 0]);
  let offset = directory.length;
  images.forEach(({ size, png }, index) => {
    const entry = 6 + index * 16;
    directory.set([size, size, 0, 0, 1, 0, 32, 0], entry);
    directory.writeUInt32LE(png.length, entry + 8);
    directory.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([directory, ...images.map(({ png }) => png)]);
}

const round = (value) => Math.round(value * 100) / 100;
