"""Plain text as it really comes."""
import re
from tui.article import Article, Sentence
import nupunkt

def read_plain(text: str, *, path: str, sha256: str) -> Article:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    sentences: list[Sentence] = []
    for n, m in enumerate(re.finditer(r"[^\n]+", text)):
        line = m.group()
        role = "promo" if re.match(r"CLICK HERE|Read more|LIKE WHAT|Sign up|Live and|This story orig", line) else "byline" if line.startswith("By ") else "body"
        for s, e in nupunkt.sent_spans(line):
            t = line[s:e]
            s += len(t) - len(t.lstrip()); e = s + len(t.strip())
            if e > s:
                sentences.append(Sentence(m.start() + s, m.start() + e, n, role))
    return Article(text, tuple(sentences), sha256, path=path, published=(re.match(r"\s*date (\S+)", text) or [None, None])[1])
