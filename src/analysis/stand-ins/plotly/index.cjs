"use strict";

exports.newPlot = () => {
  throw new Error("Plotly is left out: charts are drawn by the page, not by danfojs");
};
