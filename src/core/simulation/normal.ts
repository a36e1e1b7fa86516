import { exp, log } from "./elementary.ts";

const polynomial = (coefficients: Float64Array, x: number): number => {
  let sum = 0;
  for (let index = 0; index < coefficients.length; index++) sum = sum * x + (coefficients[index] ?? 0);
  return sum;
};
/** A quotient of two polynomials, highest power first. */
interface Rational {
  readonly above: Float64Array;
  readonly below: Float64Array;
}
const rational = (above: readonly number[], below: readonly number[]): Rational => ({
  above: Float64Array.from(above),
  below: Float64Array.from(below),
});
const quotient = ({ above, below }: Rational, x: number): number => polynomial(above, x) / polynomial(below, x);

// Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23 (1969), in the form for Φ.
const cdfCentre = rational(
  [0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356],
  [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673],
);
const cdfFlank = rational(
  [
    1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
    2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
  ],
  [
    1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
    34900.95272114598, 38912.00328609327, 19685.429676859992,
  ],
);
const cdfTail = rational(
  [
    0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
    2.9112874951168793e-5,
  ],
  [1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5],
);
const CENTRE = 0.67448975;
const FLANK = 4 * Math.SQRT2;
const INVERSE_SQRT_TWO_PI = 0.3989422804014327;

/** Φ(−x) for x above the centre: e^(−x²/2) with the square split, so that its rounding does not count. */
function lowerTail(x: number): number {
  const cut = Math.floor(x * 16) / 16;
  const density = exp(-0.5 * cut * cut) * exp(-0.5 * (x - cut) * (x + cut));
  if (x <= FLANK) return density * quotient(cdfFlank, x);
  const square = 1 / (x * x);
  return (density * (INVERSE_SQRT_TWO_PI - square * quotient(cdfTail, square))) / x;
}

/** Φ(x), the standard normal distribution; relative error below 1e-14 from −37 up. */
export function normalCdf(x: number): number {
  const size = Math.abs(x);
  if (size <= CENTRE) return 0.5 + x * quotient(cdfCentre, x * x);
  const tail = size > 39 ? 0 : lowerTail(size);
  return x < 0 ? tail : 1 - tail;
}

// Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Appl. Statist. 37 (1988), PPND16.
const quantileCentre = rational(
  [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665,
  ],
  [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1,
  ],
);
const quantileFlank = rational(
  [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
);
const quantileTail = rational(
  [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
    1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
    0.1369298809227358, 0.599832206555888, 1,
  ],
);

/** Φ⁻¹(p); relative error below 1e-14 for p from 1e-300. 0 and 1 give −Infinity and Infinity, outside [0, 1] NaN. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : Number.NaN;
  const offset = p - 0.5;
  if (Math.abs(offset) <= 0.425) return offset * quotient(quantileCentre, 0.180625 - offset * offset);
  const root = Math.sqrt(-log(offset < 0 ? p : 1 - p));
  const size = root <= 5 ? quotient(quantileFlank, root - 1.6) : quotient(quantileTail, root - 5);
  return offset < 0 ? -size : size;
}
