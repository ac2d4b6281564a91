"""Pelican's settings for the benchmark."""

SITENAME = "Kabar Kriya"
SITEURL = "https://benchmark.example"
PATH = "content"
OUTPUT_PATH = "output"
DELETE_OUTPUT_DIRECTORY = False
TIMEZONE = "Asia/Jakarta"
DEFAULT_LANG = "id"
DEFAULT_DATE_FORMAT = "%d-%m-%Y"
CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
CACHE_PATH = ".cache"
THEME = "theme"
THEME_STATIC_DIR = ""
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["gallery"]
MARKDOWN = {
    "extensions": ["tables", "footnotes", "attr_list", "def_list", "toc", "meta"],
    "output_format": "html",
}

ARTICLE_PATHS = ["berita"]
PAGE_PATHS = ["produk", "perajin", "halaman"]
STATIC_PATHS: list[str] = []
ARTICLE_URL = "berita/{slug}/"
ARTICLE_SAVE_AS = "berita/{slug}/index.html"
CATEGORY_URL = "berita/kategori/{slug}/"
CATEGORY_SAVE_AS = "berita/kategori/{slug}/index.html"
TAG_URL = "tag/{slug}/"
TAG_SAVE_AS = "tag/{slug}/index.html"
AUTHOR_SAVE_AS = ""
AUTHORS_SAVE_AS = ""
ARCHIVES_SAVE_AS = ""
CATEGORIES_SAVE_AS = ""
INDEX_SAVE_AS = "berita/index.html"
HOME_SAVE_AS = "index.html"
TAGS_SAVE_AS = "tag/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
DIRECT_TEMPLATES = ["index", "home", "tags", "sitemap"]
PAGINATED_TEMPLATES = {"index": 12, "category": 20, "tag": 20, "gallery": 24}
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/halaman/{number}/", "{base_name}/halaman/{number}/index.html"),
)

FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
FEED_ALL_RSS = "feed.xml"
FEED_MAX_ITEMS = 20
RSS_FEED_SUMMARY_ONLY = True
