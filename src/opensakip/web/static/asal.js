/* Opens "Dari mana angka ini?" in place. Without this script every figure is a plain link to its own page.
   The panel is cut out of that very page, so there is no second address to keep. */
(() => {
  "use strict";
  const tersimpan = new Map();
  let terbuka = null;

  const ambil = async (alamat) => {
    if (!tersimpan.has(alamat)) {
      const jawaban = await fetch(alamat, { headers: { Accept: "text/html" } });
      if (!jawaban.ok) throw new Error(String(jawaban.status));
      const dokumen = new DOMParser().parseFromString(await jawaban.text(), "text/html");
      const panel = dokumen.getElementById("asal");
      if (!panel) throw new Error("panel");
      tersimpan.set(alamat, panel);
    }
    return document.importNode(tersimpan.get(alamat), true);
  };

  const tutup = (fokus) => {
    if (!terbuka) return;
    terbuka.wadah.remove();
    terbuka.tautan.removeAttribute("aria-expanded");
    if (fokus) terbuka.tautan.focus();
    terbuka = null;
  };

  const tempatkan = (tautan, panel) => {
    const baris = tautan.closest("tr");
    if (!baris) {
      const butir = tautan.closest("li");
      panel.classList.add("panel-sisip");
      if (butir) butir.append(panel);
      else (tautan.closest(".ringkas, .cabang, p") || tautan.parentElement).after(panel);
      return panel;
    }
    const wadah = document.createElement("tr");
    wadah.className = "baris-asal";
    const sel = wadah.insertCell();
    sel.colSpan = [...baris.cells].reduce((n, c) => n + c.colSpan, 0);
    sel.append(panel);
    baris.after(wadah);
    return wadah;
  };

  const buka = async (tautan) => {
    const panel = await ambil(tautan.href);
    tutup(false);
    panel.removeAttribute("id");
    panel.removeAttribute("aria-labelledby");
    panel.querySelectorAll("[id]").forEach((unsur) => unsur.removeAttribute("id"));
    const judul = panel.querySelector("h2");
    panel.setAttribute("aria-label", judul.textContent);
    judul.tabIndex = -1;
    const alat = document.createElement("p");
    alat.className = "panel-alat";
    const tombol = document.createElement("button");
    tombol.type = "button";
    tombol.className = "tombol kedua kecil";
    tombol.textContent = document.body.dataset.tutup;
    tombol.addEventListener("click", () => tutup(true));
    const penuh = document.createElement("a");
    penuh.className = "tombol kedua kecil";
    penuh.href = tautan.href;
    penuh.textContent = document.body.dataset.penuh;
    alat.append(tombol, penuh);
    panel.append(alat);
    terbuka = { tautan, wadah: tempatkan(tautan, panel) };
    tautan.setAttribute("aria-expanded", "true");
    judul.focus();
  };

  document.addEventListener("click", (kejadian) => {
    const tautan = kejadian.target.closest("a.asal");
    if (!tautan || kejadian.button || kejadian.ctrlKey || kejadian.metaKey || kejadian.shiftKey || kejadian.altKey) return;
    kejadian.preventDefault();
    if (terbuka && terbuka.tautan === tautan) {
      tutup(true);
      return;
    }
    buka(tautan).catch(() => { window.location.assign(tautan.href); });
  });

  document.addEventListener("keydown", (kejadian) => {
    if (kejadian.key === "Escape") tutup(true);
  });
})();
