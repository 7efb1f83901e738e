"""`warmline find` says what would be answered, one line for one line."""

import io
import json
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from deployer.errors import CannotContinue
from deployer.find import answer_lines, find, open_index


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    for name, text in {
        "plants/fern": "# Watering a fern\n\nGive a fern one cup of water twice a week.\n",
        "plants/oak": "# Planting an oak\n\nPlant an acorn in autumn, two inches deep.\n",
        "shop/hours": "---\ntitle: Opening hours\n---\nWe are open from nine to five.\n",
    }.items():
        file = folder / f"{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "warmline" / "articles"


def asked(folder: Path, *lines: str) -> list[dict[str, object]]:
    result = CliRunner().invoke(find, ["--articles", str(folder)], input="\n".join(lines) + "\n")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.output.splitlines()]


def question(text: str) -> str:
    return json.dumps({"question": text})


def first_id(answer: dict[str, object]) -> str:
    found = answer["articles"]
    assert isinstance(found, list)
    return str(found[0]["id"]) if found else ""


def test_each_line_is_answered_in_order(articles: Path) -> None:
    answers = asked(
        articles,
        question("when do I water my fern?"),
        question("how deep to plant an acorn"),
        question("what are your opening hours"),
    )

    assert [first_id(answer) for answer in answers] == ["plants/fern", "plants/oak", "shop/hours"]
    assert all(answer["answers"] is True for answer in answers)


def test_the_shape_is_that_of_the_contract(articles: Path) -> None:
    (answer,) = asked(articles, question("water a fern"))

    assert answer.keys() == {"articles", "confidence", "answers"}
    found, confidence = answer["articles"], answer["confidence"]
    assert isinstance(found, list)
    assert isinstance(confidence, float)
    assert found[0].keys() == {"id", "score"}
    scores = [article["score"] for article in found]
    assert scores == sorted(scores, reverse=True)
    assert confidence == scores[0]
    assert 0 < confidence <= 1


def test_a_question_about_something_else_is_not_answered(articles: Path) -> None:
    (answer,) = asked(articles, question("who won the football championship yesterday"))

    assert answer["answers"] is False


@pytest.mark.parametrize(
    "line", ["not json", "[]", "{}", '{"question": 5}', '"text"', "[" * 5000, '{"question": "a']
)
def test_a_bad_line_is_told_so_and_the_next_is_answered(articles: Path, line: str) -> None:
    bad, good = asked(articles, line, question("water a fern"))

    assert isinstance(bad["error"], dict)
    assert bad["error"].keys() == {"code", "message"}
    assert first_id(good) == "plants/fern"


@pytest.mark.parametrize(
    "text", ["", "   ", "???", "\ud83d", '"', "NEAR(x y) OR *", "\x00", "x" * 9999]
)
def test_no_question_breaks_the_search(articles: Path, text: str) -> None:
    (answer,) = asked(articles, question(text))

    assert answer["answers"] is False
    assert float(str(answer["confidence"])) < 0.1


def test_at_most_ten_articles_come_back(articles: Path) -> None:
    for number in range(30):
        (articles / f"{number}.md").write_text("# Cactus\n\nA cactus.\n", encoding="utf-8")

    (answer,) = asked(articles, question("cactus fern"))

    found = answer["articles"]
    assert isinstance(found, list)
    assert len(found) == 10


def test_an_index_is_kept_for_the_next_call(articles: Path, cache: Path) -> None:
    asked(articles, question("fern"))
    (kept,) = cache.iterdir()
    before = kept.stat().st_mtime_ns

    asked(articles, question("fern"))

    assert [file.name for file in cache.iterdir()] == [kept.name]
    assert kept.stat().st_mtime_ns == before


def test_a_changed_article_is_found_by_its_new_text(articles: Path) -> None:
    asked(articles, question("fern"))
    (articles / "plants" / "oak.md").write_text("# Moss\n\nMoss likes shade.\n", encoding="utf-8")

    (answer,) = asked(articles, question("does moss like shade"))

    assert first_id(answer) == "plants/oak"


def test_a_cache_that_cannot_be_written_costs_only_time(articles: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "a file, not a folder"
    blocked.write_text("", encoding="utf-8")
    blocked.chmod(stat.S_IRUSR)

    index = open_index(articles, blocked / "cache")

    (line,) = answer_lines(io.StringIO(question("water a fern")), index, threshold=0.2)
    assert first_id(json.loads(line)) == "plants/fern"
    index.close()


def test_a_folder_without_articles_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(CannotContinue, match="holds no articles"):
        open_index(tmp_path, tmp_path / "cache")
