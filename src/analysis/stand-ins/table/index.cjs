"use strict";

exports.table = () => {
  throw new Error("table is left out: danfojs prints nothing here");
};
