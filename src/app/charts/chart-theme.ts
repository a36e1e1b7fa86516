/** Charts are set in the type of the page, which the drawing library would not ask for by itself. */
export const chartTheme = () => ({ textStyle: { fontFamily: getComputedStyle(document.body).fontFamily } });
