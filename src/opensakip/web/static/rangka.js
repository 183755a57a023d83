/* Ctrl+K (or Cmd+K): to the search box from anywhere. Without this script the box is reached like any other. */
document.addEventListener("keydown", (kejadian) => {
  if (kejadian.key !== "k" || !(kejadian.ctrlKey || kejadian.metaKey) || kejadian.altKey || kejadian.shiftKey) return;
  const kotak = document.getElementById("q-isi") || document.getElementById("q-kepala");
  if (!kotak) return;
  kejadian.preventDefault();
  if (kotak.offsetParent === null) {
    window.location.assign(kotak.form.action);
    return;
  }
  kotak.focus();
  kotak.select();
});
