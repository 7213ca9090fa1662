// Says how far the runs are to those who do not see it: a live region that stays where it is, and is
// written only when there is something new to say.
const region = document.querySelector("[data-said]");

function say() {
  const news = document.getElementById("news").textContent.trim();
  if (region.textContent !== news) region.textContent = news;
}

document.body.addEventListener("htmx:afterRequest", say);
say();
