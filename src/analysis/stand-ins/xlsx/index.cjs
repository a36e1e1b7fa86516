"use strict";

const leftOut = () => {
  throw new Error("xlsx is left out: workbooks are read and written by src/spreadsheet, not by danfojs");
};

exports.read = leftOut;
exports.writeFile = leftOut;
exports.utils = { sheet_to_json: leftOut, aoa_to_sheet: leftOut, book_new: leftOut, book_append_sheet: leftOut };
