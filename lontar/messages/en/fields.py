"""English: fields of records."""

TEXTS: dict[str, tuple[str, str]] = {
    "field-missing": ("field “{field}” is missing", "add a line {key}: …"),
    "field-unknown": ("field “{field}” is not known", "known ones: {allowed}."),
    "choice": ("field “{field}” cannot be “{found}”", "choose one of: {allowed}."),
    "type": ("field “{field}” holds “{found}”", "write {expected}"),
    "range": ("field “{field}” is {found}", "it has to be {limit}"),
    "too-long": ("field “{field}” is too long", "at most {limit}"),
    "too-short": ("field “{field}” is too short", "at least {limit}"),
    "one-line": ("field “{field}” has more than one line", "write it on one line"),
    "slug-value": (
        "field “{field}” cannot be “{found}”",
        "use lower-case letters, digits and hyphens, such as batik-jono",
    ),
    "moment": (
        "field “{field}” is no date: “{found}”",
        "write year-month-day as in the calendar, such as 2025-11-26 or 2025-11-26 09:00",
    ),
    "url-path": (
        "field “{field}” is no address on this site: “{found}”",
        "begin with a slash, such as /old-news/",
    ),
    "web-address": (
        "field “{field}” is no web address: “{found}”",
        "write it whole, such as https://example.id",
    ),
    "email": ("field “{field}” is no e-mail address: “{found}”", "write it like name@example.id"),
    "whatsapp": (
        "field “{field}” is no WhatsApp number: “{found}”",
        "write digits only, such as 6281234567890",
    ),
    "instagram": ("field “{field}” is no Instagram name: “{found}”", "write the name alone, without @"),
    "timezone": (
        "time zone “{found}” is not known",
        "use a name like Asia/Jakarta, Asia/Makassar, Asia/Jayapura",
    ),
    "link": ("field “{field}” is no link: “{found}”", "begin with / for this site, or https:// for another"),
    "summary-missing": (
        "there is no summary",
        "add summary: with one or two sentences, at most 160 characters",
    ),
    "times-reversed": ("“{field}” is not after “{other}”", "check both times"),
    "survey-id": ("id “{found}” differs from the file's name", "remove the field id, or write {expected}"),
    "choice-twice": ("choice “{found}” is there twice", "give each choice a value of its own"),
    "questions-kind": ("a survey of kind “{found}” has no questions", "write kind: skm, or remove questions"),
    "questions-missing": (
        "a survey of kind skm has no questions yet",
        "add questions: with nine of them, one for each unsur",
    ),
    "unsur-twice": ("unsur “{found}” is asked for twice", "an SKM asks for each unsur once"),
    "unsur-missing": ("no question asks for {missing}", "an SKM asks for nine unsur, each once"),
    "question-twice": (
        "two questions have the id “{found}”",
        "give each question an id of its own, or remove the field id",
    ),
    "question-field": (
        "the id of a question cannot be “{found}”, the form has a field of that name",
        "choose another id, or remove the field id",
    ),
    "skm-scores": (
        "the choices of an SKM must have the scores 1, 2, 3 and 4",
        "write four choices, each with another score",
    ),
    "tag-nameless": ("tag “{found}” has no letter or digit", "write a plain word, or remove it"),
}
