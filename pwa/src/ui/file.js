/** Gives a text to the person as a file, where the browser keeps its downloads. */

/**
 * @param {string} name - with its ending; it says nothing about health
 * @param {string} text
 * @param {string} type - such as application/json
 */
export function giveFile(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // A slow phone is still reading it when the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
