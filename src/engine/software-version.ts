/** Version of the software as reports name it; the same as in package.json. */
export const softwareVersion = "0.1.0";
