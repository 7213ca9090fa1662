// What the shell adds where scripts run: menus close on Escape and on a click elsewhere, and an error
// summary takes the focus, and paper tells the whole address. Everything works without it.
const menus = () => document.querySelectorAll("details.choice[open]");

document.addEventListener("click", (event) => {
  for (const menu of menus()) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

document.querySelector(".error-summary")?.focus();

// What is printed says where it came from.
document.querySelector("[data-address]").textContent = location.href.replace(/#.*/, "");
