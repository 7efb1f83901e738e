"""What `make build` makes: for the right processor, complete, small enough, the same twice.

These run the SAM CLI, which asks the package index for wheels: three builds, about 10 s each.
"""

import hashlib
import marshal
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import distribution
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType

import pytest

from deployer.build import CONTENT, build_stack
from tests.template.stack import FUNCTIONS, layers_of

pytestmark = [pytest.mark.build, pytest.mark.timeout(600)]

ARCHITECTURES = ("arm64", "x86_64")
ELF_MACHINE = {"x86_64": 0x3E, "arm64": 0xB7}
MINE = "x86_64" if platform.machine() in {"x86_64", "AMD64"} else "arm64"
UNCHECKED_HASH = (1).to_bytes(4, "little")
UNPACKED_LIMIT = 240 * 1024 * 1024
# What Lambda's own Python has besides the standard library.
GIVEN_BY_LAMBDA = (
    "boto3",
    "botocore",
    "s3transfer",
    "jmespath",
    "python-dateutil",
    "six",
    "urllib3",
)


class Builds:
    """Clean builds, made when they are first asked for and shared by all tests of the run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._contents: dict[str, dict[str, str]] = {}

    def make(self, architecture: str, name: str = "first") -> Path:
        """Return the folder of one build."""
        place = self._folder / f"{architecture}-{name}"
        if not place.exists():
            build_stack(architecture, build_dir=place / "build", cache_dir=place / "cache")
            self._contents[place.name] = digests(CONTENT)
        return place / "build"

    def digests(self, architecture: str, name: str = "first") -> dict[str, str]:
        """Return a digest of every file of a build, the content layer's included."""
        made = self.make(architecture, name)
        return digests(made) | self._contents[f"{architecture}-{name}"]


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Builds:
    return Builds(tmp_path_factory.mktemp("builds"))


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_every_shared_library_is_for_the_architecture(builds: Builds, architecture: str) -> None:
    made = builds.make(architecture)
    libraries = {path: machine_of(path) for path in made.rglob("*.so*")}

    assert libraries, "the Twilio layer brings compiled packages"
    assert set(libraries.values()) == {ELF_MACHINE[architecture]}


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_the_built_template_deploys_only_for_what_was_built(
    builds: Builds, architecture: str
) -> None:
    template = (builds.make(architecture) / "template.yaml").read_text(encoding="utf-8")

    assert f"    Default: {architecture}\n    AllowedValues: [{architecture}]\n" in template


def test_two_clean_builds_are_byte_for_byte_the_same(builds: Builds) -> None:
    assert builds.digests("arm64", "first") == builds.digests("arm64", "second")


def test_every_module_has_byte_code_that_lambda_takes_as_it_is(builds: Builds) -> None:
    modules = list(modules_of(builds.make(MINE)))
    codes = [Path(cache_from_source(str(module))) for module in modules]

    assert modules
    assert [str(code) for code in codes if not code.exists()] == []
    assert {code.read_bytes()[4:8] for code in codes} == {UNCHECKED_HASH}


def test_byte_code_names_the_paths_of_lambda(builds: Builds) -> None:
    made = builds.make(MINE)

    assert file_named_in(made / "TakeTurn" / "functions/take_turn/app.py") == (
        "/var/task/functions/take_turn/app.py"
    )
    assert file_named_in(made / "CoreLayer" / "python/warmline/__init__.py") == (
        "/opt/python/warmline/__init__.py"
    )


@pytest.mark.parametrize("function", sorted(FUNCTIONS))
def test_a_function_with_its_layers_fits(builds: Builds, function: str) -> None:
    size = sum(
        path.stat().st_size
        for folder in folders_of(builds.make("arm64"), function)
        for path in folder.rglob("*")
        if path.is_file()
    )

    assert size <= UNPACKED_LIMIT


@pytest.mark.parametrize("function", sorted(FUNCTIONS))
def test_a_built_handler_imports_with_its_own_layers_and_nothing_else(
    builds: Builds, tmp_path: Path, function: str
) -> None:
    given = lambda_packages(tmp_path)
    code, *layers = folders_of(builds.make(MINE), function)
    path = [str(code), *(str(layer / "python") for layer in layers), str(given)]
    command = f"from functions.{FUNCTIONS[function]}.app import handler"
    ended = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-S", "-c", command],
        env={"PYTHONPATH": os.pathsep.join(path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 0, ended.stderr


def folders_of(made: Path, function: str) -> list[Path]:
    """Return a function's folder and its layers', the lowest layer last: Lambda's search order."""
    layers = layers_of(function)
    return [made / function] + [CONTENT if n == "ContentLayer" else made / n for n in layers]


def lambda_packages(folder: Path) -> Path:
    """Make a folder that holds only those packages that Lambda's Python comes with."""
    for name in GIVEN_BY_LAMBDA:
        found = distribution(name)
        for top in {Path(str(file)).parts[0] for file in found.files or []} - {"..", "__pycache__"}:
            if not (folder / top).exists():
                (folder / top).symlink_to(Path(str(found.locate_file(top))))
    return folder


def modules_of(made: Path) -> Iterator[Path]:
    for folder in [*made.iterdir(), CONTENT]:
        if folder.is_dir():
            yield from folder.rglob("*.py")


def machine_of(library: Path) -> int:
    """Return the machine that an ELF file names in its header."""
    header = library.read_bytes()[:20]
    assert header[:4] == b"\x7fELF", f"{library} is no ELF file"
    return int.from_bytes(header[18:20], "little")


def file_named_in(module: Path) -> str:
    """Return the path that a module's byte-code will show in a traceback."""
    code = marshal.loads(Path(cache_from_source(str(module))).read_bytes()[16:])  # noqa: S302
    assert isinstance(code, CodeType)
    return code.co_filename


def digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
