"""However a file is mangled, the checker answers or says in one sentence why it cannot."""

from collections.abc import Sequence
from contextlib import suppress
from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as st

from app.errors import KnownError
from app.word.elements import Element
from tests.app.word.checking.documents import MINUTES, NOTICE, PARTY, STATE, exported, found
from tests.app.word.checking.docx_file import DOCUMENT, HEADER, SETTINGS, STYLES, THEME, Docx

PARTS = (DOCUMENT, STYLES, THEME, SETTINGS, HEADER)
VALUES = ("", "-1", "0", "99999999", "none", "true", "ễ", "12pt", "1e9", "nan")
WAYS = ("drop", "double", "empty", "move", "value", "unset", "text")
Step = tuple[str, int, int, str]
steps = st.lists(
    st.tuples(
        st.sampled_from(WAYS),
        st.integers(0, 10_000),
        st.integers(0, 10_000),
        st.sampled_from(VALUES),
    ),
    min_size=1,
    max_size=12,
)


@given(part=st.sampled_from(PARTS), steps=steps, form=st.sampled_from((PARTY, STATE)))
def test_mangled_markup_is_no_crash(part: str, steps: Sequence[Step], form) -> None:
    docx = Docx(exported(MINUTES, PARTY))
    for step in steps:
        mangle(docx.tree(part), *step)
    with suppress(KnownError):
        assert found(docx.data, NOTICE, form)


@given(cut=st.integers(0, 12_000), flip=st.integers(0, 255))
def test_mangled_bytes_are_no_crash(cut: int, flip: int) -> None:
    data = bytearray(exported(MINUTES, STATE))
    data[cut % len(data)] = flip
    with suppress(KnownError):
        found(bytes(data), MINUTES, STATE)


def mangle(root: Element, way: str, where: int, also: int, value: str) -> None:
    elements = list(root.iter("*"))[1:]
    if not elements:
        return
    element, other = elements[where % len(elements)], elements[also % len(elements)]
    keys = sorted(element.attrib)
    match way:
        case "drop":
            element.getparent().remove(element)
        case "double":
            element.getparent().append(deepcopy(element))
        case "empty":
            element.clear()
        case "move" if element not in other.iterancestors() and element is not other:
            other.append(element)
        case "value" if keys:
            element.set(keys[also % len(keys)], value)
        case "unset" if keys:
            del element.attrib[keys[also % len(keys)]]
        case "text":
            element.text = value
