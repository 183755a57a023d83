/* Small help on the pages of planning: rows that were sent fold in place, and a button that prints.
   Without this script branches open by links and the browser prints by its own menu. */
(() => {
  "use strict";
  const dalam = (baris) => Number(baris.dataset.t);

  document.querySelectorAll("table.tt").forEach((tabel) => {
    const baris = [...tabel.tBodies[0].rows];
    baris.forEach((satu, n) => {
      const bawah = [];
      for (let i = n + 1; i < baris.length && dalam(baris[i]) > dalam(satu); i += 1) bawah.push(baris[i]);
      const daun = satu.querySelector(".daun");
      if (!bawah.length || !daun) return;
      const nama = satu.cells[0].textContent.trim();
      const tombol = document.createElement("button");
      tombol.type = "button";
      tombol.className = "buka";
      const tulis = (terbuka) => {
        tombol.setAttribute("aria-expanded", String(terbuka));
        tombol.setAttribute("aria-label", `${terbuka ? tabel.dataset.lipat : tabel.dataset.buka} ${nama}`);
        tombol.textContent = terbuka ? "–" : "+";
      };
      tombol.addEventListener("click", () => {
        const buka = tombol.getAttribute("aria-expanded") === "false";
        let lewat = Infinity;
        bawah.forEach((b) => {
          if (dalam(b) > lewat) return;
          lewat = Infinity;
          b.hidden = !buka;
          const lain = b.querySelector("button.buka");
          if (buka && lain && lain.getAttribute("aria-expanded") === "false") lewat = dalam(b);
        });
        tulis(buka);
      });
      tulis(true);
      daun.replaceWith(tombol);
    });
  });

  document.querySelectorAll("[data-cetak]").forEach((tempat) => {
    const tombol = document.createElement("button");
    tombol.type = "button";
    tombol.className = "tombol kedua";
    tombol.textContent = tempat.dataset.cetak;
    tombol.addEventListener("click", () => window.print());
    tempat.append(tombol);
  });
})();
