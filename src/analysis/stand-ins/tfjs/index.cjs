"use strict";

const leftOut = (name) => () => {
  throw new Error(
    `${name} of TensorFlow is left out: danfojs serves plain statistics here, nothing that needs tensors`,
  );
};

/** danfojs asks of every column whether it is one of these. */
exports.Tensor = function Tensor() {};
exports.scalar = leftOut("scalar");
exports.tensor1d = leftOut("tensor1d");
exports.tensor2d = leftOut("tensor2d");
exports.moments = leftOut("moments");
exports.data = { array: leftOut("data.array") };
