/** Where the tabs of a page do not fit a phone, the one that is open stands in sight; the page itself stays where it is. */
export function showCurrentTab(tabs: HTMLElement | null): void {
  const tab = tabs?.querySelector<HTMLElement>('[aria-current="page"]');
  if (tabs && tab) tabs.scrollLeft = tab.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - tab.offsetWidth) / 2;
}
