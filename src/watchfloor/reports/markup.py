"""HTML to text blocks: metadata, main text by trafilatura with justext as second opinion, captions told apart.

Pages are hostile: no entity is expanded, nothing is fetched, and nesting is bounded before the parser sees it.
"""

from __future__ import annotations

import json
import re
from typing import Any

from msgspec import Struct

from watchfloor.errors import EmptyInput, OversizedInput
from watchfloor.records import Page

DEEPEST = 2_000  # open tags above each other; no page written by or for people comes near
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*?(/?)>")
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "td",
        "tr",
        "th",
        "dt",
        "dd",
        "option",
    ]
)
_HTML_HEAD = re.compile(
    r"<(?:!doctype\s+html|html|head|body|article|div|p|meta|title|section|main|h1)\b", re.IGNORECASE
)
_DROP = (
    "//script|//style|//noscript|//template|//svg|//iframe|//form"
    "|//nav|//footer|//aside|//article[not(.//article) and count(.//p)<3 and //article[count(.//p)>=3]]"
)
_CAPTION = "//figcaption|//*[contains(concat(' ', @class, ' '), 'caption')]"
_RELATED = re.compile(
    r"(?:related|recommend|recirc|teaser|promo|trending|most-?read|newsletter|share|social|comments?|sidebar|outbrain|taboola|you-may)",
    re.IGNORECASE,
)
_JUSTEXT_WINS = 2.0  # the second opinion counts where it found this many times more text
_SHORT = 200


class Markup(Struct, frozen=True, kw_only=True):
    """What a page's markup tells: the text (headline first, blocks apart by blank lines), captions, and its metadata."""

    text: str
    headline: str | None = None
    captions: tuple[str, ...] = ()
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None


def looks_like_html(text: str) -> bool:
    """Whether characters are a page rather than text: a tag of HTML within the first kilobytes."""
    return _HTML_HEAD.search(text[:4_000]) is not None


def read_markup(page: Page) -> Markup:
    """The text and metadata of an HTML page. Raises OversizedInput for bottomless nesting, EmptyInput without any text."""
    html = page.text or ""
    _check_nesting(html, page)
    tree = _parsed(html, page)
    metadata = _metadata(tree)
    captions = tuple(dict.fromkeys(_text_of(node) for node in tree.xpath(_CAPTION) if 20 < len(_text_of(node)) < 700))
    blocks = _blocks(html, tree)
    headline = _headline(tree, metadata)
    body = [block for block in blocks if block != headline]
    kept = [block for block in captions if block not in body]
    text = "\n\n".join(([headline] if headline else []) + _with_captions(body, kept))
    return Markup(text=text, headline=headline, captions=captions, **_stated(tree, metadata))


def _check_nesting(html: str, page: Page) -> None:
    depth = 0
    for match in _TAG.finditer(html):
        if match[3] or match[2].lower() in _VOID:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > DEEPEST:
            raise OversizedInput(
                f"tags nested more than {DEEPEST} deep; this is no news page", source=page.source, id=page.id
            )


def _parsed(html: str, page: Page) -> Any:
    from lxml import html as lxml_html
    from lxml.etree import LxmlError

    parser = lxml_html.HTMLParser(no_network=True, recover=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", html.replace("\x00", "")), parser=parser)
    except (LxmlError, ValueError, AssertionError) as error:
        raise EmptyInput(f"no HTML to read ({error}); save the page again", source=page.source, id=page.id) from error
    return tree


def _text_of(node: Any) -> str:
    return " ".join("".join(node.itertext()).split())


def _blocks(html: str, tree: Any) -> list[str]:
    """The paragraphs of the main text: trafilatura's, or justext's where that found far more, or the page's own paragraphs."""
    for node in tree.xpath(_DROP):
        if node.getparent() is not None:
            node.drop_tree()
    for node in [
        n
        for n in tree.iter()
        if isinstance(n.tag, str) and _RELATED.search(f"{n.get('class') or ''} {n.get('id') or ''}")
    ]:
        if node.getparent() is not None and node.tag not in ("html", "body", "main", "article"):
            node.drop_tree()
    main = _by_trafilatura(tree)
    if sum(map(len, main)) >= _SHORT:
        return main
    second = _by_justext(html)
    if sum(map(len, second)) > _JUSTEXT_WINS * sum(map(len, main)):
        return second
    return main or _by_hand(tree)


def _by_trafilatura(tree: Any) -> list[str]:
    from trafilatura import bare_extraction

    found = bare_extraction(tree, include_comments=False, include_tables=True, favor_recall=True, with_metadata=False)
    text = getattr(found, "text", None) if found is not None else None
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def _by_justext(html: str) -> list[str]:
    import justext

    paragraphs = justext.justext(html, justext.get_stoplist("English"))
    return [paragraph.text.strip() for paragraph in paragraphs if not paragraph.is_boilerplate]


def _by_hand(tree: Any) -> list[str]:
    """The page's own lines: what is left where no extractor found an article (a note of two sentences, div soup)."""
    for node in tree.iter("br", "p", "div", "li", "h1", "h2", "h3", "tr"):
        node.tail = "\n" + (node.tail or "")
    body = tree.find("body")
    text = "".join((body if body is not None else tree).itertext())
    return [line.strip() for line in text.splitlines() if len(line.split()) > 4]


def _with_captions(body: list[str], captions: list[str]) -> list[str]:
    """Captions behind the text: they feed no event, but the reader keeps them."""
    return body + captions


def _headline(tree: Any, metadata: dict[str, Any]) -> str | None:
    stated = (
        metadata.get("headline") or _meta(tree, "og:title") or _first_text(tree, "//h1") or _first_text(tree, "//title")
    )
    if not isinstance(stated, str):
        return None
    name = re.escape(_meta(tree, "og:site_name") or "\x00")
    return re.sub(rf"\s+[|–—-]\s+(?:{name}|[A-Z][\w .&]{{1,28}})$", "", " ".join(stated.split())) or None


def _first_text(tree: Any, path: str) -> str | None:
    return next((text for node in tree.xpath(path) if (text := _text_of(node))), None)


def _meta(tree: Any, *names: str) -> str | None:
    for name in names:
        for node in tree.xpath("//meta[@property=$name or @name=$name or @itemprop=$name]", name=name):
            if node.get("content"):
                return str(node.get("content"))
    return None


def _metadata(tree: Any) -> dict[str, Any]:
    """The page's JSON-LD article, {} where there is none or it is broken."""
    for node in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(node.text or "")
        except (ValueError, RecursionError):
            continue
        article = next(_articles(data), None)
        if article is not None:
            return dict(article)
    return {}


def _articles(data: Any) -> Any:
    if isinstance(data, list):
        for entry in data[:50]:
            yield from _articles(entry)
    elif isinstance(data, dict):
        kind = str(data.get("@type"))
        if "Article" in kind or "Report" in kind or "LiveBlog" in kind or "Posting" in kind:
            yield data
        yield from _articles(data.get("@graph") or [])


def _name_of(value: Any) -> str | None:
    if isinstance(value, list):
        return ", ".join(name for name in map(_name_of, value) if name) or None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) and value.strip() else None


def _stated(tree: Any, metadata: dict[str, Any]) -> dict[str, str | None]:
    """Outlet, author, publication time and language as the page states them."""
    canonical = next(iter(tree.xpath("//link[@rel='canonical']/@href")), None)
    published = metadata.get("datePublished") or _meta(
        tree,
        "article:published_time",
        "datePublished",
        "date",
        "dcterms.created",
        "dcterms.date",
        "DC.date.issued",
        "pubdate",
        "parsely-pub-date",
        "sailthru.date",
    )
    times = tree.xpath("//time/@datetime")
    return {
        "outlet": _name_of(metadata.get("publisher"))
        or _meta(tree, "og:site_name", "application-name", "twitter:site")
        or canonical
        or _meta(tree, "og:url"),
        "author": _name_of(metadata.get("author")) or _meta(tree, "author", "article:author", "byl"),
        "published": _text(published) or (str(times[0]) if times else None) or _by_htmldate(tree),
        "language": tree.get("lang")
        or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
        or _meta(tree, "og:locale"),
    }


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _by_htmldate(tree: Any) -> str | None:
    """The date htmldate finds in the parsed page; its guesses at far-off dates are no dates."""
    from htmldate import find_date

    try:
        return _text(find_date(tree, original_date=True, extensive_search=False))
    except (ValueError, TypeError, AttributeError):
        return None
