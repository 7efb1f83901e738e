"""Reads the contrast of every visible text of the widget, as WCAG counts it, in the browser."""

from playwright.sync_api import Page

READ_WEAK = """
() => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const luminance = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let node = element; node; node = node.parentElement ?? node.getRootNode().host) {
      const [red, green, blue, alpha = 1] = channels(getComputedStyle(node).backgroundColor);
      if (alpha > 0.99) return [red, green, blue];
    }
    return [255, 255, 255];
  };
  const root = document.querySelector("[data-warmline]").shadowRoot;
  const weak = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const element = text.parentElement;
    if (!text.data.trim() || element.closest(".unseen")) continue;
    if (element.getClientRects().length === 0) continue;
    const front = luminance(channels(getComputedStyle(element).color));
    const back = luminance(behind(element));
    const ratio = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
    if (ratio < 4.5) weak.push(`${element.className}: ${ratio.toFixed(2)} "${text.data}"`);
  }
  return weak;
}
"""


def weak_contrasts(page: Page) -> list[str]:
    """Every text below 4.5 to 1, named."""
    found = page.evaluate(READ_WEAK)
    return [str(entry) for entry in found]
