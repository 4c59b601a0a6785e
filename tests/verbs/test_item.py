"""Work items: added, started, done, dropped, listed."""

from __future__ import annotations

import re

import pytest
from hostile import NAMED
from workshop import Workshop

from session_journal import changes, journal
from session_journal.document import Document


def added(workshop: Workshop, *words: str) -> str:
    """Add an item and return its ID."""
    return str(workshop.session("item", "add", *words, "--json").data["id"])


def test_an_item_gets_a_typed_id(workshop: Workshop) -> None:
    """The section comes with the first item, behind Progress; type and metadata stand with it."""
    assert "## Work Items" not in workshop.text
    said = workshop.ok(
        "item", "add", "Write the parser", "--type", "impl", "--meta", "size=3", "--meta", "owner=Ann B; C)"
    )
    found = re.match(r"(IMPL-\d{8}-\d{6}-[A-Z2-9]{4})  open  Write the parser · size=3 owner=Ann B; C\)\n", said)
    assert found, said
    text = workshop.text
    assert text.index("## Progress") < text.index("## Work Items") < text.index("## Decisions")
    assert f'- [ ] {found[1]} (size=3; owner="Ann B; C)"): Write the parser (20' in text
    assert workshop.session("item", "list", "--json").data == [
        {
            "id": found[1],
            "type": "impl",
            "text": "Write the parser",
            "status": "open",
            "added_at": workshop.session("view", "--items", "--json").data["items"][0]["added_at"],
            "changed_at": workshop.session("view", "--json").data["work_items"][0]["changed_at"],
            "meta": {"size": "3", "owner": "Ann B; C)"},
            "reason": "",
        }
    ]


def test_an_item_is_started_done_and_dropped(workshop: Workshop) -> None:
    """Its line says where it stands, as a check box and in words; any unique part of its ID names it."""
    first, second, third = (added(workshop, text) for text in ("One", "Two", "Three"))
    assert "1 started, 2 open" in workshop.ok("item", "start", first[-4:])
    workshop.ok("item", "done", first[-4:].lower())
    workshop.ok("item", "start", second)
    workshop.ok("item", "drop", third[-4:], "--reason", 'Not "needed": (now)')
    text = workshop.text
    assert f"- [x] {first}: One (20" in text
    assert f"- [ ] {second} (started): Two (20" in text
    assert f'- {third} (dropped; reason="Not \\"needed\\": (now)"): Three (20' in text
    shown = workshop.ok("item", "list")
    assert f"{third}  dropped 20" in shown
    assert 'Three (because: Not "needed": (now))' in shown
    assert shown.endswith("fix-sweep-bug: 1 started, 1 done, 1 dropped\n")
    assert workshop.ok("view", "--items").startswith(f"## Items\n- {first}  done 20")
    assert f"\nWork items: 1 started, 1 done, 1 dropped (under way: {second} Two)\n" in workshop.ok("resume")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "session item add|start|done|drop|list"),
        (("finish", "x"), 2, "session item add|start|done|drop|list"),
        (("add",), 2, "session item add TEXT"),
        (("add", " "), 2, "session item add TEXT"),
        (("start",), 2, "session item start ID"),
        (("add", "x", "--type", "fun"), 2, "the types are task, impl, test, bug, docs, research, review"),
        (("add", "x", "--meta", "novalue"), 2, "has no `=`"),
        (("add", "x", "--meta", "two words=1"), 2, "--meta takes KEY=VALUE"),
        (("add", "x", "--meta", "reason=1"), 2, "--meta takes KEY=VALUE"),
        (("add", "x", "--reason", "y"), 2, "--reason goes with"),
        (("drop", "One"), 2, "--reason TEXT"),
        (("list", "x"), 2, "takes no text"),
        (("done", "ZZZZ"), 1, "No work item fits 'ZZZZ'"),
        (("done", "task"), 1, "fits several work items"),
        (("start", "Ended"), 1, "is done already"),
    ],
)
def test_what_cannot_be_done_is_refused(workshop: Workshop, words: tuple[str, ...], code: int, said: str) -> None:
    """A wrong call says how it goes, a refusal why; nothing is recorded."""
    for text in ("One", "Two", "Ended"):
        workshop.run("item", "add", rest=text)
    workshop.run("item", "done", rest="Ended")
    before = workshop.bytes_of(".sessions")
    refused = workshop.session("item", *words)
    assert (refused.code, said in refused.err) == (code, True), refused.err
    assert workshop.bytes_of(".sessions") == before


def test_a_project_adds_types(workshop: Workshop) -> None:
    """A type of the settings begins the IDs of its items; one that could not is named."""
    (workshop.sessions / "config.yaml").write_text("item_types:\n  - Ops\n")
    assert added(workshop, "x", "--type", "ops").startswith("OPS-20")
    assert added(workshop, "x").startswith("TASK-20")
    (workshop.sessions / "config.yaml").write_text("item_types: [no-hyphen]\n")
    assert ".sessions/config.yaml:1: item_types must be" in workshop.session("item", "add", "x").err


@pytest.mark.parametrize("name", sorted(NAMED))
def test_any_text_is_an_item(workshop: Workshop, name: str) -> None:
    """Whatever text, metadata and reason hold, they read back through every status, beside other items."""
    text, flat = NAMED[name].strip(" \t\n"), " ".join(NAMED[name].split("\n")).strip()
    workshop.run("item", "add", rest="before")
    one = workshop.run("item", "add", rest=text, meta=f"k={flat}").data
    workshop.run("item", "add", rest="after")
    for action, status, reason in (("start", "started", None), ("drop", "dropped", {"reason": text})):
        workshop.run("item", action, rest=one["id"], words=reason)
        found = workshop.value.work_items[1]
        assert (found.text, found.meta, found.status) == (text.strip(), {"k": flat}, status)
    assert found.reason == text
    assert [item.text for item in workshop.value.work_items] == ["before", text.strip(), "after"]
    assert [step.text for step in workshop.value.steps] == ["Reproduce", "Fix it", "Add a test"]


def test_items_by_hand_count(workshop: Workshop) -> None:
    """An item that a person checked in the document is done; list items without an ID stay and are none."""
    one = added(workshop, "One")
    workshop.text = workshop.text.replace(f"- [ ] {one}", f"* a remark\n- [X] {one}")
    assert [(item.id, item.status) for item in workshop.value.work_items] == [(one, "done")]
    workshop.ok("item", "add", "Two")
    assert "* a remark\n" in workshop.text


def test_it_is_typed_in_the_client(workshop: Workshop) -> None:
    """The first word of a typed line is the action; the text behind it needs no quotes and may have them."""
    workshop.types("/session-item add Don't lose the parser's \"state\" --type impl")
    workshop.types('/session-item add "Two words"')
    assert [item.text for item in workshop.value.work_items] == ["Don't lose the parser's \"state\"", "Two words"]
    workshop.types(f"/session-item done {workshop.value.work_items[0].id[-4:]}")
    assert [item.status for item in workshop.value.work_items] == ["done", "open"]


def test_a_text_comes_from_standard_input(workshop: Workshop) -> None:
    """`-` for the text reads it, several lines and all."""
    workshop.ok("item", "add", "-", stdin=b"First\n\n- second\n")
    assert workshop.value.work_items[0].text == "First\n\n- second"


def test_the_document_is_healed_after_a_crash(workshop: Workshop) -> None:
    """Entries that the document does not hold yet are applied when it is read."""
    before = workshop.text
    one = added(workshop, "One", "--meta", "a=b c")
    workshop.ok("item", "start", one)
    whole = workshop.text
    workshop.text = before
    assert workshop.healed().text == whole
    assert workshop.ok("item", "list").startswith(f"{one}  started")


def test_the_sequence_of_entries_makes_the_items(workshop: Workshop) -> None:
    """An entry applied to a document in which its item was deleted by hand changes nothing but the facts."""
    one = added(workshop, "One")
    workshop.ok("item", "start", one)
    gone = "\n".join(line for line in workshop.text.split("\n") if one not in line)
    (entry,) = [entry for entry in workshop.entries("item") if entry.field("action") == "start"]
    after = changes.apply(Document.parse(gone), entry)
    assert one not in after.text
    assert journal.dump(entry).count(one) == 1
