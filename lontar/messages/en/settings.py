"""English: settings, templates and calls."""

TEXTS: dict[str, tuple[str, str]] = {
    "budget": (
        "the page {url} is too heavy: {part} {found} kB, at most {limit} kB; its biggest parts: {parts}",
        "make it lighter, or change the limit at budgets: {kind}: in site_config.yaml",
    ),
    "@budget-html": ("HTML", ""),
    "@budget-css": ("CSS", ""),
    "@budget-js": ("JavaScript", ""),
    "@budget-fonts": ("fonts", ""),
    "@budget-images": ("picture of the first view", ""),
    "config-missing": (
        "there is no site_config.yaml in {folder}",
        "make one, or name the folder with --root",
    ),
    "root-missing": ("this folder does not exist", "check --root"),
    "templates-missing": ("there is no folder of templates", "check --templates"),
    "output-over-sources": (
        "the output folder would overwrite {found}",
        "choose another folder with --output",
    ),
    "results-format": (
        "the survey results are of no known format ({reason})",
        "make them anew with python -m lontar.survey snapshot, or delete the file",
    ),
    "word-missing": ("the word “{key}” is missing", "add it; another language has it"),
    "words-missing": ("there are no words for language “{lang}”", "make templates/words/{lang}.yaml"),
    "word-unknown": ("the engine needs the word “{key}”", "add it to every file in templates/words/"),
    "asset-missing": (
        "the style sheet refers to {found}, which does not exist",
        "check the address in url(…)",
    ),
    "template-syntax": (
        "the template cannot be read: {reason}",
        "check {{% %}} and {{{{ }}}} around this line",
    ),
    "template-missing": ("there is no template {found}", "check the name in extends, include or import"),
    "template-undefined": (
        "the template uses a value that does not exist: {reason}",
        "docs/templates.md lists the values there are",
    ),
    "template-fails": ("the template fails: {reason}", "docs/templates.md tells the shape of its values"),
    "template-dynamic": (
        "an include, extends or import with a computed name",
        "write the name itself in quotation marks",
    ),
    "executor-unknown": (
        "“{found}” is not the address of a cluster",
        "write dask://host:port, e.g. dask://192.0.2.7:8786",
    ),
    "executor-missing": (
        "the library for clusters is not installed",
        "run: pip install 'lontar[cluster]'",
    ),
    "executor-unreachable": (
        "the cluster {found} does not answer",
        "check the address, and that a dask scheduler runs there",
    ),
    "executor-empty": (
        "the cluster {found} has no workers",
        "start a dask worker that connects to it",
    ),
    "executor-differs": (
        "the worker {found} has another version of Lontar, its libraries or Python",
        "install the same version on all machines",
    ),
    "executor-blind": (
        "the worker {found} does not see the folder of the site or of the cache",
        "share both folders under the same path on all machines",
    ),
}
