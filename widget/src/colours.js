/** The site's own colour, with letters on it that can be read. */

/** Custom properties for an accent such as "#2f6b4f"; white or black is always above 4.5 to 1. */
export function accentProperties(colour) {
  const lightness = luminance(colour);
  const withWhite = 1.05 / (lightness + 0.05);
  const withBlack = (lightness + 0.05) / 0.05;
  return { "--accent": colour, "--on-accent": withWhite >= withBlack ? "#ffffff" : "#000000" };
}

/** Relative luminance as WCAG defines it. */
function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
