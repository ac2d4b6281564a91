// Puts the player in the place of the link on a click; before that nothing is asked of the other host.
for (const figure of document.querySelectorAll(".video[data-player]")) {
  const link = figure.querySelector(".video-link");
  link.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const player = document.createElement("iframe");
    player.src = figure.dataset.player;
    player.title = link.textContent.trim();
    player.lang = link.querySelector(".video-title").lang;
    player.allow = "fullscreen; picture-in-picture; encrypted-media";
    player.allowFullscreen = true;
    link.replaceWith(player);
    player.focus();
  });
}
