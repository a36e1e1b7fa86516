/** More values of one column are not described: danfojs copies every column several times. */
export const MOST_VALUES = 50_000;
