/** Cubic curves, for the arcs between sessions. Pure. */
export type Point = readonly [x: number, y: number];
export type Curve = readonly [Point, Point, Point, Point];

const between = ([ax, ay]: Point, [bx, by]: Point, share: number): Point => [
  ax + (bx - ax) * share,
  ay + (by - ay) * share,
];

/** What of a curve lies before a share of it, from 0 to 1 (de Casteljau). Its last point is on the curve. */
export function cutAt([a, b, c, d]: Curve, share: number): Curve {
  const [ab, bc, cd] = [between(a, b, share), between(b, c, share), between(c, d, share)];
  const [abc, bcd] = [between(ab, bc, share), between(bc, cd, share)];
  return [a, ab, abc, between(abc, bcd, share)];
}

/** The point at a share of a curve. */
export const pointOn = (curve: Curve, share: number): Point => cutAt(curve, share)[3];

/** As `d` of an SVG path. */
export const drawn = ([from, ...rest]: Curve) => `M${from}C${rest.join(' ')}`;
