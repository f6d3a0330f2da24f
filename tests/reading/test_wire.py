"""The wire services' formats, and XML that would do harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.outcome import articles_or_one_line
from tui.reading import ReadingError, read, read_all, read_one

WIRE = Path(__file__).parent / "samples" / "wire"


def test_nitf_gives_its_article() -> None:
    article = read_one(WIRE / "nitf.xml")
    assert (article.title, article.source, article.byline) == ("Ferry runs aground", "Harbour Times", ("Ann Roe",))
    assert article.published == "2024-03-02"
    assert [(s.role, article.text_of(n)) for n, s in enumerate(article.sentences)] == [
        ("headline", "Ferry runs aground"),
        ("byline", "By Ann Roe"),
        ("date", "2024-03-02"),
        ("headline", "All passengers are safe"),
        (
            "body",
            "A ferry with 212 people aboard ran onto a sandbank off Selby Point on Saturday, "
            "Ida Penn of the Coastguard said.",
        ),
        ("caption", "The ferry at low tide"),
        ("caption", "Lena Brook"),
        ("headline", "Damage"),
        ("body", "The damage comes to £40,000."),
        ("body", "“We thought it was a wave”, said Penn."),
        ("body", "• Nobody was hurt"),
        ("body", "• Two tugs came"),
        ("byline", "Additional reporting by Tom Moss"),
    ]


def test_the_inline_tags_of_nitf_are_kept_with_their_place() -> None:
    article = read_one(WIRE / "nitf.xml")
    assert [(m.kind, article.text[m.start : m.end], m.value) for m in article.marks] == [
        ("quantity", "212", "people"),
        ("place", "Selby Point", None),
        ("date", "Saturday", "20240302"),
        ("person", "Ida Penn", "person:ipenn"),
        ("organisation", "Coastguard", None),
        ("money", "£40,000", "GBP"),
        ("quote", "“We thought it was a wave”", "Penn"),
    ]


def test_newsml_gives_each_item_that_holds_text() -> None:
    problems: list[str] = []
    ferry, fog = read(WIRE / "newsml.xml", problems)
    assert (ferry.title, ferry.source, ferry.byline) == ("Ferry runs aground", "Coast Agency", ("Ann Roe",))
    assert (ferry.published, ferry.modified) == ("2024-03-02", "2024-03-03")
    assert ferry.text.endswith("A ferry ran onto a sandbank on Saturday.\n\nTwo tugs pulled it free.")
    assert fog.text.endswith("Fog covers the bay.\n\nBoats stay in port.")
    assert "1 of 3 entries hold no text" in problems[0]


@pytest.mark.parametrize("name", ["ninjs1.json", "ninjs2.json"])
def test_ninjs_is_read(name: str) -> None:
    article = read_one(WIRE / name)
    assert (article.title, article.source, article.published) == ("Ferry runs aground", "Coast Agency", "2024-03-02")
    assert "A ferry ran onto a sandbank." in article.text
    assert "<p>" not in article.text


_LAUGHS = "".join('<!ENTITY a{} "{}">'.format(n, f"&a{n - 1};" * 10) for n in range(1, 10))
BOMBS = {
    "laughs": f'<!DOCTYPE rss [<!ENTITY a0 "haha">{_LAUGHS}'
    "]><rss><channel><item><title>&a9;</title><description>&a9;</description></item></channel></rss>",
    "attribute": '<!DOCTYPE rss [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]><rss x="&b;"><channel/></rss>',
    "file": '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><item><title>t</title>'
    "<description>&f;</description></item></channel></rss>",
    "parameter": '<!DOCTYPE nitf [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]><nitf><body/></nitf>',
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("bomb", BOMBS)
def test_xml_that_declares_entities_is_refused(tmp_path: Path, bomb: str, encoding: str) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(BOMBS[bomb].encode(encoding))
    with pytest.raises(ReadingError, match=r"a\.xml: XML that declares entities, which is not safe to read; ") as error:
        read(path)
    assert "\n" not in str(error.value)


def test_a_document_type_from_elsewhere_is_not_loaded(tmp_path: Path) -> None:
    (tmp_path / "x.dtd").write_text('<!ENTITY leak "EVIL">')
    path = tmp_path / "a.xml"
    item = "<item><title>T</title><description>Words &leak; here.</description></item>"
    path.write_text(f'<!DOCTYPE rss SYSTEM "x.dtd"><rss><channel>{item}</channel></rss>')
    assert "EVIL" not in read_one(path).text


def test_other_xml_is_one_line_and_passed_over_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<?xml version='1.0'?><project><name>x</name></project>")
    with pytest.raises(ReadingError, match=r"XML of a kind that is not known \(<project>\)"):
        read(tmp_path / "a.xml")
    (tmp_path / "b.txt").write_text("The mayor has resigned. Her deputy takes over on Monday.")
    articles, problems = read_all([tmp_path])
    assert len(articles) == 1
    assert not problems


@pytest.mark.parametrize(
    "piece", ["&#xD800;", "&#0;", "&#99999999;", "\ufffe", "&unknown;", "<a:b xmlns:a='&#xDFFF;'/>"]
)
def test_what_no_tree_can_hold_is_no_traceback(tmp_path: Path, piece: str) -> None:
    path = tmp_path / "a.xml"
    item = f"<item><title>T{piece}</title><description>Words {piece} here.</description></item>"
    path.write_text(f"<rss><channel x='{piece if '<' not in piece else ''}'>{item}</channel></rss>")
    assert articles_or_one_line(path)[0].text.endswith("here.")


@pytest.mark.parametrize("depth", [300, 50_000])
def test_deep_xml_is_no_traceback(tmp_path: Path, depth: int) -> None:
    path = tmp_path / "a.xml"
    deep = f"{'<a>' * depth}words{'</a>' * depth}"
    path.write_text(f"<rss><channel><item><title>T</title><description>{deep}</description></item></channel></rss>")
    articles_or_one_line(path)
