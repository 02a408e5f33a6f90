"""The page that tells what was imported, and what could not be."""

from __future__ import annotations

import pytest

from dashboard.app import create_app
from data_model import Partial, ReadError, Store, import_documents
from tests.dashboard.sample import Register
from tests.factory import make_document, make_event, make_report


@pytest.fixture
def client():
    with Store.in_memory() as store:

        def normalize(document):
            cut = "only the first 10 letters" if "long" in document.text else ""
            return make_report(
                document.id,
                [make_event(f"{document.id}:e")],
                source=document.source,
                normalized={"partial": cut},
            ).normalized

        documents = [
            make_document("a"),
            make_document("b", partial=(Partial("an image without text", "page 3"),), text="long <b>"),
            ReadError("<script>x</script>.pdf", "it is locked with a password"),
        ]
        steps = {"normalize": normalize, "link": lambda _store: None}
        import_documents(documents, store, paths=["/news"], **steps)
        import_documents(documents[:1], store, paths=["/other"], **steps)
        app = create_app(store, register=Register())
        yield app.server.test_client()


def test_what_was_refused_and_what_was_read_in_part_is_told(client):
    page = client.get("/imports").get_data(as_text=True)

    assert "2 documents in the store, 1 of them in part · 1 not read · last import" in page
    assert "&lt;script&gt;x&lt;/script&gt;.pdf" in page
    assert "<script>x" not in page
    assert "it is locked with a password" in page
    assert "page 3: an image without text; only the first 10 letters" in page
    assert page.index("/other") < page.index("/news"), "the newest first"


def test_the_document_says_what_of_it_was_lost(client):
    assert "page 3: an image without text; only the first 10 letters" in client.get("/document/b").text


def test_a_page_can_ask_whether_anything_is_new(client):
    before = client.get("/version").text
    assert before == client.get("/version").text
    assert client.get("/").status_code == 200
