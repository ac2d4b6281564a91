from __future__ import annotations

import httpx

from tests.survey.running import SURVEY, Running


def test_results_are_cached_by_etag_for_seconds(shared: Running) -> None:
    url = f"{shared.url}/s/{SURVEY}.json"
    first = httpx.get(url)
    assert first.headers["cache-control"] == "public, max-age=5"
    again = httpx.get(url, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    shared.vote()
    assert httpx.get(url, headers={"If-None-Match": first.headers["etag"]}).status_code == 200


def test_without_a_page_to_go_back_to_the_way_leads_to_the_surveys_own(shared: Running) -> None:
    own = f'href="https://dekranasda.example/survei/{SURVEY}/"'
    assert own in httpx.get(shared.survey_url).text
    assert own not in httpx.get(f"{shared.survey_url}?back=/x/").text


def test_health_tells_queue_commit_and_disk(shared: Running) -> None:
    answer = httpx.get(f"{shared.url}/health", headers={"Host": "any.example"})
    data = answer.json()
    assert (answer.status_code, data["status"], data["queue"]) == (200, "ok", 0)
    assert data["last_commit_seconds"] >= 0
    assert data["free_bytes"] > 0


def test_the_style_sheet_is_served_under_its_fingerprint(shared: Running) -> None:
    page = httpx.get(shared.survey_url)
    path = page.text.partition('rel="stylesheet" href="')[2].partition('"')[0]
    style = httpx.get(shared.url + path)
    assert style.headers["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in style.headers["cache-control"]
    assert httpx.get(shared.url + path.replace(".css", "0.css")).status_code == 404


def test_looking_never_writes(shared: Running) -> None:
    before = shared.results()
    for query in ("?choice=puas", "?choice=puas&voted=1", "?back=/x", "?" + "a=1&" * 9):
        for method in ("GET", "HEAD"):
            answer = httpx.request(method, shared.survey_url + query)
            assert answer.status_code == (400 if "a=1" in query else 200)
            assert "set-cookie" not in answer.headers
    assert shared.results() == before


def test_a_head_answer_has_the_length_and_no_body(shared: Running) -> None:
    head = httpx.head(shared.survey_url)
    assert head.content == b""
    assert int(head.headers["content-length"]) == len(httpx.get(shared.survey_url).content)
