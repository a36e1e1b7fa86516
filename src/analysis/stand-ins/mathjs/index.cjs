"use strict";

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of a sample: divided by one less than the count; of one value 0, as in mathjs. */
function variance(values) {
  if (values.length === 1) return 0;
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}

function median(values) {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Every value that occurs most often. */
function mode(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts].filter(([, count]) => count === most).map(([value]) => value);
}

exports.mean = mean;
exports.variance = variance;
exports.std = (values) => Math.sqrt(variance(values));
exports.median = median;
exports.mode = mode;
